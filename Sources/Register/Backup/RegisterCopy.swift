import Foundation
import GRDB

/// One whole copy of a register in one file, verified before it has its name.
enum RegisterCopy {
    /// Copies through `source`, one state of the register, and returns the path of the copy.
    ///
    /// The copy lies beside `target` under a name of its own until whoever asked for it moves it.
    static func make(from source: some DatabaseReader, beside target: String) throws -> String {
        let path = "\(target).partial-\(UUID().uuidString)"
        do {
            let copy = try DatabaseQueue(path: path)
            try source.backup(to: copy)
            // Without a WAL of its own it is one file, which can be carried anywhere.
            try copy.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA journal_mode = DELETE")
            }
            try verify(copy, path: path)
            try copy.close()
            try DurableFile.sync(path)
            return path
        } catch {
            try remove(path)
            throw error
        }
    }

    /// Throws unless every page, index and reference is whole.
    static func verify(_ reader: some DatabaseReader, path: String) throws {
        try reader.read { db in
            let damages = try String.fetchAll(db, sql: "PRAGMA integrity_check(1)")
            guard damages == ["ok"] else {
                throw RegisterError.corrupt(path: path, detail: damages.joined(separator: "; "))
            }
            if let row = try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") {
                let table: String = row[0]
                throw RegisterError.corrupt(
                    path: path, detail: "a row of \(table) refers to one that does not exist")
            }
        }
    }

    static func remove(_ path: String) throws {
        for suffix in ["", "-journal", "-wal", "-shm"] where RegisterFile.exists(path + suffix) {
            try FileManager.default.removeItem(atPath: path + suffix)
        }
    }
}
