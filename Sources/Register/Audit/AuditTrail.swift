import Agreements
import Foundation
import GRDB

/// Writes the audit trail of one transaction: what its author adds and changes.
///
/// Every row that is added to or changed in a table of `RowContent.all` is recorded in the same
/// transaction; `Register.check` reports what was not.
package struct AuditTrail {
    private let db: Database
    private let author: Author
    let at: Instant

    package init(_ db: Database, author: Author, at: Instant) {
        self.db = db
        self.author = author
        self.at = at
    }

    /// Added rows in an entry, at most: `check` can name what was tampered with no closer.
    static let rowsPerEntry: Int64 = 1000

    /// Records rows that are new in the table, after they and their link rows were inserted.
    ///
    /// Every key of the range is a new row. The rows are read once to digest their contents, and
    /// make one entry for each 1,000 rows: adding a million stays cheap. A single row's entry
    /// carries its identifier as the subject.
    package func recordAddition(table: String, keys: ClosedRange<Int64>) throws {
        let content = RowContent.of(table)
        var first = keys.lowerBound
        while first <= keys.upperBound {
            let last = min(first + Self.rowsPerEntry - 1, keys.upperBound)
            let (count, digest) = try content.digest(keys: first...last, in: db)
            precondition(
                count == Int(last - first + 1),
                "Not every key of \(table) from \(first) to \(last) is a row that was added.")
            let subject = first == last ? try content.subject(key: first, in: db) : nil
            try append(.add, entity: table, subject: subject) { entry in
                entry.firstKey = first
                entry.lastKey = last
                entry.count = Int64(count)
                entry.digest = digest
            }
            first = last + 1
        }
    }

    /// Records that a row was changed; `before` and `after` are its texts by `RowContent`.
    ///
    /// Nothing is recorded when they are the same.
    package func recordChange(
        table: String, key: Int64, subject: String, before: String, after: String
    ) throws {
        guard before != after else { return }
        try append(.change, entity: table, subject: subject) { entry in
            entry.firstKey = key
            entry.lastKey = key
            entry.before = before
            entry.after = after
        }
    }

    /// Runs `change`, which alters the row or its link rows, and records it; false when the row
    /// has the same content as before.
    @discardableResult
    package func recordChange(table: String, key: Int64, by change: () throws -> Void) throws
        -> Bool
    {
        let content = RowContent.of(table)
        let before = try content.text(key: key, in: db)
        try change()
        guard let before, let after = try content.text(key: key, in: db) else {
            preconditionFailure("Table \(table) has no row \(key) to change.")
        }
        guard before != after else { return false }
        try recordChange(
            table: table, key: key, subject: content.subject(key: key, in: db), before: before,
            after: after)
        return true
    }

    /// Records what is no row: a login, a refusal, a permission, an export, an import.
    package func recordEvent(entity: String, subject: String?, details: [String: String]) throws {
        try append(.event, entity: entity, subject: subject) { entry in
            entry.after = CanonicalJSON.object(details)
        }
    }

    private func append(
        _ action: AuditEntry.Action, entity: String, subject: String?,
        fill: (inout AuditEntry) -> Void
    ) throws {
        let head = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1"))
        var entry = AuditEntry(
            seq: (head?[0] ?? 0) + 1, at: at.description, actor: author.actor,
            request: author.request, action: action, entity: entity, subject: subject,
            previous: head?.bytes(1) ?? AuditEntry.origin, hash: [])
        fill(&entry)
        entry.hash = entry.computedHash()
        let insert = try db.cachedStatement(
            sql: """
                INSERT INTO audit (\(AuditEntry.columns))
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try insert.execute(arguments: entry.arguments)
    }
}

extension [UInt8] {
    var data: Data { Data(self) }
}

extension Row {
    func bytes(_ index: Int) -> [UInt8]? {
        let data: Data? = self[index]
        return data.map { Array($0) }
    }
}
