import Agreements
import GRDB
import Rules

/// Days on which a unit's people get no reminders, such as the general holiday; there are none
/// unless somebody sets them. Within one transaction of the caller and with entries in the audit
/// trail.
package struct QuietPeriods {
    /// A period as it is kept.
    package struct Period: Hashable, Sendable {
        package let key: Int64
        package let unit: OwningUnit
        package let first: Day
        package let last: Day
        /// What people call it: «Fellesferie».
        package let name: String
    }

    private let steps: RecordSteps

    package init(_ db: Database, author: Author, at now: Instant) {
        steps = RecordSteps(db, author: author, at: now)
    }

    @discardableResult
    package func add(unit: OwningUnit, from first: Day, to last: Day, name: String) throws
        -> Int64
    {
        guard first <= last else {
            throw RecordRefusal.daysReversed(
                table: "quiet_period", id: name, first: .init("first_day", first),
                second: .init("last_day", last))
        }
        try steps.refuseEmpty(name, "quiet_period", unit.rawValue, "name")
        return try steps.add(
            "quiet_period",
            [
                "unit": unit.rawValue, "first_day": first.description,
                "last_day": last.description, "name": name,
            ])
    }

    /// Ends a period before its time, or before it has begun.
    package func cancel(_ key: Int64) throws {
        let exists = try Bool.fetchOne(
            steps.db, sql: "SELECT cancelled_on IS NULL FROM quiet_period WHERE key = ?",
            arguments: [key])
        guard exists == true else {
            throw RecordRefusal.unknown(table: "quiet_period", id: String(key))
        }
        try steps.change(
            "quiet_period", key: key, to: ["cancelled_on": steps.today.description])
    }

    /// Those that have not ended or been cancelled by a day, in order of their first days.
    package static func holding(from day: Day, in db: Database) throws -> [Period] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT key, unit, first_day, last_day, name FROM quiet_period
                WHERE cancelled_on IS NULL AND last_day >= ? ORDER BY first_day, unit, key
                """, arguments: [day.description]
        ).compactMap { row in
            OwningUnit(rawValue: row[1]).map {
                Period(key: row[0], unit: $0, first: row[2], last: row[3], name: row[4])
            }
        }
    }
}
