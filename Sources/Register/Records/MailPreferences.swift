import Agreements
import GRDB

/// When people want their mail, within one transaction of the caller and with entries in the audit
/// trail.
package struct MailPreferences {
    private let steps: RecordSteps

    package init(_ db: Database, author: Author, at now: Instant) {
        steps = RecordSteps(db, author: author, at: now)
    }

    /// - Parameter hour: From 0 to 23, in Europe/Oslo.
    package func choose(hour: Int, for user: String) throws {
        precondition((0...23).contains(hour), "\(hour) is no hour of a day.")
        let key = try steps.key(of: "user", user)
        let held = try Int64.fetchOne(
            steps.db, sql: "SELECT key FROM mail_preference WHERE user = ?", arguments: [key])
        if let held {
            try steps.change("mail_preference", key: held, to: ["hour": hour])
        } else {
            try steps.add("mail_preference", ["user": key, "hour": hour])
        }
    }

    /// The hour that somebody chose; nil for that of the day's planning.
    package static func hour(of user: String, in db: Database) throws -> Int? {
        try hours(in: db)[user]
    }

    /// The hours that were chosen, by the user's id.
    package static func hours(in db: Database) throws -> [String: Int] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT user.id, hour FROM mail_preference
                JOIN user ON user.key = mail_preference.user
                """)
        return Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as String, $0[1] as Int) })
    }
}
