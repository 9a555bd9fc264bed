import Agreements
import Foundation
import GRDB
import Register
import Rules

/// What an edition of a report says otherwise than the issued one before, and why: figures of each
/// unit and of all, the rules' version, and what was recorded in between about the records that the
/// changed figures are counted from.
package struct EditionChanges: Hashable, Sendable, Codable {
    /// The edition before: `annual-2012/1`.
    package var since: String
    /// By unit, `total` for all, and by figure: the value before and now. Units without a change
    /// are left out.
    package var figures: [String: [String: [Double?]]]
    /// Before and now; nil where the same rules hold.
    package var rules: [String]?
    /// Parts that one of the two editions is without.
    package var missing: [String]
    /// Nil where an earlier version issued the edition before.
    package var records: EditionRecords?

    /// Nil for a first edition.
    init?(of edition: ReportShelf.Edition, in db: Database) throws {
        let shelf = ReportShelf(db)
        guard let before = try shelf.before(edition) else { return nil }
        since = before.name
        let (old, new) = (try shelf.parts(of: before), try shelf.parts(of: edition))
        var figures: [String: [String: [Double?]]] = [:]
        func compare(_ name: String, _ old: Tally, _ new: Tally) {
            let changes = FigureChanges(from: old, to: new).figures
            if !changes.isEmpty { figures[name] = changes }
        }
        compare(
            "total", old.reduce(Tally()) { $0 + $1.tally }, new.reduce(Tally()) { $0 + $1.tally })
        for part in new {
            guard let earlier = old.first(where: { $0.unit == part.unit }) else { continue }
            compare(part.unit.rawValue, earlier.tally, part.tally)
        }
        self.figures = figures
        rules =
            before.rulesVersion == edition.rulesVersion
            ? nil : [before.rulesVersion, edition.rulesVersion]
        let units = (Set(old.map(\.unit)), Set(new.map(\.unit)))
        missing = units.0.symmetricDifference(units.1).map(\.rawValue).sorted()
        if let after = before.asOf, let through = edition.asOf {
            let names = Set(figures.values.flatMap(\.keys).map(Self.indicator))
            let tables = Set(names.flatMap { Self.tables(of: $0) })
            records = try EditionRecords(of: tables, after: after, through: through, in: db)
        }
    }

    /// The indicator of a figure: `plan_coverage` of `plan_coverage.numerator`.
    private static func indicator(of figure: String) -> String {
        figure.split(separator: ".").first.map { String($0) } ?? figure
    }

    /// The tables that an indicator is counted from.
    private static func tables(of indicator: String) -> Set<String> {
        let places: Set<String> = ["agreement", "party", "municipality", "county"]
        let own: Set<String> =
            switch indicator {
            case "plan_coverage": ["plan"]
            case "commitment_grade", "anchored": ["plan", "commitment", "evaluation", "user"]
            case "meetings_held", "meetings_postponed", "meetings_cancelled",
                "meeting_delay_days":
                ["meeting", "postponement"]
            case "followups_on_time": ["followup"]
            case "measures_done": ["measure"]
            case "overdue": ["followup", "measure"]
            case "evaluation_coverage", "score_imdi", "score_counterpart":
                ["evaluation", "score"]
            case "activities": ["activity"]
            case "municipal_meetings": ["meeting", "postponement", "activity"]
            case "settlement", "settled_under_agreement": ["settlement"]
            case "grants": ["grant"]
            default: []
            }
        return own.union(places)
    }

    /// With its keys in order, so that the same changes give the same bytes.
    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
