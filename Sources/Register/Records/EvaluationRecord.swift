import Agreements
import GRDB
import Rules

/// An evaluation as the register holds it.
package struct EvaluationRecord: Hashable, Sendable {
    package let key: Int64
    /// Key of the agreement.
    package let agreement: Int64
    package let agreementID: String
    package let kind: AgreementKind
    package let year: Int
    package let status: EvaluationStatus
    package let submittedOn: Day?
    package let approvedOn: Day?
    package let recommendation: Recommendation?
    package let reasonWithoutCounterpart: String?
    private let delivered: Set<ScoringSide>

    /// Throws `RecordRefusal.unknown` when there is none of the key.
    package init(_ key: Int64, in db: Database) throws {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT agreement.key, agreement.id, agreement.kind, year, evaluation.status,
                        submitted_on, approved_on, recommendation, reason_without_counterpart,
                        EXISTS (SELECT 1 FROM evaluation_step AS s
                            WHERE s.evaluation = evaluation.key AND step = 'submitted')
                        OR EXISTS (SELECT 1 FROM score
                            WHERE score.evaluation = evaluation.key AND side = 'imdi'),
                        EXISTS (SELECT 1 FROM evaluation_step AS s
                            WHERE s.evaluation = evaluation.key AND step = 'answered')
                        OR EXISTS (SELECT 1 FROM score
                            WHERE score.evaluation = evaluation.key AND side = 'counterpart')
                    FROM evaluation JOIN agreement ON agreement.key = evaluation.agreement
                    WHERE evaluation.key = ?
                    """), arguments: [key])
        guard let row, let kind = AgreementKind(rawValue: row[2]),
            let status = EvaluationStatus(rawValue: row[4])
        else { throw RecordRefusal.unknown(table: "evaluation", id: String(key)) }
        self.key = key
        (agreement, agreementID, year) = (row[0], row[1], row[3])
        (self.kind, self.status) = (kind, status)
        (submittedOn, approvedOn) = (row[5], row[6])
        recommendation = (row[7] as String?).flatMap(Recommendation.init)
        reasonWithoutCounterpart = row[8]
        let (imdi, counterpart): (Bool, Bool) = (row[9], row[10])
        delivered = Set(
            (imdi || status != .open ? [ScoringSide.imdi] : [])
                + (counterpart ? [.counterpart] : []))
    }

    /// `NORD-2012-001/2013`.
    package var id: String { "\(agreementID)/\(year)" }

    /// Whether the side has delivered its answers at some time.
    package func isDelivered(_ side: ScoringSide) -> Bool { delivered.contains(side) }

    package var standing: EvaluationStanding {
        EvaluationStanding(
            year: year, status: status, isDeliveredByIMDi: isDelivered(.imdi),
            isDeliveredByCounterpart: isDelivered(.counterpart))
    }

    func refuse(unless states: Set<EvaluationStatus>, wanted: String) throws {
        guard states.contains(status) else {
            throw RecordRefusal.notNow(
                table: "evaluation", id: id, state: status.rawValue, wanted: wanted)
        }
    }
}
