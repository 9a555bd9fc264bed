import Agreements
import Foundation
import GRDB
import Rules

/// Opens evaluations and keeps what was found when they were looked at.
package struct EvaluationLedger {
    private let db: Database

    package init(_ db: Database) {
        self.db = db
    }

    /// Opens an agreement's evaluation of a year, with an entry in the audit trail; nothing when
    /// it is there already.
    package func open(_ agreement: String, year: Int, author: Author, at now: Instant) throws {
        try db.execute(
            sql: """
                INSERT INTO evaluation (agreement, year, status)
                SELECT key, ?, 'open' FROM agreement WHERE id = ?
                ON CONFLICT (agreement, year) DO NOTHING
                """,
            arguments: [year, agreement])
        guard db.changesCount > 0 else { return }
        let key = db.lastInsertedRowID
        try AuditTrail(db, author: author, at: now)
            .recordAddition(table: "evaluation", keys: key...key)
    }

    /// Keeps an assessment of an evaluation; one for each opening and each day of submission, the
    /// latest of that day.
    ///
    /// - Parameters:
    ///   - content: The evidence and the assessment as JSON.
    ///   - occasion: `opened` or `submitted`.
    ///   - occasionOn: The day of the opening, or of the submission.
    ///   - judgedOn: The day whose knowledge counted.
    ///   - isLater: Whether it takes the place of an earlier one of the same day.
    package func keep(
        _ assessment: EvaluationAssessment, light: EvidenceLight, content: Data,
        of agreement: String, year: Int, occasion: String, occasionOn: Day, judgedOn: Day,
        isLater: Bool = false
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO assessment
                    (evaluation, occasion, occasion_on, judged_on, light, rating, content)
                SELECT evaluation.key, ?, ?, ?, ?, ?, ?
                FROM evaluation JOIN agreement ON agreement.key = evaluation.agreement
                WHERE agreement.id = ? AND year = ?
                ON CONFLICT DO UPDATE SET judged_on = excluded.judged_on,
                    light = excluded.light, rating = excluded.rating, content = excluded.content
                WHERE ?
                """,
            arguments: [
                occasion, occasionOn.description, judgedOn.description, light.rawValue,
                assessment.rating.rawValue, String(decoding: content, as: UTF8.self), agreement,
                year, isLater,
            ])
    }
}
