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

    /// Evaluations submitted by a day whose submission is neither assessed nor planned to be.
    package func unassessed(on day: Day, limit: Int) throws -> [Evaluation] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT agreement.id, year, submitted_on, reason_without_counterpart
                FROM evaluation JOIN agreement ON agreement.key = evaluation.agreement
                WHERE evaluation.status = 'submitted' AND submitted_on <= ?
                    AND NOT EXISTS (SELECT 1 FROM assessment
                        WHERE assessment.evaluation = evaluation.key
                            AND occasion = 'submitted' AND occasion_on = submitted_on)
                    AND NOT EXISTS (SELECT 1 FROM task
                        WHERE unique_key = 'evaluation.assess/' || agreement.id || '/' || year
                            || '/' || submitted_on)
                ORDER BY agreement.id, year LIMIT ?
                """,
            arguments: [day.description, limit]
        ).map {
            Evaluation(
                agreement: $0[0], year: $0[1], status: .submitted, submittedOn: $0[2],
                reasonWithoutCounterpart: $0[3])
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

    package static func assessmentKey(_ submitted: Evaluation) -> String {
        let day = submitted.submittedOn?.description ?? ""
        return "evaluation.assess/\(submitted.agreement)/\(submitted.year)/\(day)"
    }
}
