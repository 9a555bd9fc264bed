import Agreements
import Checksum
import Documents
import Foundation
import GRDB
import Register
import Rules
import Support
import Tasks
import Testing

@testable import Coordination

/// domain.md, 7 and 9: reports come at their instants, in parts and then whole, and are frozen.
///
/// In 2013 the monthly report of January is due on 12 February and the annual one on the 14th.
struct ReportPlannerTests {
    private let office: Office
    private let january: Period

    init() throws {
        office = try Office(rules: [])
        january = try Office.period("2013-01-01", "2013-01-31")
    }

    private func issue(_ period: Period) async throws -> String {
        let name = try office.register.write { db in
            try ReportPlanner(settings: office.settings, term: nil)
                .plan(period, at: office.now, in: db)
        }
        try await office.work()
        return name
    }

    private func issued() throws -> [String] {
        try office.rows(
            "SELECT id, edition FROM report WHERE issued_at IS NOT NULL ORDER BY key")
    }

    private func document(_ path: String) throws -> Data {
        let body = try office.register.read { db in
            try Data.fetchOne(
                db, sql: "SELECT body FROM document WHERE path = ?", arguments: [path])
        }
        return try #require(body)
    }

    @Test func `a report comes at its instant: seven parts, then the whole`() async throws {
        try office.set("2013-02-12", 6, 59)
        let early = try await office.schedule()
        try office.set("2013-02-12")
        let first = try await office.schedule()
        let parts = try office.coordinator.counts()
        let again = try await office.schedule()

        try await office.work()

        #expect(early == Scheduler.Counts())
        #expect(first == Scheduler.Counts(run: 1))
        #expect(parts == [.planned: 7])
        #expect(again == Scheduler.Counts())
        #expect(try issued() == ["monthly-2013-01 1"])
        #expect(
            try office.rows("SELECT kind, count(*) FROM task WHERE state = 'done' GROUP BY kind")
                == ["report.part 7", "report.whole 1"])
    }

    @Test func `the annual and the half-year report follow`() async throws {
        try office.set("2013-02-14")
        try await office.schedule()
        try office.set("2013-07-12")
        try await office.schedule()

        try await office.work()

        #expect(
            Set(try issued())
                == [
                    "monthly-2013-01 1", "annual-2012 1", "monthly-2013-06 1",
                    "half-year-2013-06 1",
                ])
    }

    @Test func `a first start issues the latest within the window and records the others`()
        async throws
    {
        try office.set("2013-03-13")

        let counts = try await office.schedule()
        try await office.work()

        #expect(counts == Scheduler.Counts(run: 2, skipped: 1))
        #expect(Set(try issued()) == ["monthly-2013-02 1", "annual-2012 1"])
        #expect(
            try office.rows("SELECT schedule, outcome FROM schedule_run ORDER BY nominal_at")
                == ["report.monthly skipped", "report.annual run", "report.monthly run"])
    }

    @Test func `a report is not repeated after its tasks are pruned`() async throws {
        try office.set("2013-02-12")
        try await office.schedule()
        try await office.work()
        office.coordinator.clock.advance(by: .seconds(60))
        try office.prune()

        let again = try await office.schedule()

        #expect(again == Scheduler.Counts())
        #expect(try office.coordinator.counts() == [:])
        #expect(try issued() == ["monthly-2013-01 1"])
    }

    @Test func `an issued report has the figures of avtalt report, and their checksum`()
        async throws
    {
        try office.add(
            """
            INSERT INTO activity (id, agreement, happened_on, kind)
                VALUES ('A1', 1, '2013-01-10', 'visit');
            INSERT INTO meeting
                (id, agreement, level, first_planned_on, planned_on, status, held_on)
            VALUES ('MØTE-1', 1, 'strategic', '2013-01-03', '2013-01-03', 'held', '2013-01-08');
            INSERT INTO target (unit, year, indicator, value)
                VALUES ('nord', 2013, 'anchored', 0.9);
            """)
        try office.set("2013-02-12")
        let name = try await issue(january)

        let figures = try document("reports/monthly-2013-01-edition-1.json")
        let page = try document("reports/monthly-2013-01-edition-1.html")
        let facts = try office.register.facts(for: .report(january))
        let expected = ReportJSON(
            Indicators(facts: facts, period: january, rulebook: office.settings.rulebook)
                .consolidated
        ).render()
        let checksum = Checksum.hexadecimal(of: figures)

        #expect(name == "monthly-2013-01/1")
        #expect(String(decoding: figures, as: UTF8.self) == expected)
        #expect(try office.rows("SELECT checksum FROM report") == [checksum])
        #expect(String(decoding: page, as: UTF8.self).contains(checksum))
    }

    @Test func `issuing again makes a second edition and says what has changed`() async throws {
        try office.set("2013-02-12")
        _ = try await issue(january)
        let before = try document("reports/monthly-2013-01-edition-1.html")
        try office.add(
            """
            INSERT INTO activity (id, agreement, happened_on, kind)
            VALUES ('A1', 1, '2013-01-10', 'visit')
            """)

        let name = try await issue(january)

        #expect(name == "monthly-2013-01/2")
        #expect(try issued() == ["monthly-2013-01 1", "monthly-2013-01 2"])
        let changes = try document("reports/monthly-2013-01-edition-2.changes.json")
        #expect(
            try office.rows("SELECT coalesce(changes, '-') FROM report ORDER BY key")
                == ["-", String(decoding: changes, as: UTF8.self)])
        #expect(try document("reports/monthly-2013-01-edition-1.html") == before)
    }

    @Test(arguments: [
        "UPDATE report SET checksum = replace(checksum, '0', '1')",
        "DELETE FROM report WHERE TRUE", "UPDATE report_part SET content = '{}'",
        "DELETE FROM report_part WHERE TRUE", "UPDATE document SET body = x''",
        "DELETE FROM document WHERE TRUE",
    ])
    func `an issued report is frozen`(sql: String) async throws {
        try office.set("2013-02-12")
        _ = try await issue(january)

        #expect(throws: RegisterError.self) { try office.execute(sql) }
    }

    @Test(arguments: [
        ("2013-02-01", "2013-02-28", "monthly-2013-02"),
        ("2013-01-01", "2013-06-30", "half-year-2013-06"),
        ("2013-07-01", "2013-12-31", "half-year-2013-12"),
        ("2013-01-01", "2013-12-31", "annual-2013"),
        ("2013-02-01", "2013-02-27", "period-2013-02-01-2013-02-27"),
        ("2013-02-01", "2013-07-31", "period-2013-02-01-2013-07-31"),
        ("2012-01-01", "2013-12-31", "period-2012-01-01-2013-12-31"),
    ])
    func `a report is named after its period`(from: String, to: String, id: String) throws {
        #expect(ReportShelf.id(of: try Office.period(from, to)) == id)
    }

    @Test func `a report on demand is due as soon as its period is over`() async throws {
        try office.set("2026-01-05")
        try office.register.write { db in
            _ = try ReportPlanner(settings: office.settings, term: nil)
                .plan(january, at: office.now, in: db)
        }
        try office.set("2013-02-01")

        try await office.work()

        #expect(try issued() == ["monthly-2013-01 1"])
    }
}
