import Checksum
import Foundation
import GRDB
import GRDBSQLite

/// The registered content of one table's rows, as the audit trail keeps and verifies it.
///
/// A row's text is a JSON object of its columns in the order below, without spaces, starting with
/// its key; references are keys. Rows of link tables belong to the row that owns them, as
/// `position:key` or as values, separated by `|`. What is derived (`meeting.planned_on`) is left
/// out. The text is made here and not by SQLite's JSON functions, whose escapes and digits have
/// changed between versions: an entry must verify for as long as the register lives.
package struct RowContent: Sendable {
    package let table: String
    /// Columns in the order of the text, without the key.
    let columns: [String]
    /// Lists of link tables: the name in the text, and SQL for one text or NULL.
    let links: [(name: String, sql: String)]
    /// SQL for the identifier that people use, on the table's own row.
    let subject: String
    /// `,"column":` of every value but the key.
    private let names: [[UInt8]]

    init(
        _ table: String, _ columns: String, links: [(name: String, sql: String)] = [],
        subject: String = "id"
    ) {
        self.table = table
        self.columns = columns.split(separator: " ").map(String.init)
        self.links = links
        self.subject = subject
        names = (self.columns + links.map(\.name)).map { Array(",\"\($0)\":".utf8) }
    }

    /// Every table that the trail covers.
    package static let all = registered + recorded

    /// What the import format knows.
    private static let registered: [RowContent] = [
        RowContent("county", "number name region valid_from valid_to", subject: "number"),
        RowContent(
            "municipality",
            "number name county region valid_from valid_to population language",
            links: [
                (
                    "successors",
                    """
                    SELECT group_concat(successor, '|') FROM (SELECT successor
                    FROM municipality_successor WHERE municipality = key ORDER BY successor)
                    """
                )
            ], subject: "number"),
        RowContent("user", "id name email unit role active leave_from leave_to language"),
        RowContent(
            "party", "id name kind level municipality county authority org_number",
            links: [
                (
                    "regions",
                    """
                    SELECT group_concat(region, '|') FROM (SELECT region
                    FROM party_region WHERE party = key ORDER BY region)
                    """
                )
            ]),
        RowContent(
            "contact", "party name occurrence role email phone",
            subject: "(SELECT id FROM party WHERE party.key = contact.party) || '/' || name"),
        RowContent(
            "agreement",
            """
            id title designation kind owner purpose signed_on counterpart_signatory valid_from \
            valid_to strategic_meetings_per_year operational_meetings_per_year responsible \
            deputy status ended_on end_reason renews
            """,
            links: [
                (
                    "parties",
                    """
                    SELECT group_concat(position || ':' || party, '|') FROM (SELECT position, party
                    FROM agreement_party WHERE agreement = key ORDER BY position, party)
                    """
                ),
                (
                    "areas",
                    """
                    SELECT group_concat(area, '|') FROM (SELECT area
                    FROM agreement_area WHERE agreement = key ORDER BY area)
                    """
                ),
            ]),
        RowContent("commitment", "id agreement side text measurable"),
        RowContent(
            "plan", "agreement year status adopted_on", subject: "\(agreement("plan")) || year"),
        RowContent(
            "measure",
            """
            id agreement year title sub_goal side responsible due_on status done_on cancelled_on \
            result
            """),
        RowContent(
            "meeting",
            "id agreement level theme first_planned_on status held_on cancelled_on minutes"),
        RowContent(
            "postponement", "meeting decided_on occurrence moved_to reason",
            subject: """
                (SELECT id FROM meeting WHERE meeting.key = postponement.meeting)
                || '/' || decided_on
                """),
        RowContent(
            "followup",
            "id agreement meeting title side responsible due_on status done_on cancelled_on"),
        RowContent(
            "activity",
            "id agreement party happened_on kind theme sub_goal participants outcome"),
        RowContent(
            "evaluation",
            """
            agreement year status submitted_on approved_on recommendation \
            reason_without_counterpart
            """, subject: "\(agreement("evaluation")) || year"),
        RowContent(
            "score", "evaluation side dimension score",
            subject: """
                (SELECT agreement.id || '/' || year FROM evaluation
                JOIN agreement ON agreement.key = agreement
                WHERE evaluation.key = score.evaluation) || '/' || side || '/' || dimension
                """),
        RowContent(
            "settlement", "municipality year month requested decided settled",
            subject: """
                (SELECT number FROM municipality
                WHERE municipality.key = settlement.municipality) || '/' || year || '/' || month
                """),
        RowContent(
            "grant", "municipality agreement scheme year occurrence amount",
            subject: """
                coalesce((SELECT number FROM municipality WHERE municipality.key = municipality),
                (SELECT id FROM agreement WHERE agreement.key = agreement))
                || '/' || scheme || '/' || year
                """),
        RowContent(
            "target", "unit year indicator value",
            subject: "unit || '/' || year || '/' || indicator"
        ),
    ]

    static func agreement(_ table: String) -> String {
        "(SELECT id FROM agreement WHERE agreement.key = \(table).agreement) || '/'"
    }

    /// The content of the table, which must be one that the trail covers.
    package static func of(_ table: String) -> RowContent {
        guard let content = all.first(where: { $0.table == table }) else {
            preconditionFailure("The audit trail does not cover a table \(table).")
        }
        return content
    }

    /// The text of one row; nil when there is none.
    package func text(key: Int64, in db: Database) throws -> String? {
        let statement = try db.cachedStatement(sql: "\(select) WHERE key = ?")
        let rows = try Row.fetchCursor(statement, arguments: [key])
        guard try rows.next() != nil else { return nil }
        var bytes: [UInt8] = []
        append(statement.sqliteStatement, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// How many rows lie in the range of keys, and the SHA-256 over their texts in the order of
    /// keys, each followed by a line feed.
    package func digest(keys: ClosedRange<Int64>, in db: Database) throws
        -> (count: Int, digest: [UInt8])
    {
        let statement = try db.cachedStatement(
            sql: "\(select) WHERE key BETWEEN ? AND ? ORDER BY key")
        let rows = try Row.fetchCursor(statement, arguments: [keys.lowerBound, keys.upperBound])
        var digest = SHA256Digest()
        var count = 0
        var bytes: [UInt8] = []
        while try rows.next() != nil {
            bytes.removeAll(keepingCapacity: true)
            append(statement.sqliteStatement, to: &bytes)
            bytes.append(0x0A)
            digest.update(bytes)
            count += 1
        }
        return (count, digest.finish())
    }

    /// The identifier that people use for a row; the key where there is no such row.
    package func subject(key: Int64, in db: Database) throws -> String {
        let statement = try db.cachedStatement(
            sql: "SELECT \(subject) FROM \"\(table)\" WHERE \"\(table)\".key = ?")
        return try String.fetchOne(statement, arguments: [key]) ?? String(key)
    }

    /// `SELECT key, …` of every column of the text, without a condition.
    var select: String {
        let values = ["key"] + columns.map { "\"\($0)\"" } + links.map { "(\($0.sql))" }
        return "SELECT \(values.joined(separator: ", ")) FROM \"\(table)\""
    }

    /// Appends the text of the row that the statement, made from `select`, stands at.
    func append(_ statement: SQLiteStatement, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: "{\"key\":".utf8)
        CanonicalJSON.append(statement, 0, to: &bytes)
        for (index, name) in names.enumerated() {
            bytes.append(contentsOf: name)
            CanonicalJSON.append(statement, CInt(index + 1), to: &bytes)
        }
        bytes.append(0x7D)
    }
}
