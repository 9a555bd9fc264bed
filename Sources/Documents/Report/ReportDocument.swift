import Agreements
import Foundation
import Rules

/// A report to be written out: each form is a function of these values alone.
package struct ReportDocument: Sendable {
    private let report: ConsolidatedReport
    private let rulebook: Rulebook
    private let language: Language
    private let unit: OwningUnit?
    private let edition: String?
    private let checksum: String?
    private let baseURL: String?

    /// - Parameters:
    ///   - unit: Keeps one unit and leaves total and spread out.
    ///   - edition: Id and edition as issued, `annual-2012/1`; nil while the report is not.
    ///   - checksum: Of the figures as issued; nil while the report is not.
    ///   - baseURL: Where figures lead to their records; nil for figures without links.
    package init(
        _ report: ConsolidatedReport, rulebook: Rulebook, language: Language,
        unit: OwningUnit? = nil, edition: String? = nil, checksum: String? = nil,
        baseURL: String? = nil
    ) {
        self.baseURL = baseURL
        self.report = report
        self.rulebook = rulebook
        self.language = language
        self.unit = unit
        self.edition = edition
        self.checksum = checksum
    }

    /// Throws a `SheetError` or a `PrintError`.
    ///
    /// - Parameter printer: What makes PDF; nil where the settings name none.
    package func write(_ format: ReportFormat, printer: PDFPrinter?) async throws -> Data {
        switch format {
        case .text: Data(ReportText(report, in: language, unit: unit).render().utf8)
        case .json: Data(ReportJSON(report, unit: unit).render().utf8)
        case .csv: Data(ReportCSV(report, unit: unit).render().utf8)
        case .html: Data(page(isOnPaper: false).utf8)
        case .xlsx:
            try ReportWorkbook(
                report, rulebook: rulebook, in: language, unit: unit, edition: edition,
                checksum: checksum
            ).write()
        case .pdf:
            try await print(with: printer)
        }
    }

    private func print(with printer: PDFPrinter?) async throws(PrintError) -> Data {
        guard let printer else { throw .switchedOff }
        return try await printer.print(
            page(isOnPaper: true), on: report.period.to,
            identifier: checksum ?? report.rulesVersion)
    }

    private func page(isOnPaper: Bool) -> String {
        ReportPage(
            report, rulebook: rulebook, in: language, unit: unit, edition: edition,
            checksum: checksum, baseURL: baseURL, isOnPaper: isOnPaper
        ).render()
    }
}
