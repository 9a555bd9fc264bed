import Agreements

/// Whether a worker's silence can be held against it.
///
/// A worker that is at a task renews its lease by reports. While these cannot arrive or cannot be
/// recorded, and when the coordinator itself was away for a while (stopped, suspended, or its clock
/// set), nothing follows from silence; afterwards every lease begins anew.
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

    /// A busy machine can take so long between two looks.
    private static let shortestAbsence = Duration.seconds(5)

    init(lease: Duration) {
        absence = max(lease / 2, Self.shortestAbsence)
    }

    /// - Parameter hears: Whether reports arrive now.
    mutating func next(hears: Bool, at now: Instant) -> Action {
        let wasAway = lookedAt.map { now.duration(since: $0) > absence } ?? false
        lookedAt = now
        guard hears else {
            wasDeaf = true
            return .wait
        }
        defer { wasDeaf = false }
        return wasDeaf || wasAway ? .beginLeasesAnew : .rescue
    }

    /// The register could not be written, so reports may wait to be recorded.
    mutating func missed() {
        wasDeaf = true
    }
}
