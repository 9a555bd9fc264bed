import Agreements
import Rules

/// A report as a file that Excel in Norway opens by double click: semicolons, decimal commas,
/// CRLF, UTF-8 with a byte-order mark.
///
/// Long form, one number a line, so that a pivot table can be made of it and columns never
/// change: `period_from;period_to;unit;indicator;part;value`. `unit` is an owning unit,
/// `total`, `spread`, or `report` for what the report says of itself. `part` is the path below the
/// indicator in the JSON form with full stops between: `numerator`, `value`, `n`, `by.kind.visit`,
/// `by.scheme.jobbsjansen.numerator`, for spreads `highest.unit`, `lowest.value`,
/// `difference`. Numbers are unrounded; what has no value is empty.
package struct ReportCSV: Sendable {
    private let report: ConsolidatedReport
    private let unit: OwningUnit?

    /// - Parameter unit: Keeps one unit and leaves total and spread out.
    package init(_ report: ConsolidatedReport, unit: OwningUnit? = nil) {
        self.report = report
        self.unit = unit ?? report.unit
    }

    package func render() -> String {
        let head = ["period_from", "period_to", "unit", "indicator", "part", "value"]
        let lines = ([head] + rows).map { $0.map(Self.field).joined(separator: ";") + "\r\n" }
        return "\u{FEFF}" + lines.joined()
    }

    private var rows: [[String]] {
        var rows = rows("report", report.remarks)
        for part in report.parts where unit == nil || part.unit == unit {
            rows += self.rows(part.unit.rawValue, ReportIndicators(tally: part.tally).members)
        }
        guard unit == nil else { return rows }
        rows += self.rows("total", ReportIndicators(tally: report.total).members)
        return rows + self.rows("spread", ReportJSON.spreads(of: report))
    }

    private func rows(_ unit: String, _ indicators: [ReportValue.Member]) -> [[String]] {
        let days = [report.period.from.description, report.period.to.description]
        return indicators.flatMap { indicator in
            Self.leaves(of: indicator.value, below: []).map { path, value in
                days + [unit, indicator.key, path.joined(separator: "."), value]
            }
        }
    }

    private static func leaves(of value: ReportValue, below path: [String])
        -> [(path: [String], value: String)]
    {
        switch value {
        case .object(let members):
            members.flatMap { leaves(of: $0.value, below: path + [$0.key]) }
        case .null: [(path, "")]
        case .text(let text): [(path, text)]
        case .integer(let number): [(path, String(number))]
        case .decimal(let number): [(path, number.description.replacing(".", with: ","))]
        }
    }

    /// Quoted where RFC 4180 asks for it. What a spreadsheet would take for a formula gets an
    /// apostrophe in front; numbers are never negative, so no number is touched.
    static func field(_ text: String) -> String {
        let isFormula = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) }
        let safe = isFormula == true ? "'" + text : text
        let isPlain = !safe.unicodeScalars.contains { ";\"\r\n".unicodeScalars.contains($0) }
        return isPlain ? safe : "\"\(safe.replacing("\"", with: "\"\""))\""
    }
}
