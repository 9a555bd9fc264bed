import Agreements
import GRDB
import Rules

/// Answers to reminders that ask for time, within one transaction of the caller and with entries in
/// the audit trail.
package struct NoticeAnswers {
    private let steps: RecordSteps

    package init(_ db: Database, author: Author, at now: Instant) {
        steps = RecordSteps(db, author: author, at: now)
    }

    /// Keeps that somebody sees to it by a day, or that it is not theirs: it is not told until
    /// then.
    ///
    /// - Parameters:
    ///   - answer: `later` or `notMine`; what is done is recorded where it belongs.
    ///   - until: After today.
    package func ask(
        _ answer: NoticeAnswer, about notice: NoticeKey, by user: String, until: Day,
        reason: String
    ) throws {
        precondition(answer != .done, "What is done needs no time.")
        try steps.refuseNoReason(reason, "acknowledgement", notice.subject)
        guard until > steps.today else {
            throw RecordRefusal.daysReversed(
                table: "acknowledgement", id: notice.subject,
                first: .init("today", steps.today), second: .init("until", until))
        }
        try steps.add(
            "acknowledgement",
            [
                "rule": notice.rule.rawValue, "subject": notice.subject,
                "due_on": notice.dueOn.description, "user": try steps.key(of: "user", user),
                "answer": answer.rawValue, "until": until.description, "reason": reason,
                "given_on": steps.today.description,
            ])
    }

    /// Answers that still hold on a day.
    package static func holding(on day: Day, in db: Database) throws -> [NoticeSilence.Answer] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT rule, subject, due_on, user.id, answer, until
                FROM acknowledgement JOIN user ON user.key = acknowledgement.user
                WHERE until > ?
                """, arguments: [day.description]
        ).compactMap { row in
            guard let rule = NoticeRule(rawValue: row[0]),
                let answer = NoticeAnswer(rawValue: row[4])
            else { return nil }
            return NoticeSilence.Answer(
                rule: rule, subject: row[1], dueOn: row[2], user: row[3], answer: answer,
                until: row[5])
        }
    }

    /// How often what a notice is about has been put off: a meeting moved, a due day changed, time
    /// asked for.
    package static func timesPutOff(_ notice: NoticeKey, in db: Database) throws -> Int {
        let sql =
            switch notice.rule {
            case .meetingUpcoming, .meetingOutcome:
                """
                SELECT count(*) FROM postponement JOIN meeting
                ON meeting.key = postponement.meeting WHERE meeting.id = ?
                """
            case .followUpDue:
                """
                SELECT count(*) FROM due_change JOIN followup
                ON followup.key = due_change.followup WHERE followup.id = ?
                """
            case .measureDue:
                """
                SELECT count(*) FROM due_change JOIN measure
                ON measure.key = due_change.measure WHERE measure.id = ?
                """
            case .meetingMissing, .planMissing, .evaluationDue, .agreementExpiry,
                .agreementExpired, .settlementMissing:
                """
                SELECT count(*) FROM acknowledgement WHERE subject = ? AND answer = 'later'
                AND rule = '\(notice.rule.rawValue)'
                """
            }
        return try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [notice.subject]) ?? 0
    }
}
