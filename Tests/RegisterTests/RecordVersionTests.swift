import Agreements
import GRDB
import Testing

@testable import Register

/// Two people edit one record: the second hears what the first changed.
struct RecordVersionTests {
    private let bench: DeedBench
    private let id = "NORD-2012-001"

    init() throws {
        bench = try DeedBench()
    }

    private func record() throws -> AgreementRecord {
        try bench.read { try AgreementRecord(id, in: $0) }
    }

    private func edit(
        expecting version: RecordVersion?, _ alter: (inout AgreementTerms) throws -> Void
    ) throws {
        var terms = try record().terms
        try alter(&terms)
        try bench.perform {
            try AgreementDeeds($0, author: $1, at: $2).edit(id, to: terms, expecting: version)
        }
    }

    @Test func `the version of a row that was never changed is the entry that added it`() throws {
        let versions = try bench.read { db in
            try [("meeting", 2), ("agreement", 1), ("followup", 1)].map { table, key in
                try RecordVersion.of(table, key: Int64(key), in: db)?.seq
            }
        }

        let added = try bench.column(
            """
            SELECT seq FROM audit WHERE action = 'add'
            AND entity IN ('meeting', 'agreement', 'followup')
            ORDER BY instr('meeting agreement followup', entity)
            """)
        #expect(versions.map { $0.map(String.init) } == added)
    }

    @Test func `a row that the trail does not know has no version`() throws {
        let version = try bench.read { try RecordVersion.of("meeting", key: 99, in: $0) }

        #expect(version == nil)
    }

    @Test func `a version that still holds is accepted`() throws {
        let version = try record().version

        try edit(expecting: version) { $0.title = "Bodø kommune" }

        #expect(try record().terms.title == "Bodø kommune")
        #expect(try record().version.seq > version.seq)
    }

    @Test func `a version that has moved on tells what changed, by whom and when`() throws {
        let version = try record().version
        try edit(expecting: version) {
            $0.title = "Bodø kommune"
            $0.parties = ["nav-nord"]
            $0.responsible = "nord.saksbehandler2"
            $0.strategicMeetingsPerYear = 4
        }

        let moved = try #require(
            try movedOn { try edit(expecting: version) { $0.purpose = "Kvalifisering" } })

        #expect(moved.subject == id)
        #expect(moved.current == (try record().version))
        #expect(moved.changes.map(\.actor) == ["nord.saksbehandler1"])
        #expect(moved.changes.map(\.at) == ["2013-03-01T06:00:00.000Z"])
        #expect(
            moved.changes.first?.fields == [
                FieldChange(field: "title", before: "Bodø", after: "Bodø kommune"),
                FieldChange(field: "strategic_meetings_per_year", before: "2", after: "4"),
                FieldChange(
                    field: "responsible", before: "nord.saksbehandler1",
                    after: "nord.saksbehandler2"),
                FieldChange(field: "parties", before: "bodo, nav-nord", after: "nav-nord"),
            ])
        #expect(try record().terms.purpose == "Bosetting")
    }

    @Test func `with the current version the change goes in beside the other`() throws {
        let version = try record().version
        try edit(expecting: version) { $0.title = "Bodø kommune" }
        let moved = try #require(
            try movedOn { try edit(expecting: version) { $0.purpose = "Kvalifisering" } })

        try edit(expecting: moved.current) { $0.purpose = "Kvalifisering" }

        #expect(try record().terms.purpose == "Kvalifisering")
        #expect(try record().terms.title == "Bodø kommune")
    }

    @Test func `a history tells the addition and every change`() throws {
        try edit(expecting: nil) { $0.title = "Bodø kommune" }
        try edit(expecting: nil) { $0.validTo = Day("2015-12-31") }

        let history = try bench.read {
            try RecordHistory($0).changes(of: [RecordRow(table: "agreement", key: 1)])
        }

        #expect(history.map(\.isAddition) == [true, false, false])
        #expect(history.map { $0.fields.map(\.field) } == [[], ["title"], ["valid_to"]])
    }

    @Test(arguments: [
        "SELECT seq FROM audit WHERE entity = ? AND action = 'change' AND first_key = ? "
            + "ORDER BY seq DESC LIMIT 1",
        "SELECT seq, last_key FROM audit WHERE entity = ? AND action = 'add' AND first_key <= ? "
            + "ORDER BY first_key DESC LIMIT 1",
    ])
    func `a version is found by the index of rows, without sorting`(sql: String) throws {
        let plan = try bench.read { db in
            try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql)", arguments: ["agreement", 1])
                .map { row -> String in row["detail"] }
        }

        #expect(plan.count == 1)
        #expect(
            plan.allSatisfy {
                $0.hasPrefix("SEARCH audit USING ") && $0.contains("INDEX audit_by_row")
            })
    }

    private func movedOn(_ body: () throws -> Void) throws -> MovedOn? {
        do {
            try body()
        } catch RecordRefusal.movedOn(let moved) {
            return moved
        }
        return nil
    }
}
