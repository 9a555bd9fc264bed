import Agreements

/// On which working days reports are due (domain.md, 7).
package struct ReportCalendar: Hashable, Sendable, Codable {
    /// Of the month after the one reported on.
    package var monthlyWorkingDay: Int
    /// Of July.
    package var halfYearWorkingDay: Int
    /// Of February of the year after.
    package var annualWorkingDay: Int

    /// A report that comes round by the calendar.
    package enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
        case monthly
        case halfYear = "half_year"
        case annual
    }

    /// A report, by its kind and what it covers.
    package struct Issue: Hashable, Sendable, Codable {
        package var kind: Kind
        package var period: Period
    }

    /// The reports due on a day; none on a closed one.
    package func due(on day: Day, in calendar: WorkingCalendar) -> [Issue] {
        guard calendar.isWorkingDay(day) else { return [] }
        func isWorkingDay(_ n: Int) -> Bool { calendar.workingDay(n, ofMonthOf: day) == day }
        let before = day.adding(days: -day.day)
        var periods: [(Kind, Period?)] = []
        if isWorkingDay(monthlyWorkingDay) {
            let first = before.adding(days: 1 - before.day)
            periods.append((.monthly, Period(from: first, to: before)))
        }
        if day.month == 7, isWorkingDay(halfYearWorkingDay) {
            periods.append((.halfYear, Period(from: .first(of: day.year), to: before)))
        }
        if day.month == 2, isWorkingDay(annualWorkingDay) {
            periods.append((.annual, Period(year: day.year - 1)))
        }
        return periods.compactMap { kind, period in period.map { Issue(kind: kind, period: $0) } }
    }
}
