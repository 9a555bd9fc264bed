import Agreements
import Rules

/// The columns that a report shows: its units, and the total unless one unit alone is asked for.
struct ReportColumns {
    let parts: [UnitReport]
    let total: Tally?

    init(_ report: ConsolidatedReport, unit: OwningUnit?) {
        parts = report.parts.filter { unit == nil || $0.unit == unit }
        total = unit == nil ? report.total : nil
    }

    var tallies: [Tally] { parts.map(\.tally) + (total.map { [$0] } ?? []) }

    func heads(_ texts: Texts) -> [String] {
        parts.map { texts[$0.unit.text] } + (total == nil ? [] : [texts[.total]])
    }

    /// The names that targets use, beside `tallies`.
    var codes: [String] { parts.map(\.unit.rawValue) + (total == nil ? [] : ["total"]) }
}
