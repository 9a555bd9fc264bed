import Agreements
import Checksum
import Foundation
import GRDB
import Rules

/// Editions of reports: begun, filled part by part, issued, and frozen from then on.
package struct ReportShelf {
    private let db: Database

    package init(_ db: Database) {
        self.db = db
    }

    /// An edition that was begun.
    package struct Edition: Hashable, Sendable {
        package let key: Int64
        /// Id and edition: `annual-2012/1`.
        package let name: String
        package let period: Period
        package let rulesVersion: String
        package let isIssued: Bool
        /// SHA-256 of the figures; nil until it is issued.
        package let checksum: String?
    }

    /// Begins the next edition of a period's report, and answers its name: `annual-2012/1`.
    package func begin(
        _ period: Period, rulesVersion: String, at now: Instant
    ) throws -> String {
        let id = Self.id(of: period)
        let edition = try Int.fetchOne(
            db, sql: "SELECT coalesce(max(edition), 0) + 1 FROM report WHERE id = ?",
            arguments: [id])
        try db.execute(
            sql: """
                INSERT INTO report (id, edition, period_from, period_to, rules_version, planned_at)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                id, edition, period.from.description, period.to.description, rulesVersion,
                now.description,
            ])
        return "\(id)/\(edition ?? 1)"
    }

    /// The edition of a name; nil when it was never begun.
    package func edition(_ name: String) throws -> Edition? {
        try Row.fetchOne(
            db,
            sql: "SELECT \(Self.columns) FROM report WHERE id || '/' || edition = ?",
            arguments: [name]
        ).flatMap(Self.edition)
    }

    /// Every edition, in the order in which they were begun.
    package func editions() throws -> [Edition] {
        try Row.fetchAll(db, sql: "SELECT \(Self.columns) FROM report ORDER BY key")
            .compactMap(Self.edition)
    }

    /// Keeps one unit's part, and answers all parts once there is one of each unit.
    package func keep(_ part: UnitReport, of edition: Edition) throws -> [UnitReport]? {
        try db.execute(
            sql: "INSERT OR IGNORE INTO report_part (report, unit, content) VALUES (?, ?, ?)",
            arguments: [
                edition.key, part.unit.rawValue,
                String(decoding: try JSONEncoder().encode(part), as: UTF8.self),
            ])
        let parts = try parts(of: edition)
        return parts.count == OwningUnit.allCases.count ? parts : nil
    }

    /// The parts that are in, in the order of `OwningUnit`.
    package func parts(of edition: Edition) throws -> [UnitReport] {
        let parts = try String.fetchAll(
            db, sql: "SELECT content FROM report_part WHERE report = ?", arguments: [edition.key]
        ).map { try JSONDecoder().decode(UnitReport.self, from: Data($0.utf8)) }
        return OwningUnit.allCases.compactMap { unit in parts.first { $0.unit == unit } }
    }

    /// Freezes an edition with the checksum of its figures, and what changed since the edition
    /// before, as JSON; nil for the first.
    package func issue(
        _ edition: Edition, checksum: String, changes: String?, at now: Instant
    ) throws {
        try db.execute(
            sql: "UPDATE report SET issued_at = ?, checksum = ?, changes = ? WHERE key = ?",
            arguments: [now.description, checksum, changes, edition.key])
    }

    /// The parts of the issued edition before this one; empty for the first.
    package func partsBefore(_ edition: Edition) throws -> [UnitReport] {
        try String.fetchAll(
            db,
            sql: """
                SELECT content FROM report_part WHERE report = (
                    SELECT key FROM report AS earlier WHERE issued_at IS NOT NULL
                        AND id = (SELECT id FROM report WHERE key = :key)
                        AND edition < (SELECT edition FROM report WHERE key = :key)
                    ORDER BY edition DESC LIMIT 1)
                """,
            arguments: ["key": edition.key]
        ).map { try JSONDecoder().decode(UnitReport.self, from: Data($0.utf8)) }
    }

    /// `monthly-2013-01`, `half-year-2013-06`, `annual-2012`, and `period-2013-02-04-2013-03-31`
    /// for any other period: stable, and safe as a file's name.
    package static func id(of period: Period) -> String {
        let (year, month, dayOfMonth) = period.to.civil
        let padded = month < 10 ? "0\(month)" : "\(month)"
        let firstOfMonth = period.to.adding(days: 1 - dayOfMonth)
        guard period.to == period.to.lastOfMonth else { return other(period) }
        return switch period.from {
        case firstOfMonth: "monthly-\(year)-\(padded)"
        case firstOfMonth.adding(months: -5) where month % 6 == 0: "half-year-\(year)-\(padded)"
        case .first(of: year) where month == 12: "annual-\(year)"
        default: other(period)
        }
    }

    private static func other(_ period: Period) -> String {
        "period-\(period.from)-\(period.to)"
    }

    private static let columns =
        "key, id, edition, period_from, period_to, rules_version, issued_at IS NOT NULL, checksum"

    private static func edition(_ row: Row) -> Edition? {
        Period(from: row[3], to: row[4]).map { period in
            Edition(
                key: row[0], name: "\(row[1] as String)/\(row[2] as Int)", period: period,
                rulesVersion: row[5], isIssued: row[6], checksum: row[7])
        }
    }
}
