import Agreements
import Foundation
import GRDB
import Secrets

/// A calendar address that somebody has made for a program to subscribe to.
package struct Feed: Hashable, Sendable {
    package let key: Int64
    /// Id of whom it was made for.
    package let user: String
    /// The unit whose calendar it is; nil for the person's own.
    package let unit: OwningUnit?
    package let createdAt: String
    /// The person's.
    package let language: Language
}

/// Makes, finds and revokes the secret addresses of calendars.
///
/// Only the digest of an address is kept: it is shown once, and a copy of the register opens none.
package struct FeedDeeds {
    /// Addresses that one person has at a time.
    package static let limit = 10

    private let db: Database
    private let author: Author
    private let at: Instant

    package init(_ db: Database, author: Author, at: Instant) {
        self.db = db
        self.author = author
        self.at = at
    }

    /// The new address's secret; nil when the person has as many as there may be.
    package func make(for user: String, unit: OwningUnit?) throws -> String? {
        guard try Self.list(of: user, in: db).count < Self.limit else { return nil }
        let token = SecretToken.make()
        try db.execute(
            sql: """
                INSERT INTO feed (user, unit, token_sha256, created_at)
                SELECT key, ?, ?, ? FROM user WHERE id = ?
                """,
            arguments: [unit?.rawValue, Self.digest(of: token), at.description, user])
        try record("made", user: user, key: db.lastInsertedRowID, unit: unit)
        return token
    }

    /// Ends an address of the person's own; false when there is none of that key.
    package func revoke(_ key: Int64, of user: String) throws -> Bool {
        guard let feed = try Self.list(of: user, in: db).first(where: { $0.key == key })
        else { return false }
        try db.execute(
            sql: "UPDATE feed SET revoked_at = ? WHERE key = ?", arguments: [at.description, key])
        try record("revoked", user: user, key: key, unit: feed.unit)
        return true
    }

    /// Those that have not been revoked, the newest last.
    package static func list(of user: String, in db: Database) throws -> [Feed] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT feed.key, user.id, feed.unit, created_at, language FROM feed
                JOIN user ON user.key = feed.user
                WHERE user.id = ? AND revoked_at IS NULL ORDER BY feed.key
                """, arguments: [user]
        ).map(feed)
    }

    /// The feed of a secret; nil for one that was revoked, whose person is no longer active, or
    /// that there never was.
    package static func find(_ token: String, in db: Database) throws -> Feed? {
        try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT feed.key, user.id, feed.unit, created_at, language FROM feed
                    JOIN user ON user.key = feed.user
                    WHERE token_sha256 = ? AND revoked_at IS NULL AND active = 1
                    """), arguments: [digest(of: token)]
        ).map(feed)
    }

    private static func feed(_ row: Row) -> Feed {
        Feed(
            key: row[0], user: row[1], unit: (row[2] as String?).flatMap(OwningUnit.init),
            createdAt: row[3], language: Language(rawValue: row[4]) ?? .nb)
    }

    private static func digest(of token: String) -> String {
        SecretToken.digest(of: token).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }

    private func record(_ deed: String, user: String, key: Int64, unit: OwningUnit?) throws {
        try AuditTrail(db, author: author, at: at).recordEvent(
            entity: "feed", subject: user,
            details: ["deed": deed, "feed": String(key), "unit": unit?.rawValue ?? ""])
    }
}
