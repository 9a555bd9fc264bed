import Agreements
import GRDB
import Testing

@testable import Register

struct AuditTrailTests {
    private let temporary: TemporaryRegister
    private var register: Register { temporary.register }

    init() throws {
        temporary = try TemporaryRegister()
        try temporary.add(Rows.references, Rows.agreement, Rows.work, Rows.records)
    }

    @Test func `an agreement's text has its columns and its link rows`() throws {
        let text = try register.read { try RowContent.of("agreement").text(key: 1, in: $0) }

        #expect(
            text == """
                {"key":1,"id":"NORD-2012-001","title":"Bodø","designation":"samarbeidsavtale",\
                "kind":"municipal","owner":"nord","purpose":"Bosetting","signed_on":"2012-01-01",\
                "counterpart_signatory":"mayor","valid_from":"2012-01-01","valid_to":"2014-12-31",\
                "strategic_meetings_per_year":2,"operational_meetings_per_year":null,\
                "responsible":1,"deputy":2,"status":"active","ended_on":null,"end_reason":null,\
                "renews":null,"parties":"1:1|2:2","areas":"employment|settlement"}
                """)
    }

    @Test func `quotation marks and control characters are escaped`() throws {
        try temporary.add("INSERT INTO target VALUES (2, 'nord', 2014, 'a\"\\\n', 0.1)")

        let text = try register.read { try RowContent.of("target").text(key: 2, in: $0) }

        #expect(
            text == #"{"key":2,"unit":"nord","year":2014,"indicator":"a\"\\\u000a","value":0.1}"#)
    }

    @Test(arguments: RowContent.all.map(\.table))
    func `every table names its rows by an identifier`(table: String) throws {
        let subject = try register.read { try RowContent.of(table).subject(key: 1, in: $0) }

        #expect(subject != "1")
    }

    @Test func `the contents cover every column of every kept table`() throws {
        let derived = ["meeting": ["planned_on"]]

        try register.read { db in
            let kept =
                AgreementTables.kept + RecordTables.kept + DayTables.kept
                + EvaluationTables.kept + ReminderTables.kept + TargetTables.kept
            #expect(RowContent.all.map(\.table).sorted() == kept.sorted())
            for content in RowContent.all {
                let columns = try db.columns(in: content.table).map(\.name)
                let covered = ["key"] + content.columns + (derived[content.table] ?? [])
                #expect(Set(covered) == Set(columns), "\(content.table)")
            }
        }
    }

    @Test func `rows added together make one entry for each thousand`() throws {
        try temporary.add(
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2500)
            INSERT INTO activity (id, agreement, happened_on, kind)
            SELECT 'B' || i, 1, '2013-02-02', 'phone' FROM n
            """)

        let entries = try register.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT first_key, last_key, count FROM audit
                    WHERE entity = 'activity' ORDER BY seq
                    """)
        }

        #expect(entries.map { $0[0] } == [1, 2, 1002, 2002])
        #expect(entries.map { $0[1] } == [1, 1001, 2001, 2501])
        #expect(entries.map { $0[2] } == [1, 1000, 1000, 500])
    }

    @Test func `a change is recorded with before and after, and no change is not`() throws {
        let changed = try register.write { db in
            let trail = AuditTrail(
                db, author: TemporaryRegister.author, at: TemporaryRegister.at)
            return [
                try trail.recordChange(table: "followup", key: 1) {
                    try db.execute(
                        sql: "UPDATE followup SET status = 'done', done_on = '2013-03-01'")
                },
                try trail.recordChange(table: "followup", key: 1) {
                    try db.execute(sql: "UPDATE followup SET status = 'done'")
                },
            ]
        }

        let entry = try #require(
            try register.read { try Row.fetchOne($0, sql: "SELECT * FROM audit ORDER BY seq DESC") }
        )
        #expect(changed == [true, false])
        #expect(entry["subject"] == "F1")
        #expect(entry["actor"] == "nord.saksbehandler1")
        #expect(entry["at"] == "2013-03-01T06:00:00.000Z")
        let before: String = entry["before"]
        let after: String = entry["after"]
        #expect(before.contains(#""status":"open","done_on":null"#))
        #expect(after.contains(#""status":"done","done_on":"2013-03-01""#))
    }

    @Test(arguments: [
        "UPDATE audit SET actor = 'somebody'", "DELETE FROM audit",
        "INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE seq = 1",
        """
        INSERT INTO audit SELECT 99, at, actor, request, action, entity, subject, first_key,
        last_key, count, before, after, digest, previous, hash FROM audit WHERE seq = 1
        """,
    ])
    func `an entry cannot be altered, removed, replaced or put elsewhere`(sql: String) throws {
        #expect(throws: RegisterError.self) {
            try register.write { try $0.execute(sql: sql) }
        }
    }
}
