import Agreements

/// «Fellesferie»: custom and no law, the last three full weeks of July.
package enum GeneralHoliday {
    /// The first and the last day of the next one that has not ended, Monday to Sunday.
    package static func days(from day: Day) -> (first: Day, last: Day) {
        let here = days(in: day.year)
        return here.last >= day ? here : days(in: day.year + 1)
    }

    private static func days(in year: Int) -> (first: Day, last: Day) {
        var last = Day.first(of: year).adding(months: 7).adding(days: -1)
        while last.weekday != 7 { last = last.adding(days: -1) }
        return (last.adding(days: -20), last)
    }
}
