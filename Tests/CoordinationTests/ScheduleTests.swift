import Agreements
import Coordination
import Rules
import Testing

struct ScheduleTests {
    private func oslo(_ day: String, _ hour: Int, _ minute: Int = 0) throws -> Instant {
        Oslo.instant(of: try #require(Day(day)), hour: hour, minute: minute)
    }

    private func daily(_ catchUp: Schedule.CatchUp, window: Duration = .seconds(3 * 86_400))
        -> Schedule
    {
        Schedule(name: "daily", hour: 7, catchUp: catchUp, window: window)
    }

    @Test(arguments: [
        (Schedule.CatchUp.skip, [true, true, true, true, true]),
        (.latest, [true, true, true, true, false]),
        (.all, [true, true, false, false, false]),
    ])
    func `after five days without a run the catch-up decides`(
        catchUp: Schedule.CatchUp, isSkipped: [Bool]
    ) throws {
        let decisions = daily(catchUp).decisions(
            after: try oslo("2013-03-01", 7), at: try oslo("2013-03-06", 9))

        #expect(decisions.map(\.isSkipped) == isSkipped)
        #expect(decisions.map(\.nominalAt).last == (try oslo("2013-03-06", 7)))
    }

    @Test func `a run on time is run whatever the catch-up`() throws {
        let decisions = daily(.skip).decisions(
            after: try oslo("2013-03-01", 7), at: try oslo("2013-03-02", 7))

        #expect(decisions.map(\.isSkipped) == [false])
    }

    @Test func `an instant that was dealt with does not come again`() throws {
        let seven = try oslo("2013-03-02", 7)

        #expect(daily(.all).decisions(after: seven, at: seven) == [])
        #expect(daily(.all).decisions(after: seven, at: try oslo("2012-03-02", 7)) == [])
    }

    @Test func `an hour that summer time skips runs once at the end of the gap`() throws {
        let schedule = Schedule(name: "night", hour: 2, minute: 30, catchUp: .all)

        let decisions = schedule.decisions(
            after: try oslo("2013-03-30", 12), at: try oslo("2013-03-31", 12))

        #expect(decisions.map(\.nominalAt.description) == ["2013-03-31T01:00:00.000Z"])
    }

    @Test func `an hour that comes twice runs at its first coming only`() throws {
        let schedule = Schedule(name: "night", hour: 2, minute: 30, catchUp: .all)

        let decisions = schedule.decisions(
            after: try oslo("2013-10-26", 12), at: try oslo("2013-10-27", 12))

        #expect(decisions.map(\.nominalAt.description) == ["2013-10-27T00:30:00.000Z"])
    }

    @Test func `the next instant is the first that is still to come`() throws {
        let next = daily(.latest).next(after: try oslo("2013-03-01", 7))

        #expect(next == (try oslo("2013-03-02", 7)))
    }
}
