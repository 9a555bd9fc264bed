import Agreements

/// Whom each rule has reached by a day: what is due on or before a stage's due date has passed
/// that stage (domain.md, 7).
///
/// It answers without looking at any record, so that a page can ask the register for just what
/// concerns one reader.
package struct NoticeReach: Sendable {
    private let rulebook: Rulebook
    private let calendar: WorkingCalendar
    private let day: Day

    package init(rulebook: Rulebook, on day: Day) {
        self.rulebook = rulebook
        calendar = rulebook.calendar
        self.day = day
    }

    /// The latest due date for which a stage of the rule that goes to the role has come; nil when
    /// the rule never goes to it.
    package func latestDueDate(of rule: NoticeRule, to role: RecipientRole) -> Day? {
        let stages = (rulebook.notices[rule] ?? []).filter { $0.to.contains(role) }
        return stages.map { latestDueDate(of: $0.at) }.max()
    }

    /// The year whose plans are asked for: the last one for which the responsible has heard.
    package var planYear: Int {
        latestYear(of: .planMissing) { rulebook.planDue.day(in: $0) }
    }

    /// The year of the evaluations that are asked for, which are due in the year after.
    package var evaluationYear: Int {
        latestYear(of: .evaluationDue) { rulebook.evaluationDue.day(in: $0) } - 1
    }

    private func latestYear(of rule: NoticeRule, _ dueOn: (Int) -> Day) -> Int {
        guard let reached = latestDueDate(of: rule, to: .responsible) else { return day.year }
        return dueOn(day.year + 1) <= reached ? day.year + 1 : day.year
    }

    /// Every timing moves forward with its due date, so that halving finds the last one that has
    /// come; none lies further away than the years below.
    private func latestDueDate(of timing: NoticeTiming) -> Day {
        var lower = day.adding(months: -12 * 3)
        var upper = day.adding(months: 12 * 5)
        while upper.days(since: lower) > 1 {
            let middle = lower.adding(days: upper.days(since: lower) / 2)
            if timing.day(for: middle, in: calendar) <= day {
                lower = middle
            } else {
                upper = middle
            }
        }
        return lower
    }
}
