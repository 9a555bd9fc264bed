import Agreements
import GRDB

/// Finds entries of the audit trail.
package struct AuditSearch: Hashable, Sendable {
    /// In the subject, the actor or the content; letters of any case.
    package var text: String?
    package var actor: String?
    /// A table, or what an event is about.
    package var entity: String?
    package var from: Day?
    /// The last day that counts.
    package var to: Day?
    /// Only entries before this one, for the next page.
    package var before: Int64?

    package init() {}

    /// One entry as it is shown.
    package struct Entry: Hashable, Sendable {
        package let seq: Int64
        package let at: String
        package let actor: String
        package let request: String
        package let action: AuditEntry.Action
        package let entity: String
        package let subject: String?
        /// How many rows an addition holds.
        package let count: Int?
        package let before: String?
        package let after: String?
    }

    /// The latest entries that match, at most so many.
    package func entries(limit: Int, in db: Database) throws -> [Entry] {
        var arguments: StatementArguments = ["limit": limit]
        for (name, value) in values where value != nil { arguments += [name: value] }
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT seq, at, actor, request, action, entity, subject, count, before, after
                FROM audit WHERE \(conditions.joined(separator: " AND "))
                ORDER BY seq DESC LIMIT :limit
                """, arguments: arguments)
        return try rows.map { row in
            let action: String = row[4]
            guard let action = AuditEntry.Action(rawValue: action) else {
                throw DatabaseError(message: "«\(action)» is no action of the audit trail.")
            }
            return Entry(
                seq: row[0], at: row[1], actor: row[2], request: row[3], action: action,
                entity: row[5], subject: row[6], count: row[7], before: row[8], after: row[9])
        }
    }

    /// What entries are about, in order of the alphabet.
    package static func entities(in db: Database) throws -> [String] {
        // One step of the index for each, and not one for each entry.
        try String.fetchAll(
            db,
            sql: """
                WITH RECURSIVE known (entity) AS (
                    SELECT min(entity) FROM audit UNION ALL
                    SELECT (SELECT min(entity) FROM audit WHERE entity > known.entity)
                    FROM known WHERE known.entity IS NOT NULL)
                SELECT entity FROM known WHERE entity IS NOT NULL
                """)
    }

    private var values: [(String, (any DatabaseValueConvertible)?)] {
        [
            ("before", before), ("actor", actor), ("entity", entity),
            ("from", from.map { Oslo.instant(of: $0).description }),
            ("to", to.map { Oslo.instant(of: $0.adding(days: 1)).description }),
            ("text", text.map { "%\(Self.escaped($0))%" }),
        ]
    }

    private var conditions: [String] {
        [
            "1",
            before.map { _ in "seq < :before" },
            actor.map { _ in "actor = :actor" },
            entity.map { _ in "entity = :entity" },
            from.map { _ in "at >= :from" },
            to.map { _ in "at < :to" },
            text.map { _ in
                """
                (subject LIKE :text ESCAPE '\\' OR actor LIKE :text ESCAPE '\\'
                OR request LIKE :text ESCAPE '\\' OR before LIKE :text ESCAPE '\\'
                OR after LIKE :text ESCAPE '\\')
                """
            },
        ].compactMap(\.self)
    }

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, sign in
            if "%_\\".contains(sign) { result.append("\\") }
            result.append(sign)
        }
    }
}
