import Agreements
import Rules
import Testing

/// A planner that runs day by day, or with days left out (domain.md, 7).
struct DailyRunTests {
    @Test(arguments: RandomRegister.all)
    func `daily runs send what falls due, each notice once`(random: RandomRegister) throws {
        let notices = try Self.notices(of: random)
        let days = random.noticeDays

        let decisions = Self.decisions(of: notices, on: days)

        #expect(Set(decisions.map(\.key)).count == decisions.count)
        #expect(decisions.count > 50)
        #expect(decisions == days.flatMap(notices.due).map(NoticeDecision.send))
    }

    @Test(arguments: RandomRegister.all)
    func `runs with gaps decide on nothing twice`(random: RandomRegister) throws {
        let notices = try Self.notices(of: random)
        let gap = [2, 5, 17, 45][random.seed % 4]
        let days = random.noticeDays.filter { Int($0.number).isMultiple(of: gap) }

        let decisions = Self.decisions(of: notices, on: days)

        #expect(Set(decisions.map(\.key)).count == decisions.count)
        #expect(!decisions.isEmpty)
    }

    private static func notices(of random: RandomRegister) throws -> Notices {
        let facts = try GeneratedRegister(random).facts(for: .everything)
        return Notices(facts: facts, rulebook: .domain)
    }

    /// What runs on these days decide, each looking back to the one before it; a closed day is
    /// no run.
    private static func decisions(of notices: Notices, on days: [Day]) -> [NoticeDecision] {
        var decisions: [NoticeDecision] = []
        var lastRun = days[0].adding(days: -1)
        for day in days where Rulebook.domain.calendar.isWorkingDay(day) {
            decisions += notices.decisions(on: day, after: lastRun)
            lastRun = day
        }
        return decisions
    }
}
