import Agreements
import Testing

@testable import Rules

/// Whom the rules have reached by a day, compared with when each stage falls.
struct NoticeReachTests {
    @Test(arguments: NoticeRule.allCases, ["2013-03-01", "2013-03-29", "2012-12-31", "2013-06-30"])
    func `the latest due date is the last one whose stage has come`(rule: NoticeRule, on: String)
        throws
    {
        let day = try #require(Day(on))
        let rulebook = Rulebook.domain
        let reach = NoticeReach(rulebook: rulebook, on: day)

        for stage in rulebook.notices[rule] ?? [] {
            for role in stage.to {
                let latest = try #require(reach.latestDueDate(of: rule, to: role))
                let stages = (rulebook.notices[rule] ?? []).filter { $0.to.contains(role) }
                #expect(
                    stages.contains { $0.at.day(for: latest, in: rulebook.calendar) <= day })
                #expect(
                    stages.allSatisfy {
                        $0.at.day(for: latest.adding(days: 1), in: rulebook.calendar) > day
                    })
            }
        }
    }

    @Test func `a rule reaches nobody whom it does not name`() throws {
        let reach = NoticeReach(rulebook: .domain, on: "2013-03-01")

        #expect(reach.latestDueDate(of: .meetingUpcoming, to: .director) == nil)
    }

    @Test(arguments: [
        ("2013-03-01", 2013, 2012), ("2013-11-14", 2013, 2012), ("2013-11-15", 2013, 2013),
        ("2013-11-29", 2013, 2013), ("2013-12-02", 2014, 2013), ("2014-01-01", 2014, 2013),
    ]) func `plans and evaluations are of the year that has been asked for`(
        on: String, plan: Int, evaluation: Int
    ) throws {
        let reach = NoticeReach(rulebook: .domain, on: try #require(Day(on)))

        #expect(reach.planYear == plan)
        #expect(reach.evaluationYear == evaluation)
    }
}
