import Agreements
import GRDB

/// A municipality's settlement figures, month by month: counted, never listed.
package struct SettlementDeeds {
    private let steps: RecordSteps

    package init(_ db: Database, author: Author, at now: Instant) {
        steps = RecordSteps(db, author: author, at: now)
    }

    /// The three counts of a month; nil where one is not known.
    package struct Counts: Hashable, Sendable {
        package var requested: Int?
        package var decided: Int?
        package var settled: Int?

        package init(requested: Int?, decided: Int?, settled: Int?) {
            self.requested = requested
            self.decided = decided
            self.settled = settled
        }

        fileprivate var values: [String: RecordSteps.Value] {
            ["requested": requested, "decided": decided, "settled": settled]
        }
    }

    /// Adds the figures of a month that has none yet; returns the row's key.
    @discardableResult
    package func report(
        municipality number: String, year: Int, month: Int, _ counts: Counts
    ) throws -> Int64 {
        let municipality = try Int64.fetchOne(
            steps.db, sql: "SELECT key FROM municipality WHERE number = ?", arguments: [number])
        guard let municipality else {
            throw RecordRefusal.unknown(table: "municipality", id: number)
        }
        let isThere = try Bool.fetchOne(
            steps.db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM settlement
                    WHERE year = ? AND municipality = ? AND month = ?)
                """, arguments: [year, municipality, month])
        guard isThere != true else {
            throw RecordRefusal.exists(table: "settlement", id: "\(number)/\(year)/\(month)")
        }
        return try steps.add(
            "settlement",
            [
                "municipality": municipality, "year": year, "month": month,
                "requested": counts.requested, "decided": counts.decided,
                "settled": counts.settled,
            ])
    }

    package func correct(
        _ key: Int64, to counts: Counts, expecting version: RecordVersion?
    ) throws {
        try steps.expect(version, of: "settlement", key: key)
        try steps.change("settlement", key: key, to: counts.values)
    }
}
