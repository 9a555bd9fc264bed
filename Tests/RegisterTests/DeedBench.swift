import Agreements
import GRDB
import Testing

@testable import Register

/// The small register on 1 March 2013, and what a test of deeds asks of it.
final class DeedBench {
    let temporary: TemporaryRegister
    private var register: Register { temporary.register }

    init() throws {
        temporary = try TemporaryRegister()
        try temporary.add(
            Rows.references, Rows.agreement, Rows.work,
            """
            INSERT INTO user (id, name, email, unit, role, active) VALUES
                ('nord.saksbehandler2', 'Saksbehandler 2', 's2@example.no', 'nord',
                    'caseworker', 1),
                ('nord.sluttet', 'Sluttet', 's3@example.no', 'nord', 'caseworker', 0)
            """)
    }

    /// Runs one deed in a transaction of its own.
    @discardableResult
    func perform<Result>(_ body: (Database, Author, Instant) throws -> Result) throws -> Result {
        try register.write { db in
            try body(db, TemporaryRegister.author, TemporaryRegister.at)
        }
    }

    /// The sentence that a deed is refused with; empty when it is not.
    func refusal<Result>(_ body: (Database, Author, Instant) throws -> Result) throws -> String {
        let entries = try row("SELECT count(*) FROM audit")
        do {
            try perform(body)
        } catch let refusal as RecordRefusal {
            #expect(try row("SELECT count(*) FROM audit") == entries)
            return refusal.description
        }
        return ""
    }

    func row(_ sql: String) throws -> [String] {
        try register.read { db in
            try Row.fetchOne(db, sql: sql)?.map { "\($0.1.storage.value ?? "-")" } ?? []
        }
    }

    func column(_ sql: String) throws -> [String] {
        try register.read { try String.fetchAll($0, sql: sql) }
    }

    /// Action, table and subject of the entries after `count`, in order.
    func entries(after count: Int) throws -> [String] {
        try column(
            """
            SELECT action || ' ' || entity || ' ' || coalesce(subject, '') FROM audit
            WHERE seq > \(count) ORDER BY seq
            """)
    }

    func countOfEntries() throws -> Int { Int(try row("SELECT count(*) FROM audit")[0]) ?? 0 }

    func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
        try register.read(body)
    }

    func problems() throws -> [CheckProblem] { try register.check().problems }

    func day(_ text: String) throws -> Day { try #require(Day(text)) }
}
