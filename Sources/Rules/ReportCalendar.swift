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
        let first = day.adding(days: 1 - day.day)
        var issues: [Issue] = []
        func add(_ kind: Kind, months: Int, ifWorkingDay n: Int) {
            guard calendar.workingDay(n, ofMonthOf: day) == day,
                let period = Period(
                    from: first.adding(months: -months), to: first.adding(days: -1))
            else { return }
            issues.append(Issue(kind: kind, period: period))
        }
        add(.monthly, months: 1, ifWorkingDay: monthlyWorkingDay)
        if day.month == 7 { add(.halfYear, months: 6, ifWorkingDay: halfYearWorkingDay) }
        if day.month == 2, annualWorkingDay > 0,
            calendar.workingDay(annualWorkingDay, ofMonthOf: day) == day
        {
            issues.append(Issue(kind: .annual, period: Period(year: day.year - 1)))
        }
        return issues
    }
}
