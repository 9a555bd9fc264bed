import Agreements
import Checksum
import Foundation
import GRDB
import Testing

@testable import Register

struct CheckTests {
    private let temporary: TemporaryRegister
    private var register: Register { temporary.register }

    init() throws {
        temporary = try TemporaryRegister()
        try temporary.add(Rows.references, Rows.agreement, Rows.work)
        try register.write { db in
            let trail = AuditTrail(
                db, author: TemporaryRegister.author, at: TemporaryRegister.at)
            for status in ["done", "cancelled"] {
                try trail.recordChange(table: "followup", key: 1) {
                    try db.execute(
                        sql: "UPDATE followup SET status = ?, \(status)_on = '2013-03-01'",
                        arguments: [status])
                }
            }
            try trail.recordEvent(entity: "login", subject: "nord.direktor", details: ["a": "1"])
        }
    }

    @Test func `an untouched register is sound`() throws {
        let report = try register.check()

        #expect(report.problems == [])
        #expect(report.rows == 26)
        #expect(report.entries == 21)
        #expect(report.head.count == 64)
    }

    @Test(arguments: [
        (
            "UPDATE meeting SET theme = 'x' WHERE key = 2",
            CheckProblem.rowsAltered(table: "meeting", first: 1, last: 2, seq: 10)
        ),
        (
            "UPDATE followup SET title = 'x'",
            .rowAltered(table: "followup", subject: "F1", seq: 20)
        ),
        (
            "UPDATE agreement_party SET position = 3 WHERE party = 1",
            .rowsAltered(table: "agreement", first: 1, last: 1, seq: 6)
        ),
        (
            "DELETE FROM agreement_area WHERE area = 'employment'",
            .rowsAltered(table: "agreement", first: 1, last: 1, seq: 6)
        ),
        (
            "DELETE FROM party_region WHERE region = 'midt'",
            .rowsAltered(table: "party", first: 1, last: 2, seq: 4)
        ),
        (
            "INSERT INTO municipality_successor VALUES (1, 2)",
            .rowsAltered(table: "municipality", first: 1, last: 2, seq: 2)
        ),
        ("DELETE FROM target", .rowsMissing(table: "target", first: 1, last: 1, seq: 18)),
        ("DELETE FROM user WHERE key = 2", .rowsMissing(table: "user", first: 2, last: 2, seq: 3)),
        (
            "INSERT INTO target (unit, year, indicator, value) VALUES ('nord', 2014, 'x', 1)",
            .rowUnrecorded(table: "target", subject: "nord/2014/x")
        ),
        (
            "UPDATE meeting SET planned_on = '2013-03-21' WHERE key = 1",
            .plannedDayAltered(subject: "MØTE-1")
        ),
        (
            "UPDATE plan SET agreement = 99",
            .brokenReference(table: "plan", key: 1, to: "agreement")
        ),
        ("UPDATE audit SET actor = 'nord.direktor' WHERE seq = 3", .entryAltered(seq: 3)),
        ("DELETE FROM audit WHERE seq IN (3, 4)", .entriesMissing(first: 3, last: 4)),
        ("DELETE FROM audit WHERE seq = 1", .entriesMissing(first: 1, last: 1)),
        ("DELETE FROM audit WHERE seq = 21", .entriesMissing(first: 21, last: 21)),
        (
            "DELETE FROM audit WHERE seq = 20",
            .rowAltered(table: "followup", subject: "F1", seq: 19)
        ),
        (
            "UPDATE audit SET before = replace(before, '\"done\"', '\"open\"') WHERE seq = 20",
            .changeOutOfLine(table: "followup", subject: "F1", seq: 20)
        ),
        (
            "DELETE FROM audit WHERE seq = 18",
            .rowUnrecorded(table: "target", subject: "nord/2013/anchored")
        ),
        (
            """
            INSERT INTO audit SELECT 22, at, actor, request, action, entity, subject, first_key,
            last_key, count, before, after, digest, previous, hash FROM audit WHERE seq = 18
            """, .entryAltered(seq: 22)
        ),
        (
            """
            INSERT INTO audit SELECT 22, at, actor, request, action, entity, subject, first_key,
            last_key, count, before, after, digest, previous, hash FROM audit WHERE seq = 18
            """, .addedTwice(table: "target", seq: 22)
        ),
    ])
    func `what was tampered with is named`(sql: String, problem: CheckProblem) throws {
        try temporary.tamper(sql)

        let report = try register.check()

        #expect(report.problems.contains(problem), "\(report.problems)")
        #expect(!report.isSound)
    }

    @Test func `more problems than can be told are counted`() throws {
        try temporary.tamper(
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 250)
            INSERT INTO target (unit, year, indicator, value) SELECT 'nord', 2014, i, 1 FROM n
            """)

        let report = try register.check()

        #expect(report.problems.count == 200)
        #expect(report.more == 50)
    }

    @Test func `a report's file or figures that were altered are named`() throws {
        let file = DocumentStore.Document(
            path: "reports/annual-2012-edition-1.json", mediaType: "application/json",
            body: Data("{}".utf8))
        try register.write { db in
            let shelf = ReportShelf(db)
            try DocumentStore(db).keep(file, at: TemporaryRegister.at)
            let name = try shelf.begin(
                Period(year: 2012), ReportShelf.Terms(language: .nb), rulesVersion: "1",
                at: TemporaryRegister.at)
            let edition = try #require(try shelf.edition(name))
            try shelf.issue(
                edition, checksum: Checksum.hexadecimal(of: file.body), changes: nil,
                at: TemporaryRegister.at)
        }
        #expect(try register.check().problems == [])

        try temporary.tamper("UPDATE document SET body = CAST('{ }' AS BLOB)")
        #expect(try register.check().problems == [.fileAltered(path: file.path)])

        try temporary.tamper(
            """
            UPDATE document SET body = CAST('{}' AS BLOB);
            UPDATE report SET checksum = replace(checksum, 'a', 'b')
            """)
        #expect(try register.check().problems == [.figuresAltered(report: "annual-2012/1")])
    }
}
