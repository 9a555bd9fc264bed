import Agreements
import GRDB

/// The common goals: what an indicator of a unit is to be in a year (domain.md, 3).
package struct TargetDeeds {
    private let steps: RecordSteps

    package init(_ db: Database, author: Author, at now: Instant) {
        steps = RecordSteps(db, author: author, at: now)
    }

    /// Sets a target where there is none, or none that stands; returns the row's key.
    @discardableResult
    package func add(_ target: Target) throws -> Int64 {
        guard let key = try key(of: target) else {
            return try steps.add(
                "target",
                [
                    "unit": target.unit, "year": target.year, "indicator": target.indicator,
                    "value": target.value,
                ])
        }
        guard try withdrawals.restore(key) else {
            throw RecordRefusal.exists(table: "target", id: Self.name(of: target))
        }
        try steps.change("target", key: key, to: ["value": target.value])
        return key
    }

    package func change(_ key: Int64, to value: Double, expecting version: RecordVersion?) throws {
        _ = try standing(key)
        try steps.expect(version, of: "target", key: key)
        try steps.change("target", key: key, to: ["value": value])
    }

    /// Sets a target, or changes the one that there is; false when it is as before.
    @discardableResult
    package func set(_ target: Target) throws -> Bool {
        guard let key = try key(of: target), try Self.target(key, in: steps.db) != nil else {
            try add(target)
            return true
        }
        return try steps.change("target", key: key, to: ["value": target.value])
    }

    /// Takes a target back: nothing is measured against it any more, and what was said of it stays
    /// in the history. Issued editions keep it.
    package func withdraw(
        _ key: Int64, because reason: String, expecting version: RecordVersion?
    ) throws {
        let target = try standing(key)
        try steps.expect(version, of: "target", key: key)
        try steps.refuseNoReason(reason, "target", Self.name(of: target))
        try steps.add(
            "target_withdrawal",
            ["target": key, "withdrawn_on": steps.today.description, "reason": reason])
    }

    // MARK: Reading

    /// A target that stands, with the row's key.
    package struct Held: Hashable, Sendable {
        package let key: Int64
        package let target: Target
    }

    /// The targets of a year, in the order in which they were set.
    package static func all(of year: Int, in db: Database) throws -> [Target] {
        try held(of: year, in: db).map(\.target)
    }

    /// The same with their keys.
    package static func held(of year: Int, in db: Database) throws -> [Held] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT key, unit, year, indicator, value FROM \(TargetWithdrawals.standing)
                WHERE year = ? ORDER BY key
                """,
            arguments: [year]
        ).map { Held(key: $0[0], target: target($0)) }
    }

    /// The target that stands at this key; nil when there is none.
    private static func target(_ key: Int64, in db: Database) throws -> Target? {
        try Row.fetchOne(
            db,
            sql: """
                SELECT key, unit, year, indicator, value FROM \(TargetWithdrawals.standing)
                WHERE key = ?
                """, arguments: [key]
        ).map(target)
    }

    private static func target(_ row: Row) -> Target {
        Target(unit: row[1], year: row[2], indicator: row[3], value: row[4])
    }

    private func standing(_ key: Int64) throws -> Target {
        guard let target = try Self.target(key, in: steps.db) else {
            throw RecordRefusal.unknown(table: "target", id: String(key))
        }
        return target
    }

    private static func name(of target: Target) -> String {
        "\(target.unit)/\(target.year)/\(target.indicator)"
    }

    private var withdrawals: TargetWithdrawals {
        TargetWithdrawals(steps.db, trail: steps.trail)
    }

    private func key(of target: Target) throws -> Int64? {
        try Int64.fetchOne(
            steps.db,
            sql: "SELECT key FROM target WHERE unit = ? AND year = ? AND indicator = ?",
            arguments: [target.unit, target.year, target.indicator])
    }
}
