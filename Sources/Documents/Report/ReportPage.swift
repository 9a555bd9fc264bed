import Agreements
import Rules

/// A report as one page that stands alone: readable on a screen from 320 pixels, and printable.
package struct ReportPage: Sendable {
    private let report: ConsolidatedReport
    private let rulebook: Rulebook
    private let texts: Texts
    private let unit: OwningUnit?
    private let checksum: String?

    /// - Parameters:
    ///   - rulebook: Says where lights against targets change.
    ///   - unit: Keeps one unit and leaves total and spread out.
    ///   - checksum: Of the report as issued; nil while it is not.
    package init(
        _ report: ConsolidatedReport,
        rulebook: Rulebook,
        in language: Language = .nb,
        unit: OwningUnit? = nil,
        checksum: String? = nil
    ) {
        self.report = report
        self.rulebook = rulebook
        texts = Texts(language)
        self.unit = unit
        self.checksum = checksum
    }

    package func render() -> String {
        let columns = ReportColumns(report, unit: unit)
        let unitName = unit.map { ": \(texts[$0.text])" } ?? ""
        return Page(
            texts: texts, title: texts[.reportTitle] + unitName, facts: facts,
            sections: [
                KeyFigures(columns: columns, texts: texts).section,
                IndicatorTable(report: report, columns: columns, texts: texts).section,
                TargetTable(
                    report: report, columns: columns, rulebook: rulebook, texts: texts
                ).section,
                CoverageTable(parts: columns.parts, texts: texts).section,
                ActivityTables(columns: columns, texts: texts).section,
                ExceptionTables(parts: columns.parts, texts: texts).section,
                ReportCharts(columns: columns, texts: texts).section,
            ]
        ).render()
    }

    private var facts: [(name: String, value: String)] {
        [
            (texts[.period], texts.period(report.period)),
            (texts[.cutOff], texts.date(report.period.to)),
            (texts[.rulesVersion], report.rulesVersion),
            (texts[.checksum], checksum ?? texts[.notIssued]),
        ]
    }
}
