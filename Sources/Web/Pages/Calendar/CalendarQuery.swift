import Agreements
import GRDB

/// Reads what a calendar shows between two days.
struct CalendarQuery {
    /// Whose calendar it is.
    enum Scope: Hashable, Sendable {
        /// What a user is responsible for, and the meetings that they stand in at.
        case person(String)
        case unit(OwningUnit)
    }

    let scope: Scope
    let days: ClosedRange<Day>

    /// Items at most; further ones are left out.
    static let limit = 3000

    /// In order of day.
    func read(in db: Database) throws -> [CalendarItem] {
        var (person, unit): (String?, String?) = (nil, nil)
        switch scope {
        case .person(let id): person = id
        case .unit(let owner): unit = owner.rawValue
        }
        return try Row.fetchAll(
            db.cachedStatement(sql: Self.sql),
            arguments: [
                "from": days.lowerBound.description, "to": days.upperBound.description,
                "person": person, "unit": unit, "limit": Self.limit,
            ]
        ).compactMap(item)
    }

    private func item(_ row: Row) -> CalendarItem? {
        guard let kind = CalendarItem.Kind(rawValue: row[0]), let day = Day(row[2] as String),
            let unit = OwningUnit(rawValue: row[6]),
            let state = CalendarItem.State(rawValue: row[7])
        else { return nil }
        return CalendarItem(
            kind: kind, key: row[1], day: day, title: row[3], agreement: row[4],
            agreementTitle: row[5], unit: unit, state: state, changes: row[8])
    }

    private static let sql = """
        WITH item AS (
            SELECT 'meeting' AS kind, key, coalesce(held_on, planned_on) AS day,
                coalesce(theme, '') AS title, agreement, NULL AS responsible,
                CASE status WHEN 'held' THEN 'done' WHEN 'cancelled' THEN 'cancelled'
                    ELSE 'open' END AS state,
                (SELECT count(*) FROM postponement WHERE meeting = meeting.key)
                    + (status <> 'planned') AS changes
            FROM meeting
            WHERE (planned_on BETWEEN :from AND :to OR held_on BETWEEN :from AND :to)
            UNION ALL
            SELECT 'followup', key, due_on, title, agreement, responsible,
                CASE status WHEN 'done' THEN 'done' WHEN 'cancelled' THEN 'cancelled'
                    ELSE 'open' END,
                (SELECT count(*) FROM due_change WHERE followup = followup.key)
                    + (status <> 'open')
            FROM followup WHERE due_on BETWEEN :from AND :to
            UNION ALL
            SELECT 'measure', key, due_on, title, agreement, responsible,
                CASE status WHEN 'done' THEN 'done' WHEN 'cancelled' THEN 'cancelled'
                    ELSE 'open' END,
                (SELECT count(*) FROM due_change WHERE measure = measure.key)
                    + (status IN ('done', 'cancelled'))
            FROM measure WHERE due_on BETWEEN :from AND :to
            UNION ALL
            SELECT 'evaluation', key, (year + 1) || '-01-31', CAST(year AS TEXT), agreement, NULL,
                CASE status WHEN 'approved' THEN 'done' ELSE 'open' END, status = 'approved'
            FROM evaluation WHERE (year + 1) || '-01-31' BETWEEN :from AND :to
            UNION ALL
            SELECT 'agreement', key, valid_to, '', key, NULL, 'open', 0
            FROM agreement WHERE status = 'active' AND valid_to BETWEEN :from AND :to
        )
        SELECT item.kind, item.key, item.day, item.title, agreement.id, agreement.title,
            agreement.owner, item.state, item.changes
        FROM item JOIN agreement ON agreement.key = item.agreement
        WHERE item.day BETWEEN :from AND :to AND (:unit IS NULL OR agreement.owner = :unit)
            AND (:person IS NULL
                OR (SELECT key FROM user WHERE id = :person)
                    = coalesce(item.responsible, agreement.responsible)
                OR (item.kind = 'meeting'
                    AND (SELECT key FROM user WHERE id = :person) = agreement.deputy))
        ORDER BY item.day, item.kind, item.key LIMIT :limit
        """
}
