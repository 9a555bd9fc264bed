import Foundation
import GRDB

/// Reads what the audit trail says of single records.
package struct RecordHistory {
    private let db: Database

    package init(_ db: Database) {
        self.db = db
    }

    /// Entries about the rows after a version, or all of them, oldest first.
    package func changes(of rows: [RecordRow], after version: RecordVersion? = nil) throws
        -> [RecordChange]
    {
        try rows.flatMap { try entries(about: $0, after: version?.seq ?? 0) }
            .sorted { $0.seq < $1.seq }
    }

    /// The identifier that people use for a row.
    package func subject(of row: RecordRow) throws -> String {
        try RowContent.of(row.table).subject(key: row.key, in: db)
    }

    private func entries(about row: RecordRow, after seq: Int64) throws -> [RecordChange] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT seq, at, actor, action, subject, before, after FROM audit
                WHERE entity = :table AND action = 'change' AND first_key = :key AND seq > :seq
                UNION ALL
                SELECT * FROM (SELECT seq, at, actor, action, subject, before, after FROM audit
                WHERE entity = :table AND action = 'add' AND first_key <= :key
                ORDER BY first_key DESC LIMIT 1) WHERE seq > :seq
                """)
        let rows = try Row.fetchAll(
            statement, arguments: ["table": row.table, "key": row.key, "seq": seq])
        return try rows.map { try change($0, of: row) }
    }

    private func change(_ entry: Row, of row: RecordRow) throws -> RecordChange {
        let action: String = entry[3]
        return RecordChange(
            seq: entry[0], at: entry[1], actor: entry[2], row: row, subject: entry[4],
            isAddition: action == AuditEntry.Action.add.rawValue,
            fields: try fields(of: row.table, before: entry[5], after: entry[6]))
    }

    /// The fields that differ between two texts of a row.
    package func fields(of table: String, before: String?, after: String?) throws -> [FieldChange] {
        guard let before, let after else { return [] }
        let (old, new) = (try values(before), try values(after))
        let content = RowContent.of(table)
        return try (content.columns + content.links.map(\.name)).compactMap { field in
            guard old[field] != new[field] else { return nil }
            return FieldChange(
                field: field, before: try readable(old[field], of: field),
                after: try readable(new[field], of: field))
        }
    }

    private func values(_ text: String) throws -> [String: String] {
        try JSONDecoder().decode([String: TrailValue].self, from: Data(text.utf8))
            .compactMapValues(\.text)
    }

    private func readable(_ value: String?, of field: String) throws -> String? {
        guard let value else { return nil }
        if field == "parties" {
            return try value.split(separator: "|").map { place in
                try identifier(of: "party", String(place.drop { $0 != ":" }.dropFirst()))
            }.joined(separator: ", ")
        }
        if field == "successors" {
            return try value.split(separator: "|").map {
                try identifier(of: "municipality", String($0))
            }.joined(separator: ", ")
        }
        guard let table = Self.references[field] else { return value }
        return try identifier(of: table, value)
    }

    private func identifier(of table: String, _ key: String) throws -> String {
        try Int64(key).map { try RowContent.of(table).subject(key: $0, in: db) } ?? key
    }

    /// The tables that columns refer to; a column's name says which.
    private static let references = [
        "agreement": "agreement", "renews": "agreement", "origin": "agreement",
        "responsible": "user", "deputy": "user", "giver": "user", "receiver": "user",
        "party": "party", "county": "county", "municipality": "municipality",
        "meeting": "meeting", "followup": "followup", "measure": "measure",
        "evaluation": "evaluation", "handover": "handover",
    ]
}

/// A value in a row's text: null, a number or a string, as text.
private struct TrailValue: Decodable {
    let text: String?

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            text = nil
        } else if let number = try Self.number(container) {
            text = number
        } else {
            text = try container.decode(String.self)
        }
    }

    private static func number(_ container: any SingleValueDecodingContainer) throws -> String? {
        do {
            return try container.decode(Decimal.self).description
        } catch DecodingError.typeMismatch {
            return nil
        }
    }
}
