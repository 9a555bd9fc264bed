import Agreements
import EvaluationWorker
import Foundation
import GRDB
import Register
import Rules
import Support
import Tasks
import Testing

@testable import Coordination

/// domain.md, 6: what is opened on 15 November, and what is assessed when it is submitted.
///
/// 15 November was a Friday in 2013 and a Saturday in 2014.
struct EvaluationPlannerTests {
    private let office: Office

    init() throws {
        office = try Office(rules: [])
    }

    private func evaluations() throws -> [String] {
        try office.rows(
            """
            SELECT id, year, evaluation.status FROM evaluation
            JOIN agreement ON agreement.key = evaluation.agreement ORDER BY id, year
            """)
    }

    private func submit(on day: String) throws {
        try office.execute(
            "UPDATE evaluation SET status = 'submitted', submitted_on = '\(day)' WHERE year = 2013")
    }

    @Test func `an evaluation is opened for exactly the agreements in force that day`()
        async throws
    {
        for agreement in [
            OfficeRows.agreement("draft", status: "draft"),
            OfficeRows.agreement("ended that day", status: "ended", endedOn: "2013-11-15"),
            OfficeRows.agreement("ended after", status: "ended", endedOn: "2013-11-16"),
            OfficeRows.agreement("from after", from: "2013-11-16"),
            OfficeRows.agreement("signed after", signedOn: "2013-11-16"),
            OfficeRows.agreement("to before", to: "2013-11-14"),
            OfficeRows.agreement("to that day", to: "2013-11-15"),
        ] {
            try office.add(agreement)
        }

        let counts = try await office.run("2013-11-15")

        #expect(counts.evaluationsToOpen == 3)
        #expect(
            try evaluations() == [
                "NORD-2012-001 2013 open", "ended after 2013 open", "to that day 2013 open",
            ])
    }

    @Test(arguments: [
        ("2013-11-14", 2012), ("2013-11-15", 2013), ("2014-01-02", 2013), ("2014-11-14", 2013),
        ("2014-11-17", 2014),
    ])
    func `it is the latest year whose opening day has come`(day: String, year: Int) async throws {
        try await office.run(day)

        #expect(try evaluations() == ["NORD-2012-001 \(year) open"])
    }

    @Test func `an opening day that is closed moves to the next working day`() async throws {
        try await office.run("2014-11-14")
        let saturday = try await office.run("2014-11-15")

        let monday = try await office.run("2014-11-17")

        #expect(saturday == Planner.Counts())
        #expect(monday.evaluationsToOpen == 1)
    }

    @Test func `an evaluation is opened once, also after its task is pruned`() async throws {
        try await office.run("2013-11-15")
        let again = try await office.plan()
        office.coordinator.clock.advance(by: .seconds(60))
        try office.prune()

        let pruned = try await office.plan()

        #expect(again.evaluationsToOpen == 0)
        #expect(pruned.evaluationsToOpen == 0)
        #expect(try office.coordinator.counts() == [:])
        #expect(try evaluations().count == 1)
    }

    @Test func `more agreements than a batch holds are all opened`() async throws {
        office.settings.evaluationBatch = 2
        for number in 1...4 { try office.add(OfficeRows.agreement("NORD-2012-10\(number)")) }

        let counts = try await office.run("2013-11-15")

        #expect(counts.evaluationsToOpen == 5)
        #expect(try evaluations().count == 5)
    }

    @Test func `more submissions than a batch holds are all planned before any is assessed`()
        async throws
    {
        office.settings.evaluationBatch = 2
        for number in 1...4 { try office.add(OfficeRows.agreement("NORD-2012-10\(number)")) }
        try await office.run("2013-11-15")
        try submit(on: "2013-12-02")

        try office.set("2013-12-04")
        let counts = try await office.plan()

        #expect(counts.evaluationsToAssess == 5)
    }

    @Test func `an opening is in the audit trail and the register is sound`() async throws {
        try await office.run("2013-11-15")

        let entries = try office.rows(
            "SELECT action, actor, subject FROM audit WHERE entity = 'evaluation'")
        let report = try office.register.check()

        #expect(entries == ["add coordinator NORD-2012-001/2013"])
        #expect(report.problems == [])
    }

    @Test func `the evidence and its light are those of the rules`() async throws {
        try office.add(
            """
            INSERT INTO plan (agreement, year, status, adopted_on)
                VALUES (1, 2013, 'adopted', '2013-01-10');
            INSERT INTO measure (id, agreement, year, title, side, due_on, status, done_on) VALUES
                ('M1', 1, 2013, 'Kurs', 'both', '2013-03-15', 'done', '2013-03-01'),
                ('M2', 1, 2013, 'Kurs', 'both', '2013-04-15', 'planned', NULL);
            INSERT INTO meeting
                (id, agreement, level, first_planned_on, planned_on, status, held_on)
            VALUES ('MØTE-1', 1, 'strategic', '2013-03-01', '2013-03-01', 'held', '2013-03-01');
            INSERT INTO activity (id, agreement, happened_on, kind)
                VALUES ('A1', 1, '2013-02-01', 'visit');
            INSERT INTO settlement (municipality, year, month, requested, decided, settled)
                VALUES (1, 2013, 10, 40, 30, 5);
            """)
        try await office.run("2013-11-15")

        let kept = try office.rows("SELECT content, light, rating FROM assessment")
        let facts = try office.register.facts(for: .everything)
        let evidence = EvidenceSource(facts: facts, year: 2013, rulebook: office.settings.rulebook)
            .evidence(ofAgreementAt: 0)
        let content = try office.rows("SELECT json_extract(content, '$.evidence') FROM assessment")

        #expect(kept.first?.hasSuffix(" yellow unrated") == true)
        #expect(evidence.light == .yellow)
        let first = try #require(content.first)
        #expect(try JSONDecoder().decode(Evidence.self, from: Data(first.utf8)) == evidence)
    }

    @Test func `each submission is assessed once`() async throws {
        try await office.run("2013-11-15")
        try submit(on: "2013-12-02")
        let wednesday = try await office.run("2013-12-04")
        let again = try await office.plan()
        office.coordinator.clock.advance(by: .seconds(60))
        try office.prune()
        let pruned = try await office.plan()
        try submit(on: "2013-12-04")

        let thursday = try await office.run("2013-12-05")

        #expect(wednesday.evaluationsToAssess == 1)
        #expect(again.evaluationsToAssess == 0)
        #expect(pruned.evaluationsToAssess == 0)
        #expect(thursday.evaluationsToAssess == 1)
        #expect(
            try office.rows("SELECT occasion, occasion_on, judged_on FROM assessment ORDER BY key")
                == [
                    "opened 2013-11-15 2013-11-15", "submitted 2013-12-02 2013-12-04",
                    "submitted 2013-12-04 2013-12-05",
                ])
        #expect(
            try office.rows("SELECT path FROM document ORDER BY key") == [
                "evaluations/2013/NORD-2012-001-opened-2013-11-15.html",
                "evaluations/2013/NORD-2012-001-submitted-2013-12-02.html",
                "evaluations/2013/NORD-2012-001-submitted-2013-12-04.html",
            ])
    }

    @Test func `the scores of both parties are assessed`() async throws {
        try await office.run("2013-11-15")
        try office.add(
            """
            INSERT INTO score (evaluation, side, dimension, score) VALUES
                (1, 'imdi', 'overall', 6), (1, 'imdi', 'services', 5),
                (1, 'counterpart', 'overall', 4);
            """)
        try submit(on: "2013-12-02")

        try await office.run("2013-12-02")

        #expect(
            try office.rows("SELECT rating FROM assessment WHERE occasion = 'submitted'")
                == ["good"])
    }

    @Test func `a submission of a day to come waits for that day`() async throws {
        try await office.run("2013-11-15")
        try submit(on: "2013-12-03")

        let monday = try await office.run("2013-12-02")
        let tuesday = try await office.run("2013-12-03")

        #expect(monday.evaluationsToAssess == 0)
        #expect(tuesday.evaluationsToAssess == 1)
    }

    @Test func `an evaluation that an import has opened meanwhile is not opened twice`()
        async throws
    {
        try office.set("2013-11-15")
        try await office.plan()
        try office.add("INSERT INTO evaluation (agreement, year, status) VALUES (1, 2013, 'open')")

        try await office.work()

        #expect(try evaluations() == ["NORD-2012-001 2013 open"])
        #expect(try office.rows("SELECT count(*) FROM audit WHERE entity = 'evaluation'") == ["1"])
        #expect(try office.coordinator.counts() == [.done: 1])
        #expect(try office.register.check().problems == [])
    }

    @Test func `a result that is taken in twice changes nothing`() async throws {
        try office.set("2013-11-15")
        try await office.plan()
        let due = try office.register.read { db in
            try TaskStore(db).due(at: office.now, TaskStore.DueLimits(tasks: 1))
        }
        let task = try #require(due.first)
        let outcome = try await EvaluationHandler(kind: .evaluationOpen, timeLimit: .seconds(60))
            .handle(task.envelope)
        guard case .done(let result) = outcome else { return #expect(outcome == .done()) }
        let effect = try #require(office.coordinator.effects[.evaluationOpen])
        func state() throws -> [[String]] {
            try ["evaluation", "assessment", "document", "audit"].map {
                try office.rows("SELECT * FROM \($0)")
            }
        }

        try office.register.write { db in try effect.apply(result, of: task, in: db) }
        let once = try state()
        try office.register.write { db in try effect.apply(result, of: task, in: db) }

        #expect(once.map(\.isEmpty) == [false, false, false, false])
        #expect(try state() == once)
    }
}
