import Agreements
import GRDB
import Rules

/// Finds the regions that lack a month's figures of settlement, for those who hear of it.
struct DaySettlement {
    let reader: User
    let scope: DayScope
    let today: Day
    let reach: NoticeReach

    struct Gap: Hashable, Sendable {
        let unit: OwningUnit
        /// The last day of the month.
        let month: Day
        let municipalities: Int
    }

    func gaps(in db: Database) throws -> [Gap] {
        guard let month else { return [] }
        return try units.compactMap { unit in
            let count = try Int.fetchOne(
                db.cachedStatement(sql: Self.sql),
                arguments: [
                    "unit": unit.rawValue, "year": month.year, "month": month.month,
                    "day": today.description,
                ])
            guard let count, count > 0 else { return nil }
            return Gap(unit: unit, month: month, municipalities: count)
        }
    }

    /// The last month of which the reader is to hear.
    private var month: Day? {
        let role: RecipientRole =
            reader.role == .regionalDirector && scope == .mine ? .director : .settlementCoordinator
        guard let latest = reach.latestDueDate(of: .settlementMissing, to: role) else {
            return nil
        }
        return latest == latest.lastOfMonth
            ? latest : latest.adding(days: -latest.day)
    }

    private var units: [OwningUnit] {
        switch scope {
        case .unit(let unit): return OwningUnit.regions.filter { $0 == unit }
        case .everywhere: return OwningUnit.regions
        case .mine:
            switch reader.role {
            case .settlementCoordinator, .regionalDirector:
                return OwningUnit.regions.filter { $0 == reader.unit }
            default: return []
            }
        }
    }

    /// Municipalities of a region with decided places in the year and no figure for the month; of
    /// a year's decisions the latest counts.
    static let sql = """
        SELECT count(*) FROM municipality AS m JOIN county AS c ON c.key = m.county
        WHERE coalesce(m.region, c.region) = :unit
            AND (m.valid_from IS NULL OR m.valid_from <= :day)
            AND (m.valid_to IS NULL OR m.valid_to >= :day)
            AND (SELECT decided FROM settlement AS s WHERE s.year = :year
                AND s.municipality = m.key AND s.decided IS NOT NULL
                ORDER BY s.month DESC LIMIT 1) > 0
            AND NOT EXISTS (SELECT 1 FROM settlement AS s WHERE s.year = :year
                AND s.municipality = m.key AND s.month = :month AND s.settled IS NOT NULL)
        """
}
