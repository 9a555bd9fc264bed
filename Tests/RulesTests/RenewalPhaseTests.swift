import Agreements
import Rules
import Testing

/// When the parties take stock of the whole period: 12 to 6 months before it ends.
struct RenewalPhaseTests {
    private let calendar = Rulebook.domain.calendar

    @Test(arguments: [
        // 18 May 2014 was a Sunday.
        ("2015-05-18", "2014-05-18", RenewalPhase.notYet), ("2015-05-18", "2014-05-19", .due),
        ("2015-05-18", "2014-11-18", .due), ("2015-05-18", "2014-11-19", .late),
        ("2015-05-18", "2015-05-18", .late), ("2015-05-18", "2015-05-19", .over),
        // The last day of 2013 is closed, and so is the first of 2014.
        ("2014-12-31", "2013-12-31", .notYet), ("2014-12-31", "2014-01-02", .due),
        // June and February have no 31st.
        ("2014-12-31", "2014-06-30", .due), ("2014-12-31", "2014-07-01", .late),
        ("2013-08-31", "2013-02-28", .due), ("2013-08-31", "2013-03-01", .late),
        // 29 December 2013 was a Sunday.
        ("2014-06-29", "2013-12-30", .due), ("2014-06-29", "2013-12-31", .late),
    ])
    func `a limit on a closed day moves to the next working day`(
        validTo: String, day: String, phase: RenewalPhase
    ) throws {
        let (validTo, day) = (try #require(Day(validTo)), try #require(Day(day)))

        #expect(RenewalPhase(validTo: validTo, on: day, calendar: calendar) == phase)
    }

    @Test(arguments: 0..<400)
    func `it begins with the first reminder of the end and lasts to the second`(
        offset: Int
    ) throws {
        let validTo = Day.first(of: 2014).adding(days: offset)
        let stages = try #require(Rulebook.domain.notices[.agreementExpiry])
        let (first, second) = (
            stages[0].at.day(for: validTo, in: calendar),
            stages[1].at.day(for: validTo, in: calendar)
        )
        func phase(_ day: Day) -> RenewalPhase {
            RenewalPhase(validTo: validTo, on: day, calendar: calendar)
        }

        #expect(phase(first.adding(days: -1)) == .notYet)
        #expect(phase(first) == .due && phase(second) == .due)
        #expect(phase(second.adding(days: 1)) == .late)
    }
}
