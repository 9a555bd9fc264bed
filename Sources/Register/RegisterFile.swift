import Foundation
import GRDB

/// Looks at a file before anything is done with it.
enum RegisterFile {
    /// Throws unless the file may be opened in `mode`; changes nothing.
    static func inspect(at path: String, mode: Register.Mode) throws {
        guard exists(path) else {
            guard mode == .createIfMissing else { throw RegisterError.missing(path: path) }
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
            guard exists(folder) else { throw RegisterError.missingFolder(path: path) }
            return
        }
        guard !isFolder(path) else {
            throw RegisterError.cannotOpen(path: path, detail: "it is a folder")
        }
        // Through SQLite and never through a file handle: closing one would drop the locks that
        // another connection of this process holds on the file (POSIX advisory locks).
        let queue = try DatabaseQueue(
            path: path, configuration: Register.configuration(mode: .readOnly))
        try queue.read { db in
            try inspect(db, path: path, mode: mode)
        }
        try queue.close()
    }

    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            && isFolder.boolValue
    }

    private static func inspect(_ db: Database, path: String, mode: Register.Mode) throws {
        let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
        let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        // Nothing in it: a creation that was cut short, or a file that somebody made beforehand.
        if application == 0, tables == 0, mode == .createIfMissing { return }
        guard application == Migrations.applicationID else {
            throw RegisterError.notARegister(path: path)
        }
        let applied = try String.fetchAll(db, sql: "SELECT identifier FROM grdb_migrations")
        if let unknown = applied.sorted().last(where: { !Migrations.names.contains($0) }) {
            throw RegisterError.newer(path: path, migration: unknown)
        }
        if mode == .readOnly, let absent = Migrations.names.first(where: { !applied.contains($0) })
        {
            throw RegisterError.older(path: path, migration: absent)
        }
    }
}
