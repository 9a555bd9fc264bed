import Agreements
import GRDB

/// What was recorded between two editions of a report about the records behind its figures.
package struct EditionRecords: Hashable, Sendable, Codable {
    /// One entry of the audit trail.
    package struct Entry: Hashable, Sendable, Codable {
        package var seq: Int64
        /// ISO 8601 in UTC with milliseconds.
        package var at: String
        package var actor: String
        package var table: String
        /// The identifier that people use; nil for rows that were added many at a time.
        package var subject: String?
        /// How many rows were added; nil for a change.
        package var added: Int?
        /// What changed; empty for an addition.
        package var fields: [FieldChange]
    }

    /// The latest first.
    package var entries: [Entry]
    /// How many there are beyond those.
    package var more: Int

    /// Entries that are told, at most.
    package static let limit = 200

    /// - Parameters:
    ///   - tables: What the figures are counted from.
    ///   - after: The last entry that the earlier edition knows of.
    ///   - through: The last one that the later edition knows of.
    package init(
        of tables: Set<String>, after: Int64, through: Int64, in db: Database
    ) throws {
        let names = tables.sorted()
        let condition = """
            FROM audit WHERE seq > ? AND seq <= ? AND action <> 'event'
            AND entity IN (\(databaseQuestionMarks(count: names.count)))
            """
        let arguments = StatementArguments([after, through]) + StatementArguments(names)
        let history = RecordHistory(db)
        entries = try Row.fetchAll(
            db,
            sql: """
                SELECT seq, at, actor, entity, subject, count, before, after \(condition)
                ORDER BY seq DESC LIMIT \(Self.limit)
                """, arguments: arguments
        ).map { row in
            Entry(
                seq: row[0], at: row[1], actor: row[2], table: row[3], subject: row[4],
                added: row[5],
                fields: try history.fields(of: row[3], before: row[6], after: row[7]))
        }
        let count = try Int.fetchOne(db, sql: "SELECT count(*) \(condition)", arguments: arguments)
        more = max(0, (count ?? 0) - entries.count)
    }
}
