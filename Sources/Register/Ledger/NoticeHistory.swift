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
    /// `planned`, `sent`, `folded`, `skipped`, `resolved`, `expired` or `failed`.
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
                SELECT rule, subject, due_on, stage, staged_on, user.id,
                    coalesce(r.state, CASE notice.state WHEN 'produced' THEN 'sent to nobody'
                        ELSE notice.state END),
                    coalesce(r.reason, notice.reason),
                    coalesce(r.digest_on, decided_on) AS happened_on
                FROM notice LEFT JOIN notice_recipient AS r ON r.notice = notice.key
                LEFT JOIN user ON user.key = r.user
                WHERE (:subject IS NULL OR subject = :subject)
                    AND (:person IS NULL OR user.id = :person)
                    AND (:day IS NULL OR coalesce(r.digest_on, decided_on) = :day)
                ORDER BY rule, subject, due_on, stage, happened_on, user.id
                """,
            arguments: ["subject": subject, "person": person, "day": day?.description]
        ).map { row in
            NoticeHistory(
                rule: row[0], subject: row[1], dueOn: row[2], stage: row[3], stagedOn: row[4],
                recipient: row[5], state: row[6], reason: row[7], on: row[8])
        }
    }
}
