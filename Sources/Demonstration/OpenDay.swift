import Agreements

extension Day {
    /// This day, or the next on which an office of 2012 or 2013 is open.
    var openDay: Day {
        var day = self
        while day.isClosed { day = day.adding(days: 1) }
        return day
    }

    private var isClosed: Bool {
        let (_, month, day) = civil
        return weekday > 5 || Day.fixedHolidays.contains(month * 100 + day)
            || Day.movableHolidays.contains(description)
    }

    private static let fixedHolidays: Set = [101, 501, 517, 1224, 1225, 1226, 1231]

    /// Maundy Thursday to Easter Monday, Ascension Day and Whit Monday, where they are no Sundays.
    private static let movableHolidays: Set = [
        "2012-04-05", "2012-04-06", "2012-04-09", "2012-05-17", "2012-05-28",
        "2013-03-28", "2013-03-29", "2013-04-01", "2013-05-09", "2013-05-20",
    ]
}
