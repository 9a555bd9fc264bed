import Agreements
import GRDB
import Testing

@testable import Register

struct RecordListTests {
    private let temporary: TemporaryRegister
    private var register: Register { temporary.register }

    init() throws {
        temporary = try TemporaryRegister.example()
    }

    @Test(arguments: ImportFile.all.map(\.name))
    func `pages one after the other are every record once`(name: String) throws {
        let list = RecordList(name)
        let count = try register.read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM \"\(list.table)\"")
        }

        var keys: [Int64] = []
        var more = true
        while more {
            let page = try register.read {
                try list.page([], after: keys.last ?? 0, limit: 100, in: $0)
            }
            keys += page.records.map(\.key)
            more = page.more
        }

        #expect(keys.count == count)
        #expect(keys == Set(keys).sorted())
    }

    @Test func `a record has the columns and values of the import format`() throws {
        let list = RecordList("agreements")

        let record = try #require(
            try register.read { db in
                try list.key(of: "NORD-2010-0001", in: db).flatMap {
                    try list.record(key: $0, in: db)
                }
            })

        let values = Dictionary(uniqueKeysWithValues: zip(list.columns, record.values))
        #expect(values["id"] == .text("NORD-2010-0001"))
        #expect(values["parties"] == .list(["K1811"]))
        #expect(values["areas"] == .list(["settlement"]))
        #expect(values["valid_to"] == .text("2012-04-16"))
        #expect(values["operational_meetings_per_year"] == .integer(2))
        #expect(values["deputy"] == RecordValue.none)
    }

    @Test func `a meeting says where it was moved to, and how often`() throws {
        let list = RecordList("meetings")
        let moved = try register.read { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT meeting.key, planned_on, count(*) AS moves FROM postponement
                    JOIN meeting ON meeting.key = meeting GROUP BY meeting.key
                    ORDER BY moves DESC LIMIT 1
                    """)
        }
        let row = try #require(moved)

        let record = try register.read { try list.record(key: row["key"], in: $0) }

        let (plannedOn, moves): (String, Int64) = (row["planned_on"], row["moves"])
        #expect(record?.values.suffix(2) == [.text(plannedOn), .integer(moves)])
    }

    @Test(arguments: [
        ("followups", [RecordCondition("agreement", "NORD-2010-0001")]),
        ("followups", [RecordCondition("status", "open"), RecordCondition("unit", "nord")]),
        ("meetings", [RecordCondition("planned_on", .atLeast, "2013-01-01")]),
        ("users", [RecordCondition("active", isTrue: true)]),
        ("targets", [RecordCondition("unit", "nord")]),
        (
            "settlement",
            [RecordCondition("year", 2012), RecordCondition("municipality_number", "0104")]
        ),
    ])
    func `conditions let through some and not all`(name: String, conditions: [RecordCondition])
        throws
    {
        let list = RecordList(name)

        let some = try register.read { try list.page(conditions, limit: 100, in: $0) }
        let all = try register.read { try list.page([], limit: 100, in: $0) }

        #expect(!some.records.isEmpty)
        #expect(some.records != all.records)
    }

    @Test(arguments: [
        ("commitments", "SEARCH row USING INDEX commitment_by_agreement (agreement=? AND rowid>?)"),
        ("measures", "SEARCH row USING INDEX measure_by_agreement (agreement=? AND rowid>?)"),
        ("meetings", "SEARCH row USING INDEX meeting_by_agreement (agreement=? AND rowid>?)"),
        ("followups", "SEARCH row USING INDEX followup_by_agreement (agreement=? AND rowid>?)"),
        ("activities", "SEARCH row USING INDEX activity_by_agreement (agreement=? AND rowid>?)"),
    ])
    func `what lies under an agreement is found by it`(name: String, step: String) throws {
        let sql = RecordList(name).sql([RecordCondition("agreement", "NORD-2010-0001")])

        let plan = try register.read { db in
            try Row.fetchAll(
                db, sql: "EXPLAIN QUERY PLAN \(sql)", arguments: ["NORD-2010-0001", 0, 51]
            ).map { $0["detail"] as String }
        }

        #expect(plan.contains(step), "\(plan)")
    }
}
