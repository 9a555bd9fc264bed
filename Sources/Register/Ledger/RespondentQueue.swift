import Agreements
import GRDB

/// Which respondents have been asked and have not answered.
package struct RespondentQueue {
    private let db: Database

    package init(_ db: Database) {
        self.db = db
    }

    /// Somebody whose link holds, and what they have not answered.
    package struct Silent: Hashable, Sendable {
        package let respondent: Respondent
        package let evaluation: EvaluationRecord
    }

    /// Those of a year's evaluations who have an address, were invited before a day and have had
    /// no reminder of the stage, in the order of the evaluations and of their invitations.
    ///
    /// - Parameter stage: As in the ladder of `evaluation.due`, from 1.
    package func silent(year: Int, stage: Int, invitedBefore day: Day) throws -> [Silent] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT evaluation.key, respondent.key FROM respondent
                JOIN evaluation ON evaluation.key = respondent.evaluation
                JOIN contact ON contact.key = respondent.contact
                WHERE year = :year AND status <> 'approved' AND ended_on IS NULL
                    AND invited_on < :day AND email IS NOT NULL
                    AND NOT EXISTS (SELECT 1 FROM task
                        WHERE unique_key = 'letter/evaluation/' || evaluation.key
                            || '/reminder/' || respondent.key || '/' || :stage)
                ORDER BY evaluation.key, respondent.key
                """, arguments: ["year": year, "stage": stage, "day": day.description])
        return try rows.compactMap { row -> Silent? in
            let evaluation = try EvaluationRecord(row[0], in: db)
            guard !evaluation.isDelivered(.counterpart) else { return nil }
            return try RespondentDeeds.respondent(row[1], in: db).map {
                Silent(respondent: $0, evaluation: evaluation)
            }
        }
    }
}
