import Agreements
import GRDB
import Rules

/// What became of a notice for one recipient, or as a whole where nobody was to get it.
package struct NoticeHistory: Hashable, Sendable, Codable {
    package let rule: String
    package let subject: String
    /// The day that the stage counts from.
    package let dueOn: Day
    package let stage: Int
    package let stagedOn: Day
    package let recipient: String?
    /// `planned`, `sent`, `folded`, `skipped`, `resolved`, `expired`, `failed` or, where nobody was
    /// there to hear of it, `sent to nobody`.
    package let state: String
    /// Why, in a sentence, where there is more to say than the state.
    package let reason: String?
    /// The day of the digest, or of the decision not to send.
    package let on: Day

    enum CodingKeys: String, CodingKey {
        case rule, subject, stage, recipient, state, reason, on
        case dueOn = "due_on"
        case stagedOn = "staged_on"
    }
}

extension NoticeLedger {
    /// Everything that the ledger knows of a subject, or of all, in the order of its stages.
    ///
    /// A digest that is planned tells what has become of its task: it may have failed since, and
    /// be retried by hand.
    ///
    /// - Parameters:
    ///   - subject: Id of a meeting, follow-up, measure or agreement, or a region.
    ///   - person: Only what this user was to get.
    ///   - day: Only what was decided or sent that day.
    package static func history(
        of subject: String?, person: String?, on day: Day?, in db: Database
    ) throws -> [NoticeHistory] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT rule, notice.subject, due_on, stage, staged_on, user.id,
                    CASE WHEN r.state = 'planned' AND task.state = 'expired' THEN 'expired'
                        WHEN r.state = 'planned'
                            AND task.state IN ('dead', 'quarantined', 'cancelled') THEN 'failed'
                        WHEN r.state IS NULL AND notice.state = 'produced' THEN 'sent to nobody'
                        ELSE coalesce(r.state, notice.state) END,
                    CASE r.state WHEN 'planned' THEN task.last_error
                        ELSE coalesce(r.reason, notice.reason) END,
                    coalesce(r.digest_on, decided_on) AS happened_on
                FROM notice LEFT JOIN notice_recipient AS r ON r.notice = notice.key
                LEFT JOIN user ON user.key = r.user
                LEFT JOIN task ON task.unique_key = 'digest/' || user.id || '/' || r.digest_on
                WHERE (:subject IS NULL OR notice.subject = :subject)
                    AND (:person IS NULL OR user.id = :person)
                    AND (:day IS NULL OR coalesce(r.digest_on, decided_on) = :day)
                ORDER BY rule, notice.subject, due_on, stage, happened_on, user.id
                """,
            arguments: ["subject": subject, "person": person, "day": day?.description]
        ).map { row in
            NoticeHistory(
                rule: row[0], subject: row[1], dueOn: row[2], stage: row[3], stagedOn: row[4],
                recipient: row[5], state: row[6], reason: row[7], on: row[8])
        }
    }
}
