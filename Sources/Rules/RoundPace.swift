import Agreements

/// How fast a round of evaluations goes, and when it would be finished at that pace.
package struct RoundPace: Hashable, Sendable {
    /// Evaluations of the round.
    package let total: Int
    /// Approved by the day.
    package let approved: Int
    /// Working days of the round so far, the opening day and the day itself counted.
    package let workingDays: Int
    /// The day on which the last would be approved at the pace so far; nil when none is approved
    /// yet, or there is nothing left.
    package let projectedOn: Day?

    /// - Parameters:
    ///   - approvals: The days on which evaluations of the round were approved.
    ///   - opened: The day on which the round was opened.
    ///   - day: As of when.
    package init(
        total: Int, approvals: [Day], opened: Day, on day: Day, calendar: WorkingCalendar
    ) {
        self.total = total
        let approved = approvals.count { $0 <= day }
        self.approved = approved
        var workingDays = 0
        var at = opened
        while at <= day {
            if calendar.isWorkingDay(at) { workingDays += 1 }
            at = at.adding(days: 1)
        }
        self.workingDays = workingDays
        guard approved > 0, workingDays > 0, total > approved else {
            projectedOn = nil
            return
        }
        // Whole days, rounded up: what is half done on a day is done the day after.
        let left = (total - approved) * workingDays
        let days = (left + approved - 1) / approved
        projectedOn = days <= Self.farthest ? calendar.workingDay(days, after: day) : nil
    }

    /// Working days ahead that are still told, some four years: a pace that takes longer tells
    /// nothing.
    private static let farthest = 1000

    package var missing: Int { total - approved }
}
