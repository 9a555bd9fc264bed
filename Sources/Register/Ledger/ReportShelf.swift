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

    /// What a report is asked for with, beside its period.
    package struct Terms: Hashable, Sendable {
        /// Reported on alone; nil for all seven.
        package var unit: OwningUnit?
        /// The day whose division into regions it is on; nil for the cut-off's.
        package var divisionOn: Day?
        package var language: Language
        /// A user's id, the account of whoever ran a command, or `coordinator` for the calendar.
        package var askedBy: String

        package init(
            unit: OwningUnit? = nil, divisionOn: Day? = nil, language: Language,
            askedBy: String = "coordinator"
        ) {
            self.unit = unit
            self.divisionOn = divisionOn
            self.language = language
            self.askedBy = askedBy
        }
    }

    /// An edition that was begun.
    package struct Edition: Hashable, Sendable {
        package let key: Int64
        /// What its editions have in common: `annual-2012`.
        package let id: String
        package let number: Int
        package let period: Period
        package let rulesVersion: String
        /// ISO 8601 in UTC with milliseconds.
        package let plannedAt: String
        /// Nil until it is issued.
        package let issuedAt: String?
        /// SHA-256 of the figures; nil until it is issued.
        package let checksum: String?
        /// Nil of editions that an earlier version began.
        package let terms: Terms?
        /// The last entry of the audit trail that the figures know of.
        package let asOf: Int64?

        /// Id and edition: `annual-2012/1`.
        package var name: String { "\(id)/\(number)" }
        package var isIssued: Bool { issuedAt != nil }
        /// The units whose parts it waits for.
        package var units: [OwningUnit] { terms?.unit.map { [$0] } ?? OwningUnit.allCases }
    }

    /// Begins the next edition of a period's report, and answers its name: `annual-2012/1`.
    ///
    /// - Parameter asOf: The last entry of the trail that its figures know of; nil for the latest.
    package func begin(
        _ period: Period, _ terms: Terms, rulesVersion: String, asOf: Int64? = nil,
        at now: Instant
    ) throws -> String {
        let id = Self.id(of: period, terms)
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
        let key = db.lastInsertedRowID
        try db.execute(
            sql: """
                INSERT INTO report_terms (report, unit, division_on, language, asked_by, as_of)
                VALUES (?, ?, ?, ?, ?, coalesce(?, (SELECT max(seq) FROM audit), 0))
                """,
            arguments: [
                key, terms.unit?.rawValue, terms.divisionOn?.description,
                terms.language.rawValue, terms.askedBy, asOf,
            ])
        return "\(id)/\(edition ?? 1)"
    }

    /// The edition of a name; nil when it was never begun.
    package func edition(_ name: String) throws -> Edition? {
        try Row.fetchOne(
            db,
            sql: "\(Self.selection) WHERE id || '/' || edition = ?", arguments: [name]
        ).flatMap(Self.edition)
    }

    /// The edition of a key; nil when there is none.
    package func edition(key: Int64) throws -> Edition? {
        try Row.fetchOne(db, sql: "\(Self.selection) WHERE key = ?", arguments: [key])
            .flatMap(Self.edition)
    }

    /// Every edition, in the order in which they were begun.
    package func editions() throws -> [Edition] {
        try Row.fetchAll(db, sql: "\(Self.selection) ORDER BY key").compactMap(Self.edition)
    }

    /// Editions of the same report that know of the register up to the same entry of its trail.
    package func siblings(of edition: Edition) throws -> [Edition] {
        try Row.fetchAll(
            db,
            sql: """
                \(Self.selection) WHERE id = ? AND report_terms.as_of = ? ORDER BY edition
                """, arguments: [edition.id, edition.asOf]
        ).compactMap(Self.edition)
    }

    /// Editions that wait for parts.
    package func waiting() throws -> [Edition] {
        try Row.fetchAll(
            db,
            sql: """
                \(Self.selection) WHERE issued_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM report_content WHERE report = report.key)
                ORDER BY key
                """
        ).compactMap(Self.edition)
    }

    /// How the parts of an edition stand that are not in: nil where their task may still be done,
    /// else why it will not.
    package func failures(of units: [OwningUnit], in edition: Edition) throws
        -> [OwningUnit: String?]
    {
        var failures: [OwningUnit: String?] = [:]
        for unit in units {
            let task = try Row.fetchOne(
                db, sql: "SELECT state, last_error FROM task WHERE unique_key = ?",
                arguments: [Self.partKey(of: unit, in: edition.name)])
            let (state, error): (String, String?) = (
                task.map { $0[0] } ?? "gone", task.flatMap { $0[1] }
            )
            let reason: String? =
                switch state {
                case "dead", "quarantined": error ?? state
                case "cancelled", "expired": state
                case "gone": "its task is gone"
                default: nil
                }
            failures.updateValue(reason, forKey: unit)
        }
        return failures
    }

    /// What there may be one task of for a unit's part of an edition.
    package static func partKey(of unit: OwningUnit, in edition: String) -> String {
        "report.part/\(edition)/\(unit.rawValue)"
    }

    /// Keeps one unit's part.
    package func keep(_ part: UnitReport, of edition: Edition) throws {
        try db.execute(
            sql: "INSERT OR IGNORE INTO report_part (report, unit, content) VALUES (?, ?, ?)",
            arguments: [
                edition.key, part.unit.rawValue,
                String(decoding: try JSONEncoder().encode(part), as: UTF8.self),
            ])
    }

    /// Freezes what an edition is written from.
    package func freeze(_ content: String, of edition: Edition) throws {
        try db.execute(
            sql: "INSERT INTO report_content (report, content) VALUES (?, ?)",
            arguments: [edition.key, content])
    }

    /// What an edition is written from; nil until its parts are in, and of editions that an earlier
    /// version issued.
    package func content(of edition: Edition) throws -> String? {
        try String.fetchOne(
            db, sql: "SELECT content FROM report_content WHERE report = ?",
            arguments: [edition.key])
    }

    /// Notes what could not be written of an edition.
    package func note(_ problems: [String], of edition: Edition) throws {
        for problem in problems {
            try db.execute(
                sql: "INSERT INTO report_problem (report, problem) VALUES (?, ?)",
                arguments: [edition.key, problem])
        }
    }

    /// What could not be written of an edition.
    package func problems(of edition: Edition) throws -> [String] {
        try String.fetchAll(
            db, sql: "SELECT problem FROM report_problem WHERE report = ? ORDER BY key",
            arguments: [edition.key])
    }

    /// What changed since the edition before, as JSON; nil for the first.
    package func changes(of edition: Edition) throws -> String? {
        try String.fetchOne(
            db, sql: "SELECT changes FROM report WHERE key = ?", arguments: [edition.key])
    }

    /// The files that an edition was written to, by their endings.
    package func files(of edition: Edition) throws -> [File] {
        let stem = "\(edition.path)."
        return try Row.fetchAll(
            db,
            sql: """
                SELECT key, path, media_type, length(body), checksum FROM document
                WHERE path >= ? AND path < ? ORDER BY path LIMIT 20
                """, arguments: [stem, "\(stem)\u{7F}"]
        ).map { row in
            let path: String = row[1]
            return File(
                key: row[0], ending: String(path.dropFirst(stem.count)), mediaType: row[2],
                size: row[3], checksum: row[4])
        }
    }

    /// A file of an edition.
    package struct File: Hashable, Sendable {
        /// Of the table of documents.
        package let key: Int64
        /// Of its name: `pdf`, `changes.json`.
        package let ending: String
        package let mediaType: String
        /// In bytes.
        package let size: Int
        /// SHA-256, 64 hexadecimal digits.
        package let checksum: String
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

    /// The issued edition before this one; nil for the first.
    package func before(_ edition: Edition) throws -> Edition? {
        try Row.fetchOne(
            db,
            sql: """
                \(Self.selection) WHERE issued_at IS NOT NULL AND id = ? AND edition < ?
                ORDER BY edition DESC LIMIT 1
                """, arguments: [edition.id, edition.number]
        ).flatMap(Self.edition)
    }

    /// The id of a report: of its period, and of its unit and the division of now where it is on
    /// them: `annual-2012-nord-now`.
    package static func id(of period: Period, _ terms: Terms) -> String {
        let unit = terms.unit.map { "-\($0.rawValue)" } ?? ""
        return id(of: period) + unit + (terms.divisionOn == nil ? "" : "-now")
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

    private static let selection = """
        SELECT key, id, edition, period_from, period_to, rules_version, planned_at, issued_at,
            checksum, language, unit, division_on, asked_by, as_of
        FROM report LEFT JOIN report_terms ON report_terms.report = report.key
        """

    private static func edition(_ row: Row) -> Edition? {
        Period(from: row[3], to: row[4]).map { period in
            let (language, unit): (String?, String?) = (row[9], row[10])
            return Edition(
                key: row[0], id: row[1], number: row[2], period: period, rulesVersion: row[5],
                plannedAt: row[6], issuedAt: row[7], checksum: row[8],
                terms: language.flatMap(Language.init).map { language in
                    Terms(
                        unit: unit.flatMap(OwningUnit.init), divisionOn: row[11],
                        language: language, askedBy: row[12])
                }, asOf: row[13])
        }
    }
}

extension ReportShelf.Edition {
    /// Where its files lie below the folder of documents, without an ending:
    /// `reports/annual-2012-edition-1`.
    package var path: String { "reports/\(id)-edition-\(number)" }
}
