import Agreements
import Foundation
import GRDB
import Testing

@testable import Register

struct RegisterTests {
    private let temporary: TemporaryRegister
    private var register: Register { temporary.register }
    private var path: String { temporary.path }

    init() throws {
        temporary = try TemporaryRegister()
    }

    @Test(arguments: [
        ("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"),
        ("trusted_schema", "0"), ("busy_timeout", "5000"), ("application_id", "1096176716"),
        ("user_version", "\(Migrations.steps.count)"),
    ])
    func `the writing connection keeps what is promised`(pragma: String, value: String) throws {
        let found = try register.pool.writeWithoutTransaction {
            try String.fetchOne($0, sql: "PRAGMA \(pragma)")
        }

        #expect(found == value)
    }

    @Test func `reading goes on beside a writer and sees what was committed`() throws {
        let seen = try register.write { db in
            try db.execute(sql: Rows.references)
            return try Register.open(at: path, mode: .readOnly).read {
                try Int.fetchOne($0, sql: "SELECT count(*) FROM county")
            }
        }

        #expect(seen == 0)
        #expect(try register.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM county") } == 1)
    }

    @Test func `what throws is rolled back`() throws {
        struct Stop: Error {}

        #expect(throws: Stop.self) {
            try register.write { db in
                try db.execute(sql: Rows.references)
                throw Stop()
            }
        }
        #expect(try register.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM county") } == 0)
    }

    @Test func `a register opens again, and for reading only`() throws {
        try temporary.add(Rows.references)
        try register.close()

        for mode in [Register.Mode.createIfMissing, .existing, .readOnly] {
            let again = try Register.open(at: path, mode: mode)
            #expect(
                try again.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM county") } == 1)
            try again.close()
        }
    }

    @Test func `a closed register is one file with all that was committed`() throws {
        try temporary.add(Rows.references)
        _ = try register.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM county") }
        try register.close()

        let files = try FileManager.default.contentsOfDirectory(atPath: temporary.folder.path)

        #expect(files == ["register.sqlite"])
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)).count > 100_000)
    }

    @Test func `an empty file becomes a register where one may be created`() throws {
        let other = temporary.folder.appendingPathComponent("other.sqlite").path
        try Data().write(to: URL(fileURLWithPath: other))

        #expect(throws: RegisterError.notARegister(path: other)) {
            try Register.open(at: other, mode: .existing)
        }
        try Register.open(at: other, mode: .createIfMissing).close()
        try Register.open(at: other, mode: .existing).close()
    }

    @Test(arguments: [Register.Mode.existing, .readOnly])
    func `a missing file is told`(mode: Register.Mode) {
        let other = temporary.folder.appendingPathComponent("none.sqlite").path

        expect(.missing(path: other), exitCode: 66) { try Register.open(at: other, mode: mode) }
    }

    @Test func `a missing folder is told`() {
        let other = temporary.folder.appendingPathComponent("none/register.sqlite").path

        expect(.missingFolder(path: other), exitCode: 73) {
            try Register.open(at: other, mode: .createIfMissing)
        }
    }

    @Test func `a folder is no register`() {
        let other = temporary.folder.path

        expect(.cannotOpen(path: other, detail: "it is a folder"), exitCode: 73) {
            try Register.open(at: other, mode: .existing)
        }
    }

    @Test(arguments: [Register.Mode.createIfMissing, .existing, .readOnly])
    func `a file that is something else is left as it is`(mode: Register.Mode) throws {
        let other = temporary.folder.appendingPathComponent("letter.txt")
        let text = Data(String(repeating: "Til Bodø kommune. ", count: 200).utf8)
        try text.write(to: other)

        expect(.notARegister(path: other.path), exitCode: 65) {
            try Register.open(at: other.path, mode: mode)
        }
        #expect(try Data(contentsOf: other) == text)
    }

    @Test func `another program's SQLite file is left as it is`() throws {
        let other = temporary.folder.appendingPathComponent("other.sqlite")
        let queue = try DatabaseQueue(path: other.path)
        try queue.write { try $0.execute(sql: "CREATE TABLE agreement (id)") }
        try queue.close()
        let before = try Data(contentsOf: other)

        expect(.notARegister(path: other.path), exitCode: 65) {
            try Register.open(at: other.path, mode: .createIfMissing)
        }
        #expect(try Data(contentsOf: other) == before)
    }

    @Test func `a newer register is left as it is`() throws {
        try register.write {
            try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99-later')")
        }
        try register.close()
        let before = try Data(contentsOf: URL(fileURLWithPath: path))

        expect(.newer(path: path, migration: "99-later"), exitCode: 65) {
            try Register.open(at: path, mode: .createIfMissing)
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }

    @Test func `an older register is not read before it was brought up to date`() throws {
        let missing = try #require(Migrations.names.last)
        try register.write {
            try $0.execute(
                sql: "DELETE FROM grdb_migrations WHERE identifier = ?", arguments: [missing])
        }

        expect(.older(path: path, migration: missing), exitCode: 65) {
            try Register.open(at: path, mode: .readOnly)
        }
    }

    @Test func `a damaged register is left as it is`() throws {
        try temporary.add(Rows.references)
        try register.close()
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        let half = whole.prefix(whole.count / 2)
        try half.write(to: URL(fileURLWithPath: path))

        expect(.corrupt(path: path, detail: "database disk image is malformed"), exitCode: 65) {
            try Register.open(at: path, mode: .createIfMissing)
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == half)
    }

    @Test func `a register that somebody else writes to is locked, and that passes`() throws {
        try register.pool.writeWithoutTransaction {
            try $0.execute(sql: "PRAGMA busy_timeout = 10")
        }
        let other = try Register.open(at: path, mode: .existing)

        try other.write { _ in
            expect(.locked(path: path), exitCode: 75) { try register.write { _ in } }
        }
        #expect(RegisterError.locked(path: path).isTransient)
        try register.write { _ in }
    }

    @Test func `a full disk changes nothing`() throws {
        try register.pool.writeWithoutTransaction {
            let pages = try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0
            try $0.execute(sql: "PRAGMA max_page_count = \(pages)")
        }

        expect(.diskFull(path: path), exitCode: 74) {
            try register.write {
                try $0.execute(
                    sql: """
                        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 9999)
                        INSERT INTO target (unit, year, indicator, value)
                        SELECT 'nord', 2013, 'indicator ' || i, 1 FROM n
                        """)
            }
        }
        #expect(try register.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM target") } == 0)
    }

    @Test func `what may only be read cannot be written`() throws {
        let reader = try Register.open(at: path, mode: .readOnly)

        expect(.readOnly(path: path), exitCode: 74) {
            try reader.write { try $0.execute(sql: Rows.references) }
        }
    }

    @Test(arguments: [
        (
            RegisterError.newer(path: "a.sqlite", migration: "9-x"),
            "«a.sqlite» was written by a newer Avtalt (migration 9-x). "
                + "Install that version or newer."
        ),
        (
            .locked(path: "a.sqlite"),
            "«a.sqlite» is being written to by another process. Try again when it has finished."
        ),
    ])
    func `an error is a sentence`(error: RegisterError, sentence: String) {
        #expect(error.description == sentence)
    }

    private func expect(
        _ expected: RegisterError, exitCode: Int32, _ body: () throws -> some Any,
        at location: SourceLocation = #_sourceLocation
    ) {
        let error = #expect(throws: RegisterError.self, sourceLocation: location) {
            _ = try body()
        }
        #expect(error == expected, sourceLocation: location)
        #expect(error?.exitCode == exitCode, sourceLocation: location)
    }
}
