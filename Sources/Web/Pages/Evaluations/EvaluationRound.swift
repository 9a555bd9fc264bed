import Agreements
import GRDB

/// The evaluations of a year, of one unit or of all.
struct EvaluationRound {
    let year: Int
    let unit: OwningUnit?

    struct Row: Sendable {
        let agreement: String
        let title: String
        let owner: OwningUnit
        let responsible: String?
        let status: EvaluationStatus
        let submittedOn: Day?
        let approvedOn: Day?
        let recommendation: Recommendation?
    }

    /// Shown at once, at most: a page of this size is read by eye.
    private static let most = 500

    /// What is open comes first, then what is to be approved.
    func rows(in db: Database) throws -> [Row] {
        try GRDB.Row.fetchAll(
            db,
            sql: """
                SELECT a.id, a.title, a.owner, user.name, e.status, e.submitted_on, e.approved_on,
                    e.recommendation
                FROM evaluation AS e JOIN agreement AS a ON a.key = e.agreement
                LEFT JOIN user ON user.key = a.responsible
                WHERE e.year = :year AND (:unit IS NULL OR a.owner = :unit)
                ORDER BY CASE e.status WHEN 'open' THEN 1 WHEN 'submitted' THEN 2 ELSE 3 END, a.id
                LIMIT \(Self.most)
                """, arguments: ["year": year, "unit": unit?.rawValue]
        ).compactMap { row in
            guard let owner = OwningUnit(rawValue: row[2]),
                let status = EvaluationStatus(rawValue: row[4])
            else { return nil }
            let recommendation: String? = row[7]
            return Row(
                agreement: row[0], title: row[1], owner: owner, responsible: row[3],
                status: status, submittedOn: row[5], approvedOn: row[6],
                recommendation: recommendation.flatMap(Recommendation.init(rawValue:)))
        }
    }
}
