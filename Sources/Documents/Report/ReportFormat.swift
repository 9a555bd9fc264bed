import Agreements
import Rules

/// The forms that a report is written in.
package enum ReportFormat: String, CaseIterable, Hashable, Sendable {
    case text
    case json
    case csv
    case html

    /// The ending of a file's name, without its dot.
    package var fileEnding: String { self == .text ? "txt" : rawValue }

    package var mediaType: String {
        switch self {
        case .text: "text/plain; charset=utf-8"
        case .json: "application/json"
        case .csv: "text/csv; charset=utf-8"
        case .html: "text/html; charset=utf-8"
        }
    }

    /// Writes the report.
    ///
    /// - Parameters:
    ///   - unit: Keeps one unit and leaves total and spread out.
    ///   - checksum: Of the figures as issued; nil while the report is not.
    package func write(
        _ report: ConsolidatedReport, rulebook: Rulebook, language: Language,
        unit: OwningUnit? = nil, checksum: String? = nil
    ) -> String {
        switch self {
        case .text: ReportText(report, in: language, unit: unit).render()
        case .json: ReportJSON(report, unit: unit).render()
        case .csv: ReportCSV(report, unit: unit).render()
        case .html:
            ReportPage(report, rulebook: rulebook, in: language, unit: unit, checksum: checksum)
                .render()
        }
    }
}
