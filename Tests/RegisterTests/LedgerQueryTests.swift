import Agreements
import GRDB
import Rules
import Testing

@testable import Register

/// What the ledger and the list of what is due answer.
struct LedgerQueryTests {
    private let temporary: TemporaryRegister
    private var register: Register { temporary.register }

    init() throws {
        temporary = try TemporaryRegister()
        try temporary.add(Rows.references, Rows.agreement, Rows.work)
    }

    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    private func produce(_ subject: String, on text: String) throws {
        let day = try day(text)
        try register.write { db in
            _ = try NoticeLedger(db).produce(
                Notice(
                    key: NoticeKey(rule: .followUpDue, subject: subject, dueOn: day, stage: 2),
                    stagedOn: day, unit: .nord,
                    recipients: ["nord.direktor", "nord.saksbehandler1"]),
                on: day, at: TemporaryRegister.at)
        }
    }

    @Test func `a notice is kept once`() throws {
        try produce("F1", on: "2013-03-08")
        try produce("F1", on: "2013-03-08")

        let rows = try register.read { db in
            try Int.fetchAll(
                db,
                sql: """
                    SELECT count(*) FROM notice UNION ALL SELECT count(*) FROM notice_recipient
                    """)
        }
        #expect(rows == [1, 2])
    }

    @Test(arguments: [
        (nil, nil, nil, 4), ("F1", nil, nil, 2), (nil, "nord.direktor", nil, 2),
        (nil, nil, "2013-03-08", 2), ("F1", "nord.direktor", "2013-03-08", 1),
        ("F2", nil, "2013-03-08", 0),
    ])
    func `the history is of a subject, a person or a day`(
        subject: String?, person: String?, on text: String?, count: Int
    ) throws {
        try produce("F1", on: "2013-03-08")
        try produce("F2", on: "2013-03-11")
        let on = try text.map(day)

        let history = try register.read { db in
            try NoticeLedger.history(of: subject, person: person, on: on, in: db)
        }

        #expect(history.count == count)
        #expect(history.allSatisfy { $0.state == "planned" })
    }

    @Test func `a digest whose task is gone has failed`() throws {
        try produce("F1", on: "2013-03-08")
        let monday = try day("2013-03-11")

        let unheard = try register.write { db in
            let ledger = NoticeLedger(db)
            try ledger.settleEndedDigests(before: monday, at: TemporaryRegister.at)
            return try ledger.unheard(before: monday)
        }

        #expect(unheard.values.map(\.recipients) == [["nord.direktor", "nord.saksbehandler1"]])
    }

    @Test(arguments: [
        ("r.state = 'planned'", "notice_recipient_planned"),
        ("r.state IN ('expired', 'failed')", "notice_recipient_unheard"),
    ])
    func `what is planned or unheard is found by its index`(
        condition: String, index: String
    ) throws {
        let plan = try register.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    EXPLAIN QUERY PLAN SELECT * FROM notice_recipient AS r
                    WHERE \(condition) AND r.digest_on < '2013-03-08'
                    """
            ).map { $0["detail"] as String }
        }

        #expect(plan.contains { $0.contains(index) })
    }

    @Test func `what is due is listed by date, with who is responsible`() throws {
        try temporary.add(
            """
            INSERT INTO evaluation (agreement, year, status) VALUES (1, 2013, 'open');
            INSERT INTO followup (id, agreement, title, side, responsible, due_on, status)
            VALUES ('F2', 1, 'Ringe', 'imdi', 2, '2013-03-09', 'open');
            """)

        let march = try register.due(upTo: try day("2013-03-31"), unit: nil, person: nil)
        let director = try register.due(
            upTo: try day("2013-03-31"), unit: .nord, person: "nord.direktor")
        let later = try register.due(upTo: try day("2014-12-31"), unit: .nord, person: nil)
        let others = try register.due(upTo: try day("2014-12-31"), unit: .sor, person: nil)

        #expect(march.map(\.subject) == ["F1", "F2", "M1", "MØTE-1"])
        #expect(
            march.map(\.responsible) == [
                "nord.saksbehandler1", "nord.direktor", "nord.saksbehandler1",
                "nord.saksbehandler1",
            ])
        #expect(director.map(\.subject) == ["F2"])
        #expect(later.suffix(3).map(\.kind) == ["meeting", "evaluation", "agreement"])
        #expect(others == [])
    }
}
