import Agreements
import Checksum
import Foundation
import GRDB
import Rules

/// Whoever a request's token stands for: a role in a unit, as a person would have it.
struct APIToken: Hashable, Sendable {
    let id: String
    let role: Role
    let unit: OwningUnit

    /// The token that somebody holds, while it has neither expired nor been revoked.
    static func find(_ secret: String, at now: Instant, in db: Database) throws -> APIToken? {
        let digest = Checksum.hexadecimal(of: Data(secret.utf8))
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT id, role, unit FROM api_token
                    WHERE sha256 = ? AND revoked_at IS NULL AND expires_at > ?
                    """), arguments: [digest, now.description])
        guard let row, let role = Role(rawValue: row[1]), let unit = OwningUnit(rawValue: row[2])
        else { return nil }
        return APIToken(id: row[0], role: role, unit: unit)
    }

    func may(_ action: RightAction, _ kind: RecordKind, of subject: RightSubject) -> Bool {
        Rights.allows(role: role, unit: unit, action: action, kind: kind, of: subject)
    }
}
