import Agreements
import GRDB

/// Changes what belongs to the units: which county and municipality lies under which, within one
/// transaction of the caller and with entries in the audit trail.
package struct UnitDeeds {
    private let steps: RecordSteps

    package init(_ db: Database, author: Author, at now: Instant) {
        steps = RecordSteps(db, author: author, at: now)
    }

    /// Moves a county, with the municipalities that have no region of their own.
    @discardableResult
    package func move(county number: String, to region: OwningUnit) throws -> Bool {
        precondition(region != .central, "A county lies in a region.")
        return try steps.change(
            "county", key: try key(of: "county", number), to: ["region": region.rawValue])
    }

    /// Changes what is known of a municipality; false when all is as before.
    ///
    /// - Parameters:
    ///   - region: Nil for that of its county.
    ///   - version: The one that was edited; nil expects nothing.
    @discardableResult
    package func change(
        municipality number: String, region: OwningUnit?, population: Int?, language: Language?,
        expecting version: RecordVersion? = nil
    ) throws -> Bool {
        let key = try key(of: "municipality", number)
        try steps.expect(version, of: "municipality", key: key)
        return try steps.change(
            "municipality", key: key,
            to: [
                "region": region?.rawValue, "population": population,
                "language": language?.rawValue,
            ])
    }

    /// The version that a form about the municipality carries.
    package static func version(ofMunicipality number: String, in db: Database) throws
        -> RecordVersion?
    {
        let key = try Int64.fetchOne(
            db, sql: "SELECT key FROM municipality WHERE number = ?", arguments: [number])
        return try key.flatMap { try RecordVersion.of("municipality", key: $0, in: db) }
    }

    private func key(of table: String, _ number: String) throws -> Int64 {
        let key = try Int64.fetchOne(
            steps.db, sql: "SELECT key FROM \(table) WHERE number = ?", arguments: [number])
        guard let key else { throw RecordRefusal.unknown(table: table, id: number) }
        return key
    }
}
