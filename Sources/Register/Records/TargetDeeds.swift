import Agreements
import GRDB

/// Sets the targets that figures are held against, within one transaction of the caller and with
/// entries in the audit trail.
package struct TargetDeeds {
    private let steps: RecordSteps

    package init(_ db: Database, author: Author, at now: Instant) {
        steps = RecordSteps(db, author: author, at: now)
    }

    /// Sets a target, or changes the one that there is; false when it is as before.
    @discardableResult
    package func set(_ target: Target) throws -> Bool {
        let key = try Int64.fetchOne(
            steps.db,
            sql: "SELECT key FROM target WHERE unit = ? AND year = ? AND indicator = ?",
            arguments: [target.unit, target.year, target.indicator])
        if let key { return try steps.change("target", key: key, to: ["value": target.value]) }
        try steps.add(
            "target",
            [
                "unit": target.unit, "year": target.year, "indicator": target.indicator,
                "value": target.value,
            ])
        return true
    }

    /// The targets of a year, in the order in which they were set.
    package static func all(of year: Int, in db: Database) throws -> [Target] {
        try Row.fetchAll(
            db, sql: "SELECT unit, year, indicator, value FROM target WHERE year = ? ORDER BY key",
            arguments: [year]
        ).map { Target(unit: $0[0], year: $0[1], indicator: $0[2], value: $0[3]) }
    }
}
