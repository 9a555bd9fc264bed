import GRDB

/// The evaluation in which the parties agreed on what became a measure.
struct MeasureOrigin: Hashable, Sendable {
    /// Key of the evaluation.
    let evaluation: Int64
    let year: Int

    /// Of the agreement's measures that come from an evaluation, by the measure's key.
    static func all(of agreement: Int64, in db: Database) throws -> [Int64: MeasureOrigin] {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT link.measure, evaluation.key, evaluation.year
                    FROM conclusion_measure AS link
                    JOIN conclusion ON conclusion.key = link.conclusion
                    JOIN evaluation ON evaluation.key = conclusion.evaluation
                    WHERE evaluation.agreement = ?
                    """), arguments: [agreement])
        return Dictionary(
            uniqueKeysWithValues: rows.map {
                ($0[0] as Int64, MeasureOrigin(evaluation: $0[1], year: $0[2]))
            })
    }
}
