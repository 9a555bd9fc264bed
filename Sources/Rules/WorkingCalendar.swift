import Agreements

/// Norway's working days: Monday to Friday, less public holidays and closed days (domain.md, 4).
///
/// It keeps no table, so that it holds for every year and is free to make and to copy; a question
/// about one day costs some tens of integer operations.
package struct WorkingCalendar: Hashable, Sendable {
    private let closedDays: [MonthDay]

    /// `closedDays` are closed in every year besides the public holidays.
    package init(closedDays: [MonthDay]) {
        self.closedDays = closedDays
    }

    /// Whether the day is neither of a weekend, a public holiday, nor a closed day.
    package func isWorkingDay(_ day: Day) -> Bool {
        guard day.weekday <= 5 else { return false }
        let (year, month, dayOfMonth) = day.civil
        switch (month, dayOfMonth) {
        case (1, 1), (5, 1), (5, 17), (12, 25), (12, 26): return false
        default: break
        }
        // Maundy Thursday falls on 19 March at the earliest, Whit Monday on 14 June at the latest.
        if (3...6).contains(month) {
            switch day.days(since: Self.easterSunday(of: year)) {
            case -3, -2, 1, 39, 50: return false
            default: break
            }
        }
        return !closedDays.contains { $0.month == month && $0.day == dayOfMonth }
    }

    /// The n-th working day strictly before a day.
    package func workingDay(_ n: Int, before day: Day) -> Day {
        step(n, from: day, by: -1)
    }

    /// The n-th working day strictly after a day.
    package func workingDay(_ n: Int, after day: Day) -> Day {
        step(n, from: day, by: 1)
    }

    /// The day itself, or the next working day when it is closed.
    package func nextWorkingDay(onOrAfter day: Day) -> Day {
        step(1, from: day.adding(days: -1), by: 1)
    }

    /// The n-th working day of the month in which a day lies, counted on into the next month when
    /// the month has fewer.
    package func workingDay(_ n: Int, ofMonthOf day: Day) -> Day {
        step(n, from: day.adding(days: -day.day), by: 1)
    }

    private func step(_ n: Int, from day: Day, by direction: Int) -> Day {
        var day = day
        var left = n
        while left > 0 {
            day = day.adding(days: direction)
            if isWorkingDay(day) { left -= 1 }
        }
        return day
    }

    /// The Gregorian computus as published by Meeus, Jones and Butcher.
    private static func easterSunday(of year: Int) -> Day {
        let golden = year % 19
        let (century, yearOfCentury) = (year / 100, year % 100)
        let correction = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + century - century / 4 - correction + 15) % 30
        let leap = 2 * (century % 4) + 2 * (yearOfCentury / 4)
        let weekday = (32 + leap - epact - yearOfCentury % 4) % 7
        let surplus = (golden + 11 * epact + 22 * weekday) / 451
        let marchDays = epact + weekday - 7 * surplus + 22
        return Day.first(of: year).adding(months: 2).adding(days: marchDays - 1)
    }
}
