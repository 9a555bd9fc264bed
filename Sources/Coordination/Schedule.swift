import Agreements

/// When something is to happen again and again, by the calendar and the clock of Oslo.
///
/// A run belongs to its nominal instant and happens at most once for it. A time that summer time
/// skips is the first instant after the gap; one that comes twice is the first of the two.
package struct Schedule: Sendable {
    /// What happens to instants that passed while nothing ran.
    package enum CatchUp: Hashable, Sendable {
        /// None is run that is more than a minute late.
        case skip
        /// The latest is run, if it lies within the window.
        case latest
        /// All are run that lie within the window.
        case all
    }

    /// What to do about a nominal instant.
    package struct Decision: Hashable, Sendable {
        package let nominalAt: Instant
        package let isSkipped: Bool

        package init(nominalAt: Instant, isSkipped: Bool) {
            self.nominalAt = nominalAt
            self.isSkipped = isSkipped
        }
    }

    /// The name that its runs are remembered by; it stays.
    package let name: String
    package let hour: Int
    package let minute: Int
    package let catchUp: CatchUp
    /// How late a run may be that is caught up on.
    package let window: Duration
    private let fallsOn: @Sendable (Day) -> Bool

    /// How late a run may be and still count as on time.
    private static let punctuality = Duration.seconds(60)
    /// Days that are looked back on after a long standstill: ten years.
    private static let longestStandstill = 3660

    /// - Parameter fallsOn: Whether there is a run on that day; every day by default.
    package init(
        name: String,
        hour: Int,
        minute: Int = 0,
        catchUp: CatchUp = .latest,
        window: Duration = .seconds(7 * 86_400),
        fallsOn: @escaping @Sendable (Day) -> Bool = { _ in true }
    ) {
        self.name = name
        self.hour = hour
        self.minute = minute
        self.catchUp = catchUp
        self.window = window
        self.fallsOn = fallsOn
    }

    /// The instants after `last`, up to and including `now`, that are not dealt with yet, in order.
    ///
    /// - Parameter last: The latest that was; nil before the first, which looks back one window.
    package func decisions(after last: Instant?, at now: Instant) -> [Decision] {
        let last = last ?? now.adding(.zero - window)
        let passed = instants(after: last, through: now)
        return passed.map { instant in
            let lateness = now.duration(since: instant)
            let isRun =
                switch catchUp {
                case .skip: lateness <= Self.punctuality
                case .latest: instant == passed.last && lateness <= window
                case .all: lateness <= window
                }
            return Decision(nominalAt: instant, isSkipped: !isRun)
        }
    }

    /// The first instant after the one given, within ten years; nil when there is none.
    package func next(after instant: Instant) -> Instant? {
        let first = Oslo.day(at: instant)
        return (0...Self.longestStandstill).lazy
            .map { first.adding(days: $0) }
            .filter { fallsOn($0) }
            .map { Oslo.instant(of: $0, hour: hour, minute: minute) }
            .first { $0 > instant }
    }

    private func instants(after last: Instant, through now: Instant) -> [Instant] {
        guard last < now else { return [] }
        let end = Oslo.day(at: now)
        let start = max(Oslo.day(at: last), end.adding(days: -Self.longestStandstill))
        return (0...end.days(since: start))
            .map { start.adding(days: $0) }
            .filter { fallsOn($0) }
            .map { Oslo.instant(of: $0, hour: hour, minute: minute) }
            .filter { $0 > last && $0 <= now }
    }
}
