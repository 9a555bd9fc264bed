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
            """
            MULTI-INDEX OR
            INDEX 1
            SEARCH meeting USING INDEX meeting_by_first_planned_on (first_planned_on>? AND \
            first_planned_on<?)
            INDEX 2
            SEARCH meeting USING INDEX meeting_by_held_on (held_on>? AND held_on<?)
            INDEX 3
            LIST SUBQUERY 1
            SEARCH postponement USING COVERING INDEX postponement_by_decided_on (decided_on>? AND \
            decided_on<?)
            SEARCH meeting USING INTEGER PRIMARY KEY (rowid=?)
            """
        ),
        (.report, \.followUp, "followup", late("followup")),
        (.report, \.measure, "measure", late("measure")),
        (
            .report, \.activity, "activity",
            """
            SEARCH activity USING INDEX activity_by_happened_on (happened_on>? AND happened_on<?)
            """
        ),
        (
            .report, \.evaluation, "evaluation",
            "SEARCH evaluation USING INDEX evaluation_by_year (year=?)"
        ),
    ])
    func `a hot query's plan is the one that is known`(
        question: Question, condition: KeyPath<FactsSelection, String?> & Sendable, table: String,
        plan: String
    ) throws {
        let found = try Self.plan(question, condition, table)

        #expect(found.joined(separator: "\n") == plan)
    }

    @Test(arguments: Question.allCases, Large.allCases)
    func `no large table is read from end to end`(question: Question, large: Large) throws {
        let selection = try FactsSelection(for: question.scope)
        guard selection[keyPath: large.condition] != nil else { return }

        let found = try Self.plan(question, large.condition, large.rawValue)

        #expect(!found.contains { $0.hasPrefix("SCAN \(large.rawValue)") }, "\(found)")
    }

    /// Tables that grow with the years.
    enum Large: String, CaseIterable, Sendable {
        case plan
        case measure
        case meeting
        case followup
        case activity
        case evaluation
        case settlement
        case grant = "\"grant\""

        var condition: KeyPath<FactsSelection, String?> {
            switch self {
            case .plan: \.plan
            case .measure: \.measure
            case .meeting: \.meeting
            case .followup: \.followUp
            case .activity: \.activity
            case .evaluation: \.evaluation
            case .settlement: \.settlement
            case .grant: \.grant
            }
        }
    }

    private static func late(_ table: String) -> String {
        """
        MULTI-INDEX OR
        INDEX 1
        SEARCH \(table) USING INDEX \(table)_by_due_on (due_on>? AND due_on<?)
        INDEX 2
        SEARCH \(table) USING INDEX \(table)_open (due_on<?)
        INDEX 3
        SEARCH \(table) USING INDEX \(table)_done_late (done_on>?)
        INDEX 4
        SEARCH \(table) USING INDEX \(table)_cancelled_late (cancelled_on>?)
        """
    }

    /// What the selections are made for.
    enum Question: CaseIterable, Sendable {
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
