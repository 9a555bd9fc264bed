import Agreements
import GRDB
import Rules
import Tasks

/// The letters that a respondent gets: an invitation when the link is made, and reminders.
package struct RespondentLetters {
    private let db: Database
    private let baseURL: String

    /// - Parameter baseURL: Where the pages are found from outside, without a slash at the end.
    package init(_ db: Database, baseURL: String) {
        self.db = db
        self.baseURL = baseURL
    }

    /// Posts the invitation; false where the respondent has no address.
    package func invite(
        _ respondent: Respondent, to evaluation: EvaluationRecord, secret: String, by term: Day,
        at now: Instant
    ) throws -> Bool {
        try post(
            .evaluationInvitation, respondent, evaluation, secret, by: term,
            once: Self.invitationKey(respondent), at: now)
    }

    /// Posts the reminder of a stage, once.
    package func remind(
        _ respondent: Respondent, of evaluation: EvaluationRecord, stage: Int, secret: String,
        by term: Day, at now: Instant
    ) throws -> Bool {
        try post(
            .evaluationReminder, respondent, evaluation, secret, by: term,
            once: Self.reminderKey(respondent, stage: stage), at: now)
    }

    /// Takes back what has not gone yet, since the respondent has answered or is not to any more.
    package static func takeBack(
        from respondent: Int64, because reason: String, at now: Instant, in db: Database
    ) throws {
        guard let respondent = try RespondentDeeds.respondent(respondent, in: db) else { return }
        let box = LetterBox(db)
        try box.takeBack(invitationKey(respondent), reason: reason, at: now)
        for stage in 1...mostStages {
            let key = reminderKey(respondent, stage: stage)
            guard try box.state(of: key) != nil else { continue }
            try box.takeBack(key, reason: reason, at: now)
        }
    }

    /// More stages than a ladder has.
    private static let mostStages = 12

    private static func invitationKey(_ respondent: Respondent) -> String {
        "evaluation/\(respondent.evaluation)/invitation/\(respondent.key)"
    }

    private static func reminderKey(_ respondent: Respondent, stage: Int) -> String {
        "evaluation/\(respondent.evaluation)/reminder/\(respondent.key)/\(stage)"
    }

    private func post(
        _ occasion: Letter.Occasion, _ respondent: Respondent, _ evaluation: EvaluationRecord,
        _ secret: String, by term: Day, once key: String, at now: Instant
    ) throws -> Bool {
        guard let address = respondent.email else { return false }
        let row = try Row.fetchOne(
            db, sql: "SELECT title, owner FROM agreement WHERE key = ?",
            arguments: [evaluation.agreement])
        guard let row, let owner = OwningUnit(rawValue: row[1]) else { return false }
        let letter = Letter(
            occasion, to: respondent.name, in: respondent.language, title: row[0],
            year: evaluation.year, dueOn: term,
            link: baseURL + RespondentDeeds.path(secret))
        return try LetterBox(db).post(
            LetterOrder(address: address, thread: evaluation.agreementID, letter: letter),
            once: key, about: evaluation.agreementID, unit: owner, at: now)
    }
}
