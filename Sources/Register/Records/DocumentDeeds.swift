import Agreements
import Checksum
import Foundation
import GRDB

/// Documents of agreements: kept by the hash of their content, in the register itself, so that one
/// backup holds all.
package struct DocumentDeeds {
    private let steps: RecordSteps

    package init(_ db: Database, author: Author, at now: Instant) {
        steps = RecordSteps(db, author: author, at: now)
    }

    /// The most bytes that a document may have.
    package static let largest = 25 * 1024 * 1024

    /// What a document is.
    package enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
        case signed
        case minutes
        case plan
        case other
    }

    /// A document as it arrives.
    package struct Upload: Sendable {
        package var kind: Kind
        /// The name that it is offered under when fetched.
        package var name: String
        /// As its content says, which whoever takes it in has looked at.
        package var mediaType: String
        package var content: Data

        package init(kind: Kind, name: String, mediaType: String, content: Data) {
            self.kind = kind
            self.name = name
            self.mediaType = mediaType
            self.content = content
        }
    }

    /// A document without its content.
    package struct Held: Hashable, Sendable {
        package var key: Int64
        package var agreement: String
        /// Id of the meeting that it belongs to.
        package var meeting: String?
        package var kind: Kind
        package var name: String
        package var mediaType: String
        /// In bytes.
        package var size: Int
        /// 64 hexadecimal digits.
        package var sha256: String
        package var addedOn: Day
        /// The actor of the audit trail.
        package var addedBy: String
    }

    /// Keeps a document and returns its key; equal content is kept once.
    @discardableResult
    package func add(_ upload: Upload, to agreement: String, meeting: String? = nil) throws
        -> Int64
    {
        let owner = try steps.key(of: "agreement", agreement)
        let size = upload.content.count
        guard size > 0, size <= Self.largest else {
            throw RecordRefusal.contradiction(.documentSize(bytes: size, most: Self.largest))
        }
        try steps.refuseEmpty(upload.name, "document", agreement, "name")
        let meetingKey = try meeting.map { try steps.key(of: "meeting", $0) }
        if let meeting, let meetingKey {
            let meetingsOwn = try Int64.fetchOne(
                steps.db, sql: "SELECT agreement FROM meeting WHERE key = ?",
                arguments: [meetingKey])
            guard meetingsOwn == owner else {
                throw RecordRefusal.contradiction(
                    .meetingOfAnother(meeting: meeting, agreement: agreement))
            }
        }
        let sha256 = Checksum.hexadecimal(of: upload.content)
        try steps.db.execute(
            sql: """
                INSERT INTO document_content (sha256, body) VALUES (?, ?)
                ON CONFLICT (sha256) DO NOTHING
                """, arguments: [sha256, upload.content])
        return try steps.add(
            "agreement_document",
            [
                "agreement": owner, "meeting": meetingKey, "kind": upload.kind.rawValue,
                "name": upload.name, "media_type": upload.mediaType, "size": size,
                "sha256": sha256, "added_on": steps.today.description,
                "added_by": steps.author.actor,
            ])
    }

    // MARK: Reading

    /// The documents of an agreement, latest first.
    package static func all(of agreement: String, in db: Database) throws -> [Held] {
        try Row.fetchAll(
            db, sql: "\(select) WHERE agreement.id = ? ORDER BY document.key DESC",
            arguments: [agreement]
        ).map(held)
    }

    /// A document by its key; nil when there is none.
    package static func document(_ key: Int64, in db: Database) throws -> Held? {
        try Row.fetchOne(db, sql: "\(select) WHERE document.key = ?", arguments: [key]).map(held)
    }

    /// The bytes of a document's content.
    package static func content(sha256: String, in db: Database) throws -> Data? {
        try Data.fetchOne(
            db, sql: "SELECT body FROM document_content WHERE sha256 = ?", arguments: [sha256])
    }

    private static let select = """
        SELECT document.key, agreement.id, meeting.id, document.kind, document.name, media_type,
            size, sha256, added_on, added_by
        FROM agreement_document AS document
        JOIN agreement ON agreement.key = document.agreement
        LEFT JOIN meeting ON meeting.key = document.meeting
        """

    private static func held(_ row: Row) -> Held {
        let kind: String = row[3]
        return Held(
            key: row[0], agreement: row[1], meeting: row[2], kind: Kind(rawValue: kind) ?? .other,
            name: row[4], mediaType: row[5], size: row[6], sha256: row[7], addedOn: row[8],
            addedBy: row[9])
    }
}
