import GRDB
import GRDBSQLite

/// JSON without spaces, in one way only, so that its bytes can be hashed.
enum CanonicalJSON {
    /// Appends a column of the statement's row: null, digits, or a string.
    ///
    /// A real number is the shortest decimal that reads back as the same number.
    static func append(_ statement: SQLiteStatement, _ index: CInt, to bytes: inout [UInt8]) {
        switch sqlite3_column_type(statement, index) {
        case SQLITE_NULL:
            bytes.append(contentsOf: "null".utf8)
        case SQLITE_INTEGER:
            append(sqlite3_column_int64(statement, index), to: &bytes)
        case SQLITE_FLOAT:
            bytes.append(contentsOf: sqlite3_column_double(statement, index).description.utf8)
        default:
            let text = UnsafeBufferPointer(
                start: sqlite3_column_text(statement, index),
                count: Int(sqlite3_column_bytes(statement, index)))
            append(string: text, to: &bytes)
        }
    }

    /// `{"a":"1","b":"2"}` in the order of names.
    static func object(_ values: [String: String]) -> String {
        var bytes: [UInt8] = [0x7B]
        for (index, (name, value)) in values.sorted(by: { $0.key < $1.key }).enumerated() {
            if index > 0 { bytes.append(0x2C) }
            append(string: name.utf8, to: &bytes)
            bytes.append(0x3A)
            append(string: value.utf8, to: &bytes)
        }
        bytes.append(0x7D)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func append(_ value: Int64, to bytes: inout [UInt8]) {
        guard value >= 0, value < 1_000_000 else {
            bytes.append(contentsOf: String(value).utf8)
            return
        }
        // Most keys and counts are short, and a String for each would cost more than the digits.
        var divisor: Int64 = 1
        while value / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            bytes.append(0x30 + UInt8(value / divisor % 10))
            divisor /= 10
        }
    }

    /// RFC 8259, 7: quotation mark, reverse solidus and control characters are escaped, no others.
    private static func append(string: some Collection<UInt8>, to bytes: inout [UInt8]) {
        bytes.append(0x22)
        if string.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) {
            for byte in string {
                switch byte {
                case 0x22, 0x5C: bytes.append(contentsOf: [0x5C, byte])
                case ..<0x20:
                    let digits = Array("0123456789abcdef".utf8)
                    bytes.append(contentsOf: "\\u00".utf8)
                    bytes.append(digits[Int(byte >> 4)])
                    bytes.append(digits[Int(byte & 15)])
                default: bytes.append(byte)
                }
            }
        } else {
            bytes.append(contentsOf: string)
        }
        bytes.append(0x22)
    }
}
