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

    /// Those of a year's evaluations who have an address and were invited before a day, in the
    /// order of their invitations.
    package func silent(year: Int, invitedBefore day: Day) throws -> [Silent] {
        let evaluations = try Int64.fetchAll(
            db,
            sql: """
                SELECT DISTINCT evaluation.key FROM respondent
                JOIN evaluation ON evaluation.key = respondent.evaluation
                WHERE year = ? AND status <> 'approved' AND ended_on IS NULL AND invited_on < ?
                ORDER BY evaluation.key
                """, arguments: [year, day.description])
        return try evaluations.flatMap { key -> [Silent] in
            let evaluation = try EvaluationRecord(key, in: db)
            guard !evaluation.isDelivered(.counterpart) else { return [] }
            return try RespondentDeeds.all(of: key, in: db).filter {
                $0.endedOn == nil && $0.invitedOn < day && $0.email != nil
            }.map { Silent(respondent: $0, evaluation: evaluation) }
        }
    }
}
