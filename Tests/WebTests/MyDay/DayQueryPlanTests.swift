import Agreements
import GRDB
import Register
import Rules
import Testing

@testable import Web

/// The plans of My day's queries: what one person has is found without reading everybody's.
struct DayQueryPlanTests {
    private let site: TestSite

    init() throws {
        site = try TestSite()
    }

    @Test(arguments: ["nord.sb0", "nord.dir", "c.an0", "c.dir"])
    func `no table that grows is read from end to end`(user: String) throws {
        let steps = try plan(of: user)

        let scans = steps.filter { step in
            ["t", "plan", "evaluation", "handover", "audit"].contains { step == "SCAN \($0)" }
        }
        #expect(scans.isEmpty, "\(steps)")
    }

    @Test func `a caseworker's follow-ups are found by their agreements and by their name`()
        throws
    {
        let steps = try plan(of: "nord.sb0").joined(separator: "\n")

        #expect(
            steps.contains("COVERING INDEX followup_open_by_agreement (agreement=? AND due_on<?)"))
        #expect(steps.contains("INDEX meeting_strategic (agreement=? AND <expr>>?"))
        #expect(steps.contains("followup_open_by_responsible (responsible=? AND due_on<?)"))
        #expect(steps.contains("meeting_planned_by_agreement (agreement=? AND planned_on<?)"))
        #expect(steps.contains("agreement_by_responsible (responsible=?)"))
        #expect(steps.contains("agreement_by_deputy (deputy=?)"))
        #expect(!steps.contains("SCAN agreement"))
    }

    @Test func `what somebody recorded is found by their name`() throws {
        let steps = try site.register.read { db in
            try Row.fetchAll(
                db, sql: "EXPLAIN QUERY PLAN \(DayDeed.recentSQL)",
                arguments: ["actor": "nord.sb0", "limit": 10]
            ).map { $0["detail"] as String }
        }

        #expect(steps == ["SEARCH audit USING INDEX audit_work_by_actor (actor=?)"])
    }

    private func plan(of user: String) throws -> [String] {
        let token = try site.browser(as: user).token ?? ""
        return try site.register.read { db in
            let session = try SessionStore(db).find(token: token, at: site.now)
            let today = Oslo.day(at: site.now)
            let statement = try DayQuery(
                reader: #require(session).user, scope: .mine, today: today, rulebook: .domain,
                horizon: today.adding(days: 14)
            ).statement(in: db)
            return try Row.fetchAll(
                db, sql: "EXPLAIN QUERY PLAN \(statement.sql)", arguments: statement.arguments
            ).map { $0["detail"] as String }
        }
    }
}
