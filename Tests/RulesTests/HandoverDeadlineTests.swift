import Agreements
import Rules
import Testing

/// How long a hand-over waits before the director hears of it.
struct HandoverDeadlineTests {
    @Test(arguments: [
        ("2013-03-01", "2013-03-08"), ("2013-03-26", "2013-04-05"), ("2013-03-30", "2013-04-08"),
    ])
    func `five working days are given, and no holiday counts`(offered: String, last: String) throws
    {
        let (offeredOn, lastDay) = (try #require(Day(offered)), try #require(Day(last)))

        let deadline = HandoverDeadline(
            offeredOn: offeredOn, calendar: WorkingCalendar(closedDays: []))

        #expect(deadline.day == lastDay)
        #expect(!deadline.isPast(on: lastDay))
        #expect(deadline.isPast(on: lastDay.adding(days: 1)))
    }
}
