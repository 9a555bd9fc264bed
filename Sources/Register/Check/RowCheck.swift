import Checksum
import GRDB
import GRDBSQLite

/// Compares every row of one table with what the audit trail says of it.
///
/// Rows, additions and changes are walked side by side in the order of keys, so memory does not
/// grow with the register. Each addition's digest is made over the rows as they were added: the
/// `before` of a row's first change, or the row itself when it has none.
struct RowCheck {
    private let content: RowContent
    private let db: Database
    private let additions: [Addition]
    private var position = 0
    private var nextKey: Int64 = 0
    private var digest = SHA256Digest()
    private var report: CheckReport

    /// Rows that one entry added.
    private struct Addition {
        let seq: Int64
        let first: Int64
        let last: Int64
        let digest: [UInt8]
    }

    static func run(_ content: RowContent, _ db: Database, report: inout CheckReport) throws {
        var check = try RowCheck(content, db, report: report)
        try check.walk()
        report = check.report
    }

    private init(_ content: RowContent, _ db: Database, report: CheckReport) throws {
        self.content = content
        self.db = db
        self.report = report
        var additions: [Addition] = []
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT seq, first_key, last_key, digest FROM audit
                WHERE entity = ? AND action = 'add' ORDER BY first_key, seq
                """, arguments: [content.table])
        while let row = try rows.next() {
            let addition = Addition(
                seq: row[0], first: row[1], last: row[2], digest: row.bytes(3) ?? [])
            if let last = additions.last?.last, addition.first <= last {
                self.report.add(.addedTwice(table: content.table, seq: addition.seq))
            } else {
                additions.append(addition)
            }
        }
        self.additions = additions
        nextKey = additions.first?.first ?? 0
    }

    private mutating func walk() throws {
        let statement = try db.makeStatement(sql: "\(content.select) ORDER BY key")
        let rows = try Row.fetchCursor(statement)
        var changes = try ChangeCursor(of: content.table, db)
        var bytes: [UInt8] = []
        while try rows.next() != nil {
            bytes.removeAll(keepingCapacity: true)
            content.append(statement.sqliteStatement, to: &bytes)
            let key = sqlite3_column_int64(statement.sqliteStatement, 0)
            try verify(key, bytes, changes: try changes.take(key: key))
            report.rows += 1
        }
        while position < additions.count {
            finishAddition()
        }
    }

    private mutating func verify(_ key: Int64, _ current: [UInt8], changes: [ChangeCursor.Change])
        throws
    {
        if let last = changes.last, !last.after.utf8.elementsEqual(current) {
            let subject = try content.subject(key: key, in: db)
            report.add(.rowAltered(table: content.table, subject: subject, seq: last.seq))
        }
        for (earlier, later) in zip(changes, changes.dropFirst())
        where earlier.after != later.before {
            let subject = try content.subject(key: key, in: db)
            report.add(.changeOutOfLine(table: content.table, subject: subject, seq: later.seq))
        }
        while position < additions.count, additions[position].last < key {
            finishAddition()
        }
        guard position < additions.count, additions[position].first <= key else {
            let subject = try content.subject(key: key, in: db)
            report.add(.rowUnrecorded(table: content.table, subject: subject))
            return
        }
        if key > nextKey {
            reportMissing(to: key - 1)
        }
        nextKey = key + 1
        digest.update(changes.first.map { Array($0.before.utf8) } ?? current)
        digest.update([0x0A])
    }

    private mutating func finishAddition() {
        let addition = additions[position]
        let found = digest.finish()
        if nextKey <= addition.last {
            reportMissing(to: addition.last)
        } else if found != addition.digest {
            report.add(
                .rowsAltered(
                    table: content.table, first: addition.first, last: addition.last,
                    seq: addition.seq))
        }
        position += 1
        digest = SHA256Digest()
        nextKey = position < additions.count ? additions[position].first : 0
    }

    private mutating func reportMissing(to last: Int64) {
        report.add(
            .rowsMissing(
                table: content.table, first: nextKey, last: last, seq: additions[position].seq))
    }
}

/// The recorded changes of one table's rows, in the order of keys and then of entries.
private struct ChangeCursor {
    struct Change {
        let seq: Int64
        let key: Int64
        let before: String
        let after: String
    }

    private let rows: RowCursor
    private var next: Change?

    init(of table: String, _ db: Database) throws {
        rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT seq, first_key, before, after FROM audit
                WHERE entity = ? AND action = 'change' ORDER BY first_key, seq
                """, arguments: [table])
        try advance()
    }

    /// The changes of the row; keys are asked for in rising order.
    ///
    /// Changes of keys in between are passed over: their rows are gone, which their additions
    /// tell.
    mutating func take(key: Int64) throws -> [Change] {
        var taken: [Change] = []
        while let change = next, change.key <= key {
            if change.key == key { taken.append(change) }
            try advance()
        }
        return taken
    }

    private mutating func advance() throws {
        next = try rows.next().map { Change(seq: $0[0], key: $0[1], before: $0[2], after: $0[3]) }
    }
}
