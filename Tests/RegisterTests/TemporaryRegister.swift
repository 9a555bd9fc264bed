import Agreements
import Foundation
import GRDB

@testable import Register

/// A register in a folder of its own, both gone when the test has ended.
final class TemporaryRegister {
    let folder: URL
    let register: Register

    var path: String { register.path }

    static let author = Author(actor: "nord.saksbehandler1", request: "test-1")
    static let at = Instant(milliseconds: 1_362_117_600_000)

    /// - Parameter contents: What the file holds already, else nothing.
    init(contents: Data = Data()) throws {
        folder = try Self.makeFolder()
        let file = folder.appendingPathComponent("register.sqlite")
        try contents.write(to: file)
        register = try Register.open(at: file.path, mode: .createIfMissing)
    }

    deinit {
        do {
            try FileManager.default.removeItem(at: folder)
        } catch {
            print("The folder \(folder.path) was left behind: \(error)")
        }
    }

    static func makeFolder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("avtalt-register-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    /// Inserts by SQL and records what was added to each table.
    func add(_ statements: String...) throws {
        try register.write { db in
            let before = try Self.lastKeys(db)
            for sql in statements {
                try db.execute(sql: sql)
            }
            let trail = AuditTrail(db, author: Self.author, at: Self.at)
            for (content, first) in zip(RowContent.all, before) {
                let last = try Self.lastKey(of: content.table, db)
                guard last > first else { continue }
                try trail.recordAddition(table: content.table, keys: first + 1...last)
            }
        }
    }

    /// Alters the file behind the register's back, with every trigger dropped.
    func tamper(_ sql: String) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        configuration.busyMode = .timeout(5)
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.write { db in
            let triggers = try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'")
            for trigger in triggers {
                try db.execute(sql: "DROP TRIGGER \"\(trigger)\"")
            }
            try db.execute(sql: sql)
        }
        try queue.close()
    }

    private static func lastKeys(_ db: Database) throws -> [Int64] {
        try RowContent.all.map { try lastKey(of: $0.table, db) }
    }

    private static func lastKey(of table: String, _ db: Database) throws -> Int64 {
        try Int64.fetchOne(db, sql: "SELECT coalesce(max(key), 0) FROM \"\(table)\"") ?? 0
    }
}
