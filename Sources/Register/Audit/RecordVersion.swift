import GRDB

/// Where a record stands: the number of the last entry in the audit trail about its rows.
///
/// A form carries it; a deed that expects it refuses once the record has moved on.
package struct RecordVersion: Hashable, Sendable {
    /// The entry's `seq`.
    package let seq: Int64

    package init(seq: Int64) {
        self.seq = seq
    }

    /// The version of the whole register; nil when nothing is registered.
    package static func latest(in db: Database) throws -> RecordVersion? {
        try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(seq) FROM audit"))
            .map(RecordVersion.init)
    }

    /// The version of one row; nil when the trail does not know the row.
    package static func of(_ table: String, key: Int64, in db: Database) throws -> RecordVersion? {
        try of([RecordRow(table: table, key: key)], in: db)
    }

    /// The version of rows that are edited as one; nil when the trail knows none of them.
    package static func of(_ rows: [RecordRow], in db: Database) throws -> RecordVersion? {
        try rows.compactMap { try lastChange(of: $0, in: db) ?? addition(of: $0, in: db) }
            .max().map(RecordVersion.init)
    }

    private static func lastChange(of row: RecordRow, in db: Database) throws -> Int64? {
        try Int64.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT seq FROM audit WHERE entity = ? AND action = 'change' AND first_key = ?
                    ORDER BY seq DESC LIMIT 1
                    """),
            arguments: [row.table, row.key])
    }

    /// Additions do not overlap, so the last that begins at or before the key is the only one
    /// that may hold it.
    private static func addition(of row: RecordRow, in db: Database) throws -> Int64? {
        try Int64.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT seq FROM (SELECT seq, last_key FROM audit
                    WHERE entity = ? AND action = 'add' AND first_key <= ?
                    ORDER BY first_key DESC LIMIT 1) WHERE last_key >= ?
                    """),
            arguments: [row.table, row.key, row.key])
    }
}

/// A row of a table that the audit trail covers.
package struct RecordRow: Hashable, Sendable {
    package let table: String
    package let key: Int64

    package init(table: String, key: Int64) {
        self.table = table
        self.key = key
    }
}
