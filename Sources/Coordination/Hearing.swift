import Agreements

/// Whether a worker's silence can be held against it.
///
/// A worker that is at a task renews its lease by reports. While these cannot arrive or cannot be
/// recorded, and when the coordinator itself was away for a while (stopped, suspended, kept from
/// the register, or its clock set), nothing follows from silence; afterwards every lease begins
/// anew.
struct Hearing {
    /// What the rescuer has to do.
    enum Action: Hashable {
        /// Look for leases that have run out.
        case rescue
        /// Let all leases begin anew first.
        case beginLeasesAnew
        /// Leave tasks alone.
        case wait
    }

    private let absence: Duration
    private var lookedAt: Instant?
    private var wasDeaf = false
    /// Whether reports have ever arrived: a queue takes a moment to connect at the start.
    private(set) var hasHeard = false

    /// A busy machine can take so long between two looks. Workers renew a lease three times at
    /// least while it runs.
    private static let shortestAbsence = Duration.seconds(2)

    init(lease: Duration) {
        absence = max(lease / 4, Self.shortestAbsence)
    }

    /// - Parameter hears: Whether reports arrive now.
    mutating func next(hears: Bool, at now: Instant) -> Action {
        let passed = lookedAt.map { now.duration(since: $0) } ?? .zero
        let wasAway = passed > absence || passed < .seconds(-1)
        lookedAt = now
        guard hears else {
            wasDeaf = true
            return .wait
        }
        defer { (wasDeaf, hasHeard) = (false, true) }
        return wasDeaf || wasAway ? .beginLeasesAnew : .rescue
    }

    /// The register could not be written, so reports may wait to be recorded.
    mutating func missed() {
        wasDeaf = true
    }
}
