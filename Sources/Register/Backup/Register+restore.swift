import Foundation
import GRDB

extension Register {
    /// Puts a backup in the register's place and returns where the register before it is kept,
    /// nil when there was none.
    ///
    /// The backup is verified first. A register that any process has open for writing is refused
    /// as locked. One that is too damaged to be locked is replaced, and kept too. A power cut on
    /// the way leaves the register before or the backup in the place, never a mixture.
    package static func restore(from backup: String, to target: String) throws(RegisterError)
        -> String?
    {
        do {
            try RegisterFile.inspect(at: backup, mode: .existing)
            guard RegisterFile.exists(DurableFile.folder(of: target)) else {
                throw RegisterError.missingFolder(path: target)
            }
            let source = try DatabaseQueue(
                path: backup, configuration: configuration(mode: .readOnly))
            try RegisterCopy.verify(source, path: backup)
            let copy = try RegisterCopy.make(from: source, beside: target)
            do {
                return try replace(target, by: copy)
            } catch {
                try RegisterCopy.remove(copy)
                throw error
            }
        } catch {
            throw RegisterError(error, path: backup)
        }
    }

    private static func replace(_ target: String, by copy: String) throws -> String? {
        guard RegisterFile.exists(target) else {
            try DurableFile.give(copy, newName: target)
            return nil
        }
        // Held until the new file is in place, so that nobody opens the old one meanwhile.
        let lock = try exclusively(target)
        let previous = freeName(beside: target)
        // Changes that SQLite has not yet moved from the side file into a damaged register. Left
        // under this name they would be played into the new one.
        for suffix in ["-wal", "-journal", "-shm"] where RegisterFile.exists(target + suffix) {
            try DurableFile.move(target + suffix, over: previous + suffix)
        }
        try DurableFile.keep(target, as: previous)
        try DurableFile.move(copy, over: target)
        try lock?.close()
        return previous
    }

    /// Locks the register against every other connection and merges its side file into it; nil
    /// when it is too damaged for that.
    private static func exclusively(_ target: String) throws -> DatabaseQueue? {
        var configuration = Configuration()
        configuration.busyMode = .immediateError
        do {
            // Damage shows before a connection that could write to what is to be kept.
            let reader = try DatabaseQueue(
                path: target, configuration: self.configuration(mode: .readOnly))
            try reader.read { db in
                try db.execute(sql: "SELECT count(*) FROM sqlite_schema")
            }
            try reader.close()
            let queue = try DatabaseQueue(path: target, configuration: configuration)
            try queue.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
                try db.execute(sql: "PRAGMA journal_mode = DELETE")
                try db.execute(sql: "BEGIN EXCLUSIVE; COMMIT")
            }
            return queue
        } catch let error as DatabaseError {
            switch error.resultCode {
            case .SQLITE_CORRUPT, .SQLITE_NOTADB: return nil
            default: throw RegisterError(error, path: target)
            }
        }
    }

    /// `register.sqlite.before-restore-1`, or the next number that nothing is called by.
    private static func freeName(beside target: String) -> String {
        var number = 1
        while RegisterFile.exists("\(target).before-restore-\(number)") { number += 1 }
        return "\(target).before-restore-\(number)"
    }
}
