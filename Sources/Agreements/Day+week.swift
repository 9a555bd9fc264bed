extension Day {
    /// The week by ISO 8601 and the year that it belongs to, which is that of its Thursday.
    package var isoWeek: (year: Int, week: Int) {
        let thursday = adding(days: 4 - weekday)
        return (thursday.year, thursday.days(since: .first(of: thursday.year)) / 7 + 1)
    }

    /// The Monday of its week.
    package var mondayOfWeek: Day { adding(days: 1 - weekday) }
}
