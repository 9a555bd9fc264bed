import Agreements
import Testing

@testable import Rules

struct RuleRehearsalTests {
    private static func line(_ day: String, _ recipient: String) throws -> RuleRehearsal.Line {
        RuleRehearsal.Line(
            day: try #require(Day(day)), recipient: recipient, rule: .followUpDue,
            subject: "NORD-2012-001/F1", agreement: "NORD-2012-001",
            dueOn: "2013-03-08")
    }

    @Test func `what comes and what goes is told apart from what stays`() throws {
        let (stays, goes, comes) = (
            try Self.line("2013-03-01", "a"), try Self.line("2013-03-08", "a"),
            try Self.line("2013-03-05", "a")
        )

        let rehearsal = RuleRehearsal(present: [stays, goes], proposed: [stays, comes])

        #expect(rehearsal.added == [comes])
        #expect(rehearsal.removed == [goes])
    }
}
