import Agreements
import GRDB

/// The evaluations of a year, of one unit or of all.
struct EvaluationRound {
    let year: Int
    let unit: OwningUnit?

    struct Row: Sendable {
        let key: Int64
        let agreement: String
        let title: String
        let owner: OwningUnit
        let responsible: Responsible?
        let status: EvaluationStatus
        let submittedOn: Day?
        let approvedOn: Day?
        let recommendation: Recommendation?
        let counterpart: Counterpart
    }

    struct Responsible: Hashable, Sendable {
        let id: String
        let name: String
    }

    /// How far the counterpart has come.
    enum Counterpart: String, CaseIterable, Sendable {
        case uninvited
        case invited
        case begun
        case answered
    }

    /// Shown at once, at most: a page of this size is read by eye.
    static let most = 500

    /// What is open comes first, then what is to be approved.
    func rows(in db: Database, limit: Int = most) throws -> [Row] {
        try GRDB.Row.fetchAll(
            db,
            sql: """
                SELECT e.key, a.id, a.title, a.owner, user.id, user.name, e.status,
                    e.submitted_on, e.approved_on, e.recommendation,
                    CASE WHEN EXISTS (SELECT 1 FROM score
                        WHERE score.evaluation = e.key AND side = 'counterpart') THEN 'answered'
                    WHEN EXISTS (SELECT 1 FROM answer
                        WHERE answer.evaluation = e.key AND side = 'counterpart') THEN 'begun'
                    WHEN EXISTS (SELECT 1 FROM respondent
                        WHERE respondent.evaluation = e.key AND ended_on IS NULL) THEN 'invited'
                    ELSE 'uninvited' END
                FROM evaluation AS e JOIN agreement AS a ON a.key = e.agreement
                LEFT JOIN user ON user.key = a.responsible
                WHERE e.year = :year AND (:unit IS NULL OR a.owner = :unit)
                ORDER BY CASE e.status WHEN 'open' THEN 1 WHEN 'submitted' THEN 2 ELSE 3 END, a.id
                LIMIT :limit
                """,
            arguments: ["year": year, "unit": unit?.rawValue, "limit": limit]
        ).compactMap { row in
            guard let owner = OwningUnit(rawValue: row[3]),
                let status = EvaluationStatus(rawValue: row[6]),
                let counterpart = Counterpart(rawValue: row[10])
            else { return nil }
            let (recommendation, responsible): (String?, String?) = (row[9], row[4])
            return Row(
                key: row[0], agreement: row[1], title: row[2], owner: owner,
                responsible: responsible.map { Responsible(id: $0, name: row[5]) },
                status: status, submittedOn: row[7], approvedOn: row[8],
                recommendation: recommendation.flatMap(Recommendation.init(rawValue:)),
                counterpart: counterpart)
        }
    }

    /// Years that have evaluations, the latest first.
    static func years(in db: Database) throws -> [Int] {
        try Int.fetchAll(
            db, sql: "SELECT DISTINCT year FROM evaluation ORDER BY year DESC LIMIT 30")
    }

    static func path(_ key: Int64, _ rest: String = "") -> String {
        "/evaluations/\(key)" + (rest.isEmpty ? "" : "/\(rest)")
    }
}
