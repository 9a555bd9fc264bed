import Agreements

/// The stages that fall on the days after one day and up to another.
///
/// A run looks at the days since the last one. Looking from the window to due dates, instead of
/// from every due date to its stages, lets a loader leave, and a pass skip, nearly all rows.
package struct NoticeWindow: Sendable {
    /// The last day of the window.
    package let day: Day
    /// The day before its first.
    package let after: Day
    private let rulebook: Rulebook
    private let calendar: WorkingCalendar
    /// A day moves to the next working day into the window from here on.
    private let first: Day
    private let dueDates: [NoticeRule: ClosedRange<Day>]

    /// Nothing is missed further back than the catch-up limit when there has been no run before.
    package init(rulebook: Rulebook, on day: Day, after lastRun: Day?) {
        let calendar = rulebook.calendar
        let limit = calendar.workingDay(rulebook.catchUpWorkingDays, before: day).adding(days: -1)
        let after = lastRun ?? limit
        let first = calendar.workingDay(1, before: after.adding(days: 1)).adding(days: 1)
        self.rulebook = rulebook
        self.calendar = calendar
        self.day = day
        self.after = after
        self.first = first
        dueDates = rulebook.notices.compactMapValues { stages in
            let ranges = stages.compactMap {
                $0.at.dueDates(stagedIn: first...max(first, day), calendar: calendar)
            }
            guard let lowest = ranges.map(\.lowerBound).min(),
                let highest = ranges.map(\.upperBound).max()
            else { return nil }
            return lowest...highest
        }
    }

    /// The due dates that can have a stage in the window, and more; nil when none can.
    package func dueDateRange(of rule: NoticeRule) -> ClosedRange<Day>? {
        after < day ? dueDates[rule] : nil
    }

    /// The stages of a rule that fall into the window for a due date, in order.
    func stages(of rule: NoticeRule, dueOn: Day) -> [StageDay] {
        (rulebook.notices[rule] ?? []).enumerated().compactMap { position, stage in
            let stagedOn = stage.at.day(for: dueOn, in: calendar)
            guard after < stagedOn, stagedOn <= day else { return nil }
            return StageDay(number: position + 1, stagedOn: stagedOn, roles: stage.to)
        }
    }

    /// A stage, with the day on which it falls.
    struct StageDay {
        var number: Int
        var stagedOn: Day
        var roles: [RecipientRole]
    }
}

extension NoticeTiming {
    /// The due dates whose stage may fall on one of some days, some more than those; nil for none.
    fileprivate func dueDates(stagedIn days: ClosedRange<Day>, calendar: WorkingCalendar)
        -> ClosedRange<Day>?
    {
        switch self {
        case .workingDaysBefore(let n):
            // The n-th working day before d is on or after the first day of the window…
            let first = calendar.workingDay(n, after: days.lowerBound.adding(days: -1))
            // … and on or before its last, so that at most n - 1 lie between.
            return first...max(first, calendar.workingDay(n, after: days.upperBound))
        case .workingDaysAfter(let n):
            let last = days.upperBound
            return calendar.workingDay(n, before: days.lowerBound)...last
        case .onTheDay:
            return days
        case .monthsBefore(let n):
            // Up to three days of a long month share the last day of a short one.
            return days.lowerBound.adding(
                months: n)...days.upperBound.adding(months: n).adding(days: 3)
        case .date(let date):
            return Self.years(of: date, in: days, calendar: calendar, offset: 0)
        case .dateOfYearBefore(let date):
            return Self.years(of: date, in: days, calendar: calendar, offset: 1)
        case .workingDayOfNextMonth:
            // Counting may run over into a month after the next.
            return days.lowerBound.adding(days: -days.lowerBound.day).adding(
                months: -1)...days.upperBound.adding(months: -1).lastOfMonth
        }
    }

    /// All of the years, moved on by `offset`, in which a date falls on one of some days.
    private static func years(
        of date: MonthDay, in days: ClosedRange<Day>, calendar: WorkingCalendar, offset: Int
    ) -> ClosedRange<Day>? {
        let years = (days.lowerBound.year...days.upperBound.year).filter {
            days.contains(date.day(in: $0))
        }
        guard let first = years.first, let last = years.last else { return nil }
        return Day.first(of: first + offset)...Day.last(of: last + offset)
    }
}
