import Foundation
import GRDB

/// The register: one SQLite file, one writer at a time and readers beside it.
///
/// A committed change survives a power cut (WAL with `synchronous=FULL`). WAL does not work
/// on network file systems: keep the file on a local disk.
package struct Register: Sendable {
    /// What `open` may do with the file.
    package enum Mode: Sendable {
        case createIfMissing
        case existing
        case readOnly
    }

    package let path: String
    let pool: DatabasePool

    /// Opens the register and brings it up to date, unless for reading only.
    ///
    /// A file that is damaged, of a newer version or not a register is left untouched.
    package static func open(at path: String, mode: Mode) throws(RegisterError) -> Register {
        do {
            try RegisterFile.inspect(at: path, mode: mode)
            let register = Register(
                path: path,
                pool: try DatabasePool(path: path, configuration: configuration(mode: mode)))
            if mode != .readOnly {
                try register.prepareForWriting()
            }
            return register
        } catch {
            throw RegisterError(error, path: path)
        }
    }

    /// Runs `body` on one unchanging state of the register, beside any writer.
    ///
    /// SQLite's errors come out as `RegisterError`, those of `body` as they are.
    package func read<T>(_ body: (Database) throws -> T) throws -> T {
        do {
            return try pool.read(body)
        } catch let error as DatabaseError {
            throw RegisterError(error, path: path)
        }
    }

    /// Runs `body` in one transaction (BEGIN IMMEDIATE), rolled back when it throws.
    ///
    /// SQLite's errors come out as `RegisterError`, those of `body` as they are.
    package func write<T>(_ body: (Database) throws -> T) throws -> T {
        do {
            return try pool.write { db in
                let result = try body(db)
                try AgreementIndex.refresh(in: db)
                return result
            }
        } catch let error as DatabaseError {
            throw RegisterError(error, path: path)
        }
    }

    /// Closes every connection; the register cannot be used afterwards.
    package func close() throws {
        do {
            // Readers first: when a pool closes its writer before them, nobody is left who may
            // move the WAL into the file, and the file alone is an old state or an empty one.
            pool.releaseMemory()
            try pool.close()
        } catch let error as DatabaseError {
            throw RegisterError(error, path: path)
        }
    }

    /// How long a connection waits for a lock, in seconds; above all imports hold one longer.
    static let busyTimeout = 5.0

    static func configuration(mode: Mode) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = mode == .readOnly
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(busyTimeout)
        configuration.label = "register"
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA trusted_schema = OFF")
            // What the pages ask goes through more of the file than SQLite's 2 MB hold.
            if db.configuration.readonly { try db.execute(sql: "PRAGMA cache_size = -8192") }
        }
        return configuration
    }

    private func prepareForWriting() throws {
        // A DatabasePool sets synchronous=NORMAL while it opens, with which a power cut may
        // take the last commits along.
        try pool.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA synchronous = FULL")
        }
        try Migrations.migrator.migrate(pool)
        if try pool.read(AgreementIndex.isStale) {
            try pool.write(AgreementIndex.refresh)
        }
    }
}
