import Agreements
import GRDB

/// The common goals: what an indicator of a unit is to be in a year (domain.md, 3).
package struct TargetDeeds {
    private let steps: RecordSteps

    package init(_ db: Database, author: Author, at now: Instant) {
        steps = RecordSteps(db, author: author, at: now)
    }

    /// Sets a target where there is none yet; returns the row's key.
    @discardableResult
    package func add(_ target: Target) throws -> Int64 {
        guard try key(of: target) == nil else {
            throw RecordRefusal.exists(
                table: "target", id: "\(target.unit)/\(target.year)/\(target.indicator)")
        }
        return try steps.add(
            "target",
            [
                "unit": target.unit, "year": target.year, "indicator": target.indicator,
                "value": target.value,
            ])
    }

    package func change(_ key: Int64, to value: Double, expecting version: RecordVersion?) throws {
        try steps.expect(version, of: "target", key: key)
        try steps.change("target", key: key, to: ["value": value])
    }

    /// Sets a target, or changes the one that there is; false when it is as before.
    @discardableResult
    package func set(_ target: Target) throws -> Bool {
        if let key = try key(of: target) {
            return try steps.change("target", key: key, to: ["value": target.value])
        }
        try add(target)
        return true
    }

    /// The targets of a year, in the order in which they were set.
    package static func all(of year: Int, in db: Database) throws -> [Target] {
        try Row.fetchAll(
            db, sql: "SELECT unit, year, indicator, value FROM target WHERE year = ? ORDER BY key",
            arguments: [year]
        ).map { Target(unit: $0[0], year: $0[1], indicator: $0[2], value: $0[3]) }
    }

    private func key(of target: Target) throws -> Int64? {
        try Int64.fetchOne(
            steps.db,
            sql: "SELECT key FROM target WHERE unit = ? AND year = ? AND indicator = ?",
            arguments: [target.unit, target.year, target.indicator])
    }
}
