import GRDB

/// Follows the audit trail from its first entry to its last.
enum ChainCheck {
    static func run(_ db: Database, report: inout CheckReport) throws {
        var previous = AuditEntry.origin
        var expected: Int64 = 1
        let rows = try Row.fetchCursor(
            db, sql: "SELECT \(AuditEntry.columns) FROM audit ORDER BY seq")
        while let row = try rows.next() {
            let seq: Int64 = row[0]
            let isNext = seq == expected
            if seq > expected {
                report.add(.entriesMissing(first: expected, last: seq - 1))
            }
            let entry = AuditEntry(row: row)
            // After a hole the hash before is not known; the entry's own still must be right.
            if entry?.hash != entry?.computedHash() || (isNext && entry?.previous != previous) {
                report.add(.entryAltered(seq: seq))
            }
            previous = row.bytes(14) ?? []
            expected = seq + 1
        }
        let highest = try Int64.fetchOne(
            db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'audit'")
        if let highest, highest >= expected {
            report.add(.entriesMissing(first: expected, last: highest))
        }
        report.entries = expected - 1
        report.head = previous.map { hexadecimal($0) }.joined()
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
}
