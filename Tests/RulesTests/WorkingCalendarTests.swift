import Agreements
import Rules
import Testing

struct WorkingCalendarTests {
    let calendar = Rulebook.domain.calendar

    @Test(arguments: [
        (2012, ["04-05", "04-06", "04-09", "05-01", "05-17", "05-28"]),
        (2013, ["03-28", "03-29", "04-01", "05-01", "05-09", "05-17", "05-20"]),
        (2026, ["04-02", "04-03", "04-06", "05-01", "05-14", "05-25"]),
        (2027, ["03-25", "03-26", "03-29", "05-06", "05-17"]),
        (2032, ["03-25", "03-26", "03-29", "05-06", "05-17"]),
        (2008, ["03-20", "03-21", "03-24", "05-01", "05-12"]),
        (2038, ["04-22", "04-23", "04-26", "05-17", "06-03", "06-14"]),
    ])
    func `weekdays from March to June are open but for these`(year: Int, closed: [String]) {
        let first = Day.first(of: year).adding(months: 2)
        let days = (0..<122).map { first.adding(days: $0) }

        let found = days.filter { $0.weekday <= 5 && !calendar.isWorkingDay($0) }

        #expect(found.map { String($0.description.dropFirst(5)) } == closed)
    }

    @Test(arguments: [
        ("2013-01-01" as Day, false), ("2013-01-02", true), ("2013-12-23", true),
        ("2013-12-24", false), ("2013-12-25", false), ("2013-12-26", false),
        ("2013-12-27", true), ("2013-12-31", false), ("2013-03-02", false), ("2013-03-03", false),
    ])
    func `new year, Christmas and weekends are closed`(day: Day, isOpen: Bool) {
        #expect(calendar.isWorkingDay(day) == isOpen)
    }

    @Test func `closed days are the ones that are configured`() throws {
        let calendar = WorkingCalendar(closedDays: [try #require(MonthDay("07-01"))])

        #expect(calendar.isWorkingDay("2013-12-24"))
        #expect(!calendar.isWorkingDay("2013-07-01"))
    }

    @Test(arguments: [
        (1, "2013-04-02" as Day, "2013-03-27" as Day), (2, "2013-04-02", "2013-03-26"),
        (5, "2013-05-22", "2013-05-13"), (1, "2014-01-02", "2013-12-30"),
        (10, "2013-03-02", "2013-02-18"),
    ])
    func `working days are counted strictly before a day`(n: Int, day: Day, expected: Day) {
        #expect(calendar.workingDay(n, before: day) == expected)
    }

    @Test(arguments: [
        (1, "2013-03-27" as Day, "2013-04-02" as Day), (2, "2013-03-28", "2013-04-03"),
        (20, "2013-12-01", "2014-01-03"), (1, "2013-05-16", "2013-05-21"),
    ])
    func `working days are counted strictly after a day`(n: Int, day: Day, expected: Day) {
        #expect(calendar.workingDay(n, after: day) == expected)
    }

    @Test(arguments: [
        (5, "2013-05-31" as Day, "2013-05-08" as Day), (10, "2013-05-01", "2013-05-16"),
        (8, "2013-02-28", "2013-02-12"), (1, "2013-06-15", "2013-06-03"),
    ])
    func `working days of a month are counted from its first day`(
        n: Int, day: Day, expected: Day
    ) {
        #expect(calendar.workingDay(n, ofMonthOf: day) == expected)
    }

    @Test(arguments: [
        ("2013-06-01" as Day, "2013-06-03" as Day), ("2013-06-03", "2013-06-03"),
        ("2013-03-28", "2013-04-02"), ("2013-12-24", "2013-12-27"),
    ])
    func `a closed day moves to the next working day`(day: Day, expected: Day) {
        #expect(calendar.nextWorkingDay(onOrAfter: day) == expected)
    }

    @Test func `a date of every year that one year lacks is the last of its month`() throws {
        let date = try #require(MonthDay("02-29"))

        #expect(date.day(in: 2013) == "2013-02-28")
        #expect(date.day(in: 2012) == "2012-02-29")
        #expect(date.description == "02-29")
        #expect(MonthDay("02-30") == nil)
    }
}
