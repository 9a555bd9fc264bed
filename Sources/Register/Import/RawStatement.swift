import Foundation
import GRDB
import GRDBSQLite

/// A prepared statement bound by position to fields: a million rows go through it, and a value
/// made for every cell would cost more than SQLite does.
final class RawStatement {
    private let statement: OpaquePointer
    private let connection: OpaquePointer
    /// Finalizes the statement, where this object does not.
    private let owner: Statement?

    /// Prepares a statement that lasts as long as this object.
    init(_ db: Database, _ sql: String) throws {
        guard let connection = db.sqliteConnection else {
            throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "the connection is closed")
        }
        self.connection = connection
        var statement: OpaquePointer?
        let code = sqlite3_prepare_v3(
            connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
        guard code == SQLITE_OK, let statement else {
            throw Self.failure(code, of: connection, sql)
        }
        self.statement = statement
        owner = nil
    }

    /// Takes the statement that the connection keeps, and prepares it the first time.
    init(cached sql: String, in db: Database) throws {
        guard let connection = db.sqliteConnection else {
            throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "the connection is closed")
        }
        let owner = try db.cachedStatement(sql: sql)
        self.connection = connection
        self.owner = owner
        statement = owner.sqliteStatement
    }

    deinit {
        if owner == nil { sqlite3_finalize(statement) }
    }

    /// Positions start at 1; the text must stay where it is until `reset` or the next `bind`.
    func bind(_ field: Field, at position: Int) {
        switch field.form {
        case .null, .faulty: sqlite3_bind_null(statement, Int32(position))
        case .integer: sqlite3_bind_int64(statement, Int32(position), field.number)
        case .real: sqlite3_bind_double(statement, Int32(position), field.real)
        case .text:
            sqlite3_bind_text(
                statement, Int32(position),
                UnsafeRawPointer(field.bytes.baseAddress)?.assumingMemoryBound(to: CChar.self),
                Int32(field.bytes.count), nil)
        }
    }

    func bind(_ key: Int64, at position: Int) {
        sqlite3_bind_int64(statement, Int32(position), key)
    }

    func bind(_ number: Int64?, at position: Int) {
        guard let number else {
            sqlite3_bind_null(statement, Int32(position))
            return
        }
        sqlite3_bind_int64(statement, Int32(position), number)
    }

    /// The text is copied.
    func bind(_ text: String?, at position: Int) {
        guard var text else {
            sqlite3_bind_null(statement, Int32(position))
            return
        }
        text.withUTF8 { bytes in
            _ = sqlite3_bind_text(
                statement, Int32(position),
                UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self),
                Int32(bytes.count), unsafeBitCast(-1, to: sqlite3_destructor_type.self))
        }
    }

    /// True when it stands at a row; false at the end.
    func step() throws -> Bool {
        let code = sqlite3_step(statement)
        switch code {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default:
            let failure = Self.failure(
                code, of: connection, String(cString: sqlite3_sql(statement)))
            sqlite3_reset(statement)
            throw failure
        }
    }

    func reset() { sqlite3_reset(statement) }

    /// Runs it to its end, for what returns no rows.
    func run() throws {
        defer { reset() }
        while try step() {}
    }

    func integer(_ column: Int) -> Int64 { sqlite3_column_int64(statement, Int32(column)) }

    func real(_ column: Int) -> Double { sqlite3_column_double(statement, Int32(column)) }

    func isNull(_ column: Int) -> Bool {
        sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL
    }

    /// Good until the next step.
    func text(_ column: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(
            start: sqlite3_column_text(statement, Int32(column)),
            count: Int(sqlite3_column_bytes(statement, Int32(column))))
    }

    func integerIfAny(_ column: Int) -> Int64? { isNull(column) ? nil : integer(column) }

    func string(_ column: Int) -> String { String(decoding: text(column), as: UTF8.self) }

    func stringIfAny(_ column: Int) -> String? { isNull(column) ? nil : string(column) }

    func data(_ column: Int) -> Data {
        Data(
            UnsafeRawBufferPointer(
                start: sqlite3_column_blob(statement, Int32(column)),
                count: Int(sqlite3_column_bytes(statement, Int32(column)))))
    }

    var columnCount: Int { Int(sqlite3_column_count(statement)) }

    /// Whether the column of the row it stands at holds the field.
    func holds(_ field: Field, at column: Int) -> Bool {
        switch field.form {
        case .null: return isNull(column)
        case .integer: return !isNull(column) && integer(column) == field.number
        case .real:
            return !isNull(column)
                && sqlite3_column_double(statement, Int32(column)) == field.real
        case .text: return !isNull(column) && text(column).elementsEqual(field.bytes)
        case .faulty: return false
        }
    }

    private static func failure(_ code: Int32, of connection: OpaquePointer, _ sql: String)
        -> DatabaseError
    {
        DatabaseError(
            resultCode: ResultCode(rawValue: code),
            message: String(cString: sqlite3_errmsg(connection)), sql: sql)
    }
}
