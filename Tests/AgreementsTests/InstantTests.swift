import Testing

@testable import Agreements

struct InstantTests {
    @Test(arguments: [
        ("2013-03-01", 7, 0, "2013-03-01T06:00:00.000Z"),
        ("2013-07-01", 7, 0, "2013-07-01T05:00:00.000Z"),
        ("2013-03-31", 2, 30, "2013-03-31T01:00:00.000Z"),
        ("2013-10-27", 2, 30, "2013-10-27T00:30:00.000Z"),
    ])
    func `a wall-clock time in Oslo is one instant on both changes of summer time`(
        day: String, hour: Int, minute: Int, instant: String
    ) throws {
        let day = try #require(Day(day))

        #expect(Oslo.instant(of: day, hour: hour, minute: minute).description == instant)
    }

    @Test(arguments: [
        (1_362_092_399_999 as Int64, "2013-02-28"), (1_362_092_400_000, "2013-03-01"),
    ])
    func `a day begins at midnight in Oslo`(milliseconds: Int64, day: String) {
        #expect(Oslo.day(at: Instant(milliseconds: milliseconds)).description == day)
    }
}
