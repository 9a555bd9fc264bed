import Testing

@testable import Agreements

struct DayTests {
    @Test(arguments: [
        ("1970-01-01", 0, 4), ("2013-03-01", 15765, 5), ("2000-02-29", 11016, 2),
        ("1969-12-31", -1, 3),
    ])
    func `a date is its number of days and its weekday`(text: String, number: Int32, weekday: Int)
        throws
    {
        let day = try #require(Day(text))

        #expect(day.number == number)
        #expect(day.weekday == weekday)
        #expect(day.description == text)
    }

    @Test(arguments: [
        "2013-02-29", "2013-02-31", "2013-13-01", "2013-00-10", "2013-1-1", "13-01-01",
        "0000-01-01", "2013-05-3x", "",
    ])
    func `what is not a date is refused`(text: String) {
        #expect(Day(text) == nil)
    }

    @Test(arguments: [
        ("2013-03-31", -1, "2013-02-28"), ("2012-03-31", -1, "2012-02-29"),
        ("2013-01-31", 1, "2013-02-28"),
        ("2013-12-15", 1, "2014-01-15"), ("2013-01-15", -1, "2012-12-15"),
        ("2012-02-29", 24, "2014-02-28"),
    ])
    func `adding months keeps the day or ends at the month's last`(
        from: String, months: Int, to: String
    ) throws {
        #expect(try #require(Day(from)).adding(months: months).description == to)
    }

    @Test func `every day of four centuries follows the one before`() throws {
        var previous = try #require(Day("1800-01-01"))
        for number in (previous.number + 1)...(previous.number + 146_097) {
            let day = Day(number: number)
            let next =
                previous.day == previous.lastOfMonth.day
                ? (previous.month == 12
                    ? Day(year: previous.year + 1, month: 1, day: 1)
                    : Day(year: previous.year, month: previous.month + 1, day: 1))
                : Day(year: previous.year, month: previous.month, day: previous.day + 1)
            #expect(day == next)
            previous = day
        }
    }
}
