import Agreements
import GRDB
import GRDBSQLite

/// The columns of the row that a statement stands at, read in place.
///
/// SQLite converts nothing here: a column is asked for as what its table (STRICT) and its checks
/// say it is. A text that is none of an enumeration's, or no day, shows that the checks were
/// passed by.
struct Columns {
    let statement: SQLiteStatement

    func isNull(_ index: CInt) -> Bool { sqlite3_column_type(statement, index) == SQLITE_NULL }

    func integer(_ index: CInt) -> Int { Int(sqlite3_column_int64(statement, index)) }

    func optionalInteger(_ index: CInt) -> Int? { isNull(index) ? nil : integer(index) }

    func number(_ index: CInt) -> Double { sqlite3_column_double(statement, index) }

    func truth(_ index: CInt) -> Bool { sqlite3_column_int64(statement, index) != 0 }

    func text(_ index: CInt) -> String { String(decoding: bytes(index), as: UTF8.self) }

    func optionalText(_ index: CInt) -> String? { isNull(index) ? nil : text(index) }

    func day(_ index: CInt) throws -> Day {
        guard let day = Day(iso: bytes(index)) else { throw unexpected(index) }
        return day
    }

    func optionalDay(_ index: CInt) throws -> Day? { isNull(index) ? nil : try day(index) }

    func value<T: RawRepresentable<String>>(_ index: CInt, as type: T.Type = T.self) throws -> T {
        guard let value = T(rawValue: text(index)) else { throw unexpected(index) }
        return value
    }

    func optionalValue<T: RawRepresentable<String>>(_ index: CInt) throws -> T? {
        isNull(index) ? nil : try value(index)
    }

    private func bytes(_ index: CInt) -> UnsafeBufferPointer<UInt8> {
        // The text first: asking for it may change the number of bytes.
        let start = sqlite3_column_text(statement, index)
        return UnsafeBufferPointer(
            start: start, count: Int(sqlite3_column_bytes(statement, index)))
    }

    private func unexpected(_ index: CInt) -> DatabaseError {
        let column = sqlite3_column_name(statement, index).map { String(cString: $0) } ?? ""
        return DatabaseError(
            resultCode: .SQLITE_CORRUPT,
            message: "column \(column) holds «\(text(index))», which no import would have let in")
    }
}
