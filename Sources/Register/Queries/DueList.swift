import Agreements
import GRDB

/// Something that is open and has a date, and who is to see to it.
package struct DueItem: Hashable, Sendable, Codable {
    /// `meeting`, `followup`, `measure`, `evaluation` or `agreement`, the last for its last day.
    package let kind: String
    /// Id of the meeting, follow-up or measure; else of the agreement.
    package let subject: String
    package let title: String
    package let agreement: String
    package let unit: String
    /// Its own responsible, or else the agreement's.
    package let responsible: String?
    package let dueOn: Day

    enum CodingKeys: String, CodingKey {
        case kind, subject, title, agreement, unit, responsible
        case dueOn = "due_on"
    }
}

extension Register {
    /// What is open and due up to a day, in order of its date; what is overdue comes first.
    ///
    /// - Parameters:
    ///   - unit: Only what belongs to the unit.
    ///   - person: Only what this user is responsible for.
    package func due(upTo day: Day, unit: OwningUnit?, person: String?) throws -> [DueItem] {
        try read { db in
            try Row.fetchAll(
                db, sql: Self.dueQuery,
                arguments: [
                    "day": day.description, "unit": unit?.rawValue, "person": person,
                ]
            ).map { row in
                DueItem(
                    kind: row[0], subject: row[1], title: row[2], agreement: row[3],
                    unit: row[4], responsible: row[5], dueOn: row[6])
            }
        }
    }

    private static let dueQuery = """
        WITH open AS (
            SELECT 'meeting' AS kind, id, coalesce(theme, level) AS title, agreement,
                NULL AS responsible, planned_on AS due_on
            FROM meeting WHERE status = 'planned' AND planned_on <= :day
            UNION ALL
            SELECT 'followup', id, title, agreement, responsible, due_on
            FROM followup WHERE status = 'open' AND due_on <= :day
            UNION ALL
            SELECT 'measure', id, title, agreement, responsible, due_on
            FROM measure WHERE status IN ('planned', 'in_progress') AND due_on <= :day
            UNION ALL
            SELECT 'evaluation', agreement.id, 'evaluation ' || year, agreement, NULL,
                (year + 1) || '-01-31'
            FROM evaluation JOIN agreement ON agreement.key = evaluation.agreement
            WHERE evaluation.status <> 'approved' AND (year + 1) || '-01-31' <= :day
            UNION ALL
            SELECT 'agreement', id, 'last day', key, NULL, valid_to
            FROM agreement WHERE status = 'active' AND valid_to <= :day
                AND NOT EXISTS (SELECT 1 FROM agreement AS newer
                    WHERE newer.renews = agreement.key AND newer.status <> 'abandoned')
        )
        SELECT open.kind, open.id, open.title, agreement.id, agreement.owner, user.id, open.due_on
        FROM open JOIN agreement ON agreement.key = open.agreement
        LEFT JOIN user ON user.key = coalesce(open.responsible, agreement.responsible)
        WHERE (:unit IS NULL OR agreement.owner = :unit) AND (:person IS NULL OR user.id = :person)
        ORDER BY open.due_on, open.kind, open.id
        """
}
