import Agreements
import GRDB

/// Which evaluations wait for the evaluation worker.
package struct EvaluationQueue {
    private let db: Database

    package init(_ db: Database) {
        self.db = db
    }

    /// Ids of agreements in force on a day (domain.md, 9) whose evaluation of its year is neither
    /// opened nor planned to be.
    package func unopened(inForceOn day: Day, limit: Int) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT id FROM agreement
                WHERE status IN ('active', 'ended') AND signed_on <= :day AND valid_from <= :day
                    AND valid_to >= :day AND (ended_on IS NULL OR ended_on > :day)
                    AND NOT EXISTS (SELECT 1 FROM evaluation
                        WHERE evaluation.agreement = agreement.key AND year = :year)
                    AND NOT EXISTS (SELECT 1 FROM task
                        WHERE unique_key = 'evaluation.open/' || agreement.id || '/' || :year)
                ORDER BY id LIMIT :limit
                """,
            arguments: ["day": day.description, "year": day.year, "limit": limit])
    }

    /// A submitted evaluation that waits to be assessed.
    package struct Submission: Hashable, Sendable {
        package var evaluation: Evaluation
        /// How many times a part of it has been delivered: a part that is submitted again, or
        /// answered after the submission, is assessed again. 0 for one that was imported.
        package var delivery: Int
    }

    /// Evaluations submitted by a day whose last delivery is neither assessed nor planned to be.
    package func unassessed(on day: Day, limit: Int) throws -> [Submission] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT id, year, submitted_on, reason, delivery FROM (
                    SELECT agreement.id, year, submitted_on, evaluation.key AS evaluation,
                        reason_without_counterpart AS reason,
                        (SELECT count(*) FROM evaluation_step AS step
                            WHERE step.evaluation = evaluation.key
                                AND step.step IN ('submitted', 'answered')) AS delivery
                    FROM evaluation JOIN agreement ON agreement.key = evaluation.agreement
                    WHERE evaluation.status = 'submitted' AND submitted_on <= ?) AS waiting
                WHERE (delivery > 1 OR NOT EXISTS (SELECT 1 FROM assessment
                        WHERE assessment.evaluation = waiting.evaluation
                            AND occasion = 'submitted' AND occasion_on = waiting.submitted_on))
                    AND NOT EXISTS (SELECT 1 FROM task
                        WHERE unique_key = 'evaluation.assess/' || waiting.id || '/' || waiting.year
                            || '/' || waiting.submitted_on
                            || CASE WHEN waiting.delivery > 1
                                THEN '/' || waiting.delivery ELSE '' END)
                ORDER BY id, year LIMIT ?
                """,
            arguments: [day.description, limit]
        ).map {
            Submission(
                evaluation: Evaluation(
                    agreement: $0[0], year: $0[1], status: .submitted, submittedOn: $0[2],
                    reasonWithoutCounterpart: $0[3]),
                delivery: $0[4])
        }
    }

    /// The scores that the parties have given.
    package func scores(of agreement: String, year: Int) throws -> [Score] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT side, dimension, score FROM score
                JOIN evaluation ON evaluation.key = score.evaluation
                JOIN agreement ON agreement.key = evaluation.agreement
                WHERE agreement.id = ? AND year = ? ORDER BY score.key
                """,
            arguments: [agreement, year]
        ).compactMap { row in
            ScoringSide(rawValue: row[0]).map {
                Score(agreement: agreement, year: year, side: $0, dimension: row[1], score: row[2])
            }
        }
    }

    /// The unique keys of the tasks.
    package static func openingKey(_ agreement: String, year: Int) -> String {
        "evaluation.open/\(agreement)/\(year)"
    }

    package static func assessmentKey(_ submission: Submission) -> String {
        let submitted = submission.evaluation
        let day = submitted.submittedOn?.description ?? ""
        return "evaluation.assess/\(submitted.agreement)/\(submitted.year)/\(day)"
            + (submission.delivery > 1 ? "/\(submission.delivery)" : "")
    }
}
