import Agreements

/// What a region's people have before them.
struct WorkPlan: Sendable {
    struct Person: Sendable {
        /// Nil for what nobody is responsible for.
        let user: User?
        /// Agreements in force.
        let agreements: Int
        /// Of those, without a deputy.
        let undeputised: Int
        let late: Int
        /// Of the coming half year, in order.
        let due: [Day]

        var hasNothing: Bool { agreements == 0 && late == 0 && due.isEmpty }
    }

    let today: Day
    let people: [Person]

    static let weekCount = 26

    /// Mondays of the weeks that are looked at, this one's first.
    var mondays: [Day] {
        (0..<Self.weekCount).map { today.mondayOfWeek.adding(days: 7 * $0) }
    }

    static func lastDay(from today: Day) -> Day {
        today.mondayOfWeek.adding(days: 7 * weekCount - 1)
    }

    /// Those on leave some time of the half year, the first to go first.
    var away: [Person] {
        people.filter { person in
            guard let user = person.user, user.isActive,
                user.leaveFrom != nil || user.leaveTo != nil
            else { return false }
            return (user.leaveFrom ?? today) <= Self.lastDay(from: today)
                && (user.leaveTo ?? today) >= today
        }.sorted { ($0.user?.leaveFrom ?? today) < ($1.user?.leaveFrom ?? today) }
    }
}
