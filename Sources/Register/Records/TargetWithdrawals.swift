import Agreements
import GRDB

/// Targets that were taken back, and those that stand.
struct TargetWithdrawals {
    /// A view with the columns of `target`: the targets that there are.
    static let standing = "standing_target"

    private let db: Database
    private let trail: AuditTrail

    init(_ db: Database, trail: AuditTrail) {
        self.db = db
        self.trail = trail
    }

    /// Lets a target that was taken back stand again; false where it was not.
    @discardableResult
    func restore(_ target: Int64) throws -> Bool {
        let key = try Int64.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT key FROM target_withdrawal WHERE target = ? AND restored_on IS NULL
                    """), arguments: [target])
        guard let key else { return false }
        return try trail.recordChange(table: "target_withdrawal", key: key) {
            try db.execute(
                sql: "UPDATE target_withdrawal SET restored_on = ? WHERE key = ?",
                arguments: [Oslo.day(at: trail.at).description, key])
        }
    }
}
