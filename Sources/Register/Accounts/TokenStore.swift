import Agreements
import Checksum
import Foundation
import GRDB
import Secrets

/// The tokens with which programs use the register, within one transaction of the caller and with
/// events in the audit trail.
package struct TokenStore {
    /// A token as it is listed: without its secret, which is told once.
    package struct Token: Hashable, Sendable {
        package let id: String
        package let name: String
        /// Id of the user who made it.
        package let madeBy: String
        package let role: Role
        package let unit: OwningUnit
        package let createdAt: String
        package let expiresAt: String
        package let revokedAt: String?

        /// Whether programs can use it.
        package func holds(at now: Instant) -> Bool {
            revokedAt == nil && expiresAt > now.description
        }
    }

    private let db: Database
    private let trail: AuditTrail
    private let now: Instant

    package init(_ db: Database, author: Author, at now: Instant) {
        self.db = db
        self.now = now
        trail = AuditTrail(db, author: author, at: now)
    }

    /// Makes a token with the rights of a role in a unit, and tells its id and its secret.
    package func make(
        name: String, role: Role, unit: OwningUnit, by user: String, lasting time: Duration
    ) throws -> (id: String, secret: String) {
        let secret = SecretToken.make()
        let number = try Int.fetchOne(db, sql: "SELECT coalesce(max(key), 0) + 1 FROM api_token")
        let id = "token-\(number ?? 1)"
        let end = now.adding(time)
        try db.execute(
            sql: """
                INSERT INTO api_token (id, name, sha256, made_by, role, unit, created_at,
                    expires_at)
                VALUES (?, ?, ?, (SELECT key FROM user WHERE id = ?), ?, ?, ?, ?)
                """,
            arguments: [
                id, name, Checksum.hexadecimal(of: Data(secret.utf8)), user, role.rawValue,
                unit.rawValue, now.description, end.description,
            ])
        try trail.recordEvent(
            entity: "token_made", subject: id,
            details: [
                "name": name, "role": role.rawValue, "unit": unit.rawValue,
                "expires_at": end.description,
            ])
        return (id, secret)
    }

    /// Ends a token for good; false when there is none that holds.
    ///
    /// - Parameter user: Whose it must be; nil for anybody's.
    @discardableResult
    package func revoke(_ id: String, of user: String? = nil) throws -> Bool {
        try db.execute(
            sql: """
                UPDATE api_token SET revoked_at = :now
                WHERE id = :id AND revoked_at IS NULL AND (:user IS NULL
                    OR made_by = (SELECT key FROM user WHERE id = :user))
                """,
            arguments: ["now": now.description, "id": id, "user": user])
        guard db.changesCount > 0 else { return false }
        try trail.recordEvent(entity: "token_revoked", subject: id, details: [:])
        return true
    }

    /// Everybody's tokens, or one person's, the latest first.
    package static func list(of user: String? = nil, in db: Database) throws -> [Token] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT api_token.id, api_token.name, user.id, api_token.role, api_token.unit,
                    created_at, expires_at, revoked_at
                FROM api_token JOIN user ON user.key = made_by
                WHERE :user IS NULL OR user.id = :user ORDER BY api_token.key DESC
                """, arguments: ["user": user]
        ).map { row in
            Token(
                id: row[0], name: row[1], madeBy: row[2], role: try row.term(3),
                unit: try row.term(4), createdAt: row[5], expiresAt: row[6], revokedAt: row[7])
        }
    }
}
