import GRDB

/// The view of evaluations without what one side has said while the other may not see it yet
/// (domain.md, 6): scores are there once both sides have delivered, or the evaluation is approved.
enum EvaluationView {
    static func create(in db: Database) throws {
        try db.execute(sql: "DROP VIEW v_evaluation; CREATE VIEW v_evaluation AS \(select)")
    }

    private static func shown(_ column: String) -> String {
        """
        CASE WHEN status = 'approved'
            OR (given_by_imdi IS NOT NULL AND given_by_counterpart IS NOT NULL)
        THEN given_by_\(column) END AS score_\(column)
        """
    }

    private static let select = Views.rated(
        """
        SELECT agreement, owner, year, status, submitted_on, approved_on, recommendation,
            reason_without_counterpart, \(shown("imdi")), \(shown("counterpart"))
        FROM (
            SELECT agreement.id AS agreement, agreement.owner, evaluation.year,
                evaluation.status, submitted_on, approved_on, recommendation,
                reason_without_counterpart, \(Views.score(of: "imdi")) AS given_by_imdi,
                \(Views.score(of: "counterpart")) AS given_by_counterpart
            FROM evaluation JOIN agreement ON agreement.key = evaluation.agreement)
        """)
}
