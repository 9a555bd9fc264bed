import Agreements
import GRDB

/// Editions of the rules: drafts, the one that is adopted, and those that it has replaced, within
/// one transaction of the caller and with entries in the audit trail.
package struct RuleEditions {
    /// One edition.
    package struct Edition: Hashable, Sendable {
        package let key: Int64
        /// From 1, without holes.
        package let number: Int
        package let yaml: String
        package let note: String?
        package let status: Status
        package let draftedBy: String
        /// ISO 8601 in UTC with milliseconds.
        package let draftedAt: String
        package let adoptedBy: String?
        package let adoptedAt: String?
    }

    package enum Status: String, CaseIterable, Hashable, Sendable {
        case draft
        case adopted
        case retired
    }

    /// Why an edition is not adopted.
    package enum Refusal: Error, Hashable, Sendable, CustomStringConvertible {
        /// It is no draft any more, or has been changed since it was looked at.
        case notThisDraft

        package var description: String {
            "The draft has been changed or adopted since: look at it again."
        }
    }

    private let steps: RecordSteps

    package init(_ db: Database, author: Author, at now: Instant) {
        steps = RecordSteps(db, author: author, at: now)
    }

    /// Keeps a draft in place of the one that there is; tells its number.
    package func draft(_ yaml: String, note: String?) throws -> Int {
        if let draft = try Self.draft(in: steps.db) {
            try steps.change("rule_edition", key: draft.key, to: ["yaml": yaml, "note": note])
            return draft.number
        }
        let number = try Int.fetchOne(
            steps.db, sql: "SELECT coalesce(max(number), 0) + 1 FROM rule_edition")
        try steps.add(
            "rule_edition",
            [
                "number": number ?? 1, "yaml": yaml, "note": note,
                "status": Status.draft.rawValue, "drafted_by": steps.author.actor,
                "drafted_at": steps.now.description,
            ])
        return number ?? 1
    }

    /// Makes the draft the edition that holds, if its text is the one that was rehearsed.
    package func adopt(number: Int, yaml: String) throws {
        guard let draft = try Self.draft(in: steps.db), draft.number == number, draft.yaml == yaml
        else { throw Refusal.notThisDraft }
        if let before = try Self.adopted(in: steps.db) {
            try steps.change(
                "rule_edition", key: before.key, to: ["status": Status.retired.rawValue])
        }
        try steps.change(
            "rule_edition", key: draft.key,
            to: [
                "status": Status.adopted.rawValue, "adopted_by": steps.author.actor,
                "adopted_at": steps.now.description,
            ])
    }

    // MARK: Reading

    package static func draft(in db: Database) throws -> Edition? {
        try list(in: db).first { $0.status == .draft }
    }

    /// The edition that holds; nil while those of the settings do.
    package static func adopted(in db: Database) throws -> Edition? {
        try Row.fetchOne(
            db.cachedStatement(sql: "\(selection) WHERE status = 'adopted'")
        ).map(edition)
    }

    /// Number of the edition that holds.
    package static func adoptedNumber(in db: Database) throws -> Int? {
        try Int.fetchOne(
            db.cachedStatement(sql: "SELECT number FROM rule_edition WHERE status = 'adopted'"))
    }

    /// All of them, the latest first.
    package static func list(in db: Database) throws -> [Edition] {
        try Row.fetchAll(db, sql: "\(selection) ORDER BY number DESC").map(edition)
    }

    private static let selection = """
        SELECT key, number, yaml, note, status, drafted_by, drafted_at, adopted_by, adopted_at
        FROM rule_edition
        """

    private static func edition(_ row: Row) throws -> Edition {
        Edition(
            key: row[0], number: row[1], yaml: row[2], note: row[3], status: try row.term(4),
            draftedBy: row[5], draftedAt: row[6], adoptedBy: row[7], adoptedAt: row[8])
    }
}
