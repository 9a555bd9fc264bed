import Agreements
import GRDB

/// The common goals: what an indicator of a unit is to be in a year (domain.md, 3).
package struct TargetDeeds {
    private let steps: RecordSteps

    package init(_ db: Database, author: Author, at now: Instant) {
        steps = RecordSteps(db, author: author, at: now)
    }

    /// Sets a target where there is none yet; returns the row's key.
    ///
    /// - Parameter unit: An owning unit's name, or `total`.
    @discardableResult
    package func set(unit: String, year: Int, indicator: String, value: Double) throws -> Int64 {
        let isThere = try Bool.fetchOne(
            steps.db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM target
                    WHERE unit = ? AND year = ? AND indicator = ?)
                """, arguments: [unit, year, indicator])
        guard isThere != true else {
            throw RecordRefusal.exists(table: "target", id: "\(unit)/\(year)/\(indicator)")
        }
        return try steps.add(
            "target", ["unit": unit, "year": year, "indicator": indicator, "value": value])
    }

    package func change(_ key: Int64, to value: Double, expecting version: RecordVersion?) throws {
        try steps.expect(version, of: "target", key: key)
        try steps.change("target", key: key, to: ["value": value])
    }
}
