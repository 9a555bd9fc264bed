import Agreements
import Foundation
import Rules

/// A report as an Excel workbook: a sheet for each theme, numbers as numbers and days as days, the
/// same bytes for the same report.
///
/// Rows are in long form, one figure of one unit a row, so that filters and pivot tables work on
/// them; `code` is the figure's public name (domain.md, 9).
package struct ReportWorkbook: Sendable {
    private let report: ConsolidatedReport
    private let rulebook: Rulebook
    private let texts: Texts
    private let columns: ReportColumns
    private let imprint: ReportImprint

    package init(
        _ report: ConsolidatedReport, rulebook: Rulebook, in language: Language = .nb,
        unit: OwningUnit? = nil, edition: String? = nil, checksum: String? = nil
    ) {
        self.report = report
        self.rulebook = rulebook
        texts = Texts(language)
        columns = ReportColumns(report, unit: unit ?? report.unit)
        imprint = ReportImprint(report: report, edition: edition, checksum: checksum)
    }

    /// Dated midnight before the cut-off, whenever it is written.
    package func write() throws(SheetError) -> Data {
        try Workbook(sheets, createdAt: Oslo.instant(of: report.period.to)).write()
    }

    var sheets: [Sheet] {
        let themes = ReportSheets(columns: columns, texts: texts)
        return [
            themes.keyFigures, spread, targets, themes.coverage, themes.settlement,
            themes.activities, themes.subGoals, themes.grants, themes.overdue, themes.exceptions,
            about,
        ]
    }

    private var spread: Sheet {
        var sheet = Sheet(
            name: texts[.spread],
            columns: [
                .init(texts[.indicator]), .init(texts[.code]), .init(texts[.highest]),
                .init("\(texts[.value]) (\(texts[.highest]))", .percent), .init(texts[.lowest]),
                .init("\(texts[.value]) (\(texts[.lowest]))", .percent),
                .init(texts[.difference], .percent),
            ])
        guard columns.total != nil else { return sheet }
        for indicator in RatioIndicator.allCases {
            let spread = report.spread(of: indicator)
            sheet.add([
                .text(texts[indicator.text]), .text(indicator.rawValue),
                .text(spread.map { texts[$0.highest.unit.text] }), .percent(spread?.highest.value),
                .text(spread.map { texts[$0.lowest.unit.text] }), .percent(spread?.lowest.value),
                .percent(spread?.difference),
            ])
        }
        return sheet
    }

    private var targets: Sheet {
        var sheet = Sheet(
            name: texts[.targets],
            columns: [
                .init(texts[.indicator]), .init(texts[.code]), .init(texts[.unit]),
                .init(texts[.requirement], .percent), .init(texts[.result], .percent),
                .init(texts[.light]),
            ])
        for figure in TargetFigure.all(in: report, columns: columns, rulebook: rulebook) {
            sheet.add([
                .text(texts[figure.indicator.text]), .text(figure.indicator.rawValue),
                .text(texts[figure.head]), .percent(figure.target), .percent(figure.value),
                .text(texts[figure.light.targetText]),
            ])
        }
        return sheet
    }

    private var about: Sheet {
        var sheet = Sheet(
            name: texts[.about], columns: [.init(texts[.fact]), .init(texts[.value])])
        for fact in imprint.facts(texts) { sheet.add([.text(fact.name), .text(fact.value)]) }
        for sentence in imprint.missing(texts) {
            sheet.add([.text(texts[.missingParts]), .text(sentence)])
        }
        return sheet
    }
}

extension Light {
    /// Of a figure against its target.
    var targetText: Text {
        switch self {
        case .green: .lightGreen
        case .yellow: .lightYellow
        case .red: .lightRed
        case .grey: .lightGrey
        }
    }
}
