import Agreements
import Foundation
import GRDB

/// Receipts of packages for the archive: who made one of which agreement and year, when, and its
/// checksum. Each is an event of the audit trail, so that it is kept and chained as the rest is.
package struct ArchiveReceipts {
    private let db: Database

    package init(_ db: Database) {
        self.db = db
    }

    /// One package that was made.
    package struct Receipt: Hashable, Sendable {
        /// ISO 8601 in UTC with milliseconds.
        package let at: String
        package let actor: String
        package let year: Int
        /// Of the ZIP file, 64 hexadecimal digits.
        package let sha256: String
    }

    private static let entity = "archive_package"

    /// Records that a package was made.
    ///
    /// - Parameters:
    ///   - size: Of the ZIP file, in bytes.
    ///   - files: How many files it holds, the list of them included.
    package func record(
        _ agreement: String, year: Int, sha256: String, size: Int, files: Int, author: Author,
        at now: Instant
    ) throws {
        try AuditTrail(db, author: author, at: now).recordEvent(
            entity: Self.entity, subject: "\(agreement)/\(year)",
            details: [
                "sha256": sha256, "size": String(size), "files": String(files),
            ])
    }

    /// Of an agreement, the latest first.
    package func all(of agreement: String) throws -> [Receipt] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT at, actor, subject, json_extract(after, '$.sha256') FROM audit
                WHERE entity = ? AND action = 'event' AND subject LIKE ? ESCAPE '\\'
                ORDER BY seq DESC LIMIT 50
                """,
            arguments: [
                Self.entity,
                agreement.replacing("\\", with: "\\\\").replacing("%", with: "\\%")
                    .replacing("_", with: "\\_") + "/%",
            ]
        ).compactMap { row in
            let subject: String = row[2]
            guard let year = subject.split(separator: "/").last.flatMap({ Int($0) }) else {
                return nil
            }
            return Receipt(at: row[0], actor: row[1], year: year, sha256: row[3] ?? "")
        }
    }

    /// The documents that belong to an agreement's year: what was signed, and what was added in it.
    package static func documents(of agreement: String, year: Int, in db: Database) throws
        -> [DocumentDeeds.Held]
    {
        try DocumentDeeds.all(of: agreement, in: db).reversed().filter {
            $0.kind == .signed ? $0.addedOn.year <= year : $0.addedOn.year == year
        }
    }

    /// The same with their content.
    package static func contents(of agreement: String, year: Int, in db: Database) throws
        -> [(held: DocumentDeeds.Held, body: Data)]
    {
        try documents(of: agreement, year: year, in: db).compactMap { held in
            try DocumentDeeds.content(sha256: held.sha256, in: db).map { (held, $0) }
        }
    }
}
