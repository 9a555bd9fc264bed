import Agreements
import GRDB
import Rules
import Testing

@testable import Register

/// The plans of the queries that reports, notices and evidence are made of: an index is searched
/// and no large table is read from end to end.
struct QueryPlanTests {
    @Test(arguments: [
        (
            Question.report, \FactsSelection.meeting, "meeting",
            [
                "MULTI-INDEX OR", "INDEX 1",
                """
                SEARCH meeting USING INDEX meeting_by_first_planned_on \
                (first_planned_on>? AND first_planned_on<?)
                """,
                "INDEX 2",
                "SEARCH meeting USING INDEX meeting_by_held_on (held_on>? AND held_on<?)",
            ]
        )
    ])
    func `a hot query's plan is the one that is known`(
        question: Question, condition: KeyPath<FactsSelection, String?> & Sendable, table: String,
        plan: [String]
    ) throws {
        let found = try Self.plan(question, condition, table)

        #expect(found == plan)
    }

    /// What the selections are made for.
    enum Question: Sendable {
        case report
        case notices
        case evidence

        var scope: FactsScope {
            let first = Day.first(of: 2013)
            switch self {
            case .report: return .report(Period(year: 2013))
            case .notices: return .notices(on: first, after: nil)
            case .evidence: return .evidence(agreements: ["NORD-2012-001"], year: 2013)
            }
        }
    }

    private static func plan(
        _ question: Question, _ condition: KeyPath<FactsSelection, String?>, _ table: String
    ) throws -> [String] {
        let selection = try FactsSelection(for: question.scope)
        let condition = try #require(selection[keyPath: condition])
        let temporary = try TemporaryRegister()
        defer { withExtendedLifetime(temporary) {} }
        return try temporary.register.read { db in
            try Row.fetchAll(
                db, sql: "EXPLAIN QUERY PLAN SELECT * FROM \(table) WHERE \(condition)",
                arguments: StatementArguments(selection.arguments)
            ).map { $0["detail"] }
        }
    }
}
