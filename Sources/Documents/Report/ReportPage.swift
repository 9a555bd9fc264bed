import Agreements
import Rules

/// A report as one page that stands alone: readable on a screen from 320 pixels, and printable.
package struct ReportPage: Sendable {
    private let report: ConsolidatedReport
    private let rulebook: Rulebook
    private let texts: Texts
    private let unit: OwningUnit?
    private let imprint: ReportImprint
    private let links: ReportLinks?
    private let medium: Page.Medium

    /// Exceptions of one kind and unit.
    private static let mostOnPaper = 10

    /// - Parameters:
    ///   - rulebook: Says where lights against targets change.
    ///   - unit: Keeps one unit and leaves total and spread out.
    ///   - edition: Id and edition as issued; nil while it is not.
    ///   - checksum: Of the figures as issued; nil while they are not.
    ///   - baseURL: Where figures lead to their records; nil for figures without links.
    ///   - isOnPaper: With a cover and the contents' pages, for `PDFPrinter`.
    package init(
        _ report: ConsolidatedReport,
        rulebook: Rulebook,
        in language: Language = .nb,
        unit: OwningUnit? = nil,
        edition: String? = nil,
        checksum: String? = nil,
        baseURL: String? = nil,
        isOnPaper: Bool = false
    ) {
        self.report = report
        self.rulebook = rulebook
        texts = Texts(language)
        self.unit = unit ?? report.unit
        imprint = ReportImprint(report: report, edition: edition, checksum: checksum)
        links = ReportLinks(baseURL: baseURL, report: report)
        medium = isOnPaper ? .paper : .screen
    }

    package func render() -> String {
        let unitName = unit.map { ": \(texts[$0.text])" } ?? ""
        return Page(
            texts: texts, title: texts[.reportTitle] + unitName, facts: imprint.facts(texts),
            sections: sections, medium: medium
        ).render()
    }

    private var sections: [Page.Section] {
        let columns = ReportColumns(report, unit: unit)
        let figures = ReportRow.Part.allCases.map { part in
            IndicatorTable(
                part: part, report: report, columns: columns, texts: texts, links: links
            ).section
        }
        let units = columns.parts.map { part in
            RegionPage(
                part: part, report: report, total: report.total, rulebook: rulebook,
                texts: texts, links: links
            ).section
        }
        let partThree =
            unit == nil && PartThree.belongs(to: report)
            ? [
                PartThree(
                    report: report, rulebook: rulebook, texts: texts, links: links
                ).section
            ] : []
        return [
            DirectorSummary(
                report: report, columns: columns, rulebook: rulebook, texts: texts, links: links
            ).section
        ] + figures + [
            TargetTable(
                report: report, columns: columns, rulebook: rulebook, texts: texts, links: links
            ).section
        ] + (columns.total == nil ? [] : units) + [
            SubGoalTable(columns: columns, texts: texts, links: links).section,
            CoverageTable(parts: columns.parts, texts: texts).section,
            ActivityTables(columns: columns, texts: texts, links: links).section,
            ExceptionTables(parts: listed(columns.parts), texts: texts).section,
            ReportCharts(columns: columns, texts: texts, links: links).section,
        ] + partThree + [about]
    }

    /// On paper the gravest of each kind and unit, and how many more there are: the workbook and
    /// the page list the others.
    private func listed(_ parts: [UnitReport]) -> [UnitReport] {
        guard medium == .paper else { return parts }
        return parts.map { part in
            var part = part
            part.exceptions = ReportException.Kind.allCases.flatMap { kind in
                part.exceptions.filter { $0.kind == kind }.prefix(Self.mostOnPaper)
            }
            return part
        }
    }

    private var about: Page.Section {
        let facts = imprint.facts(texts).map { fact -> HTML in
            "<div><dt>\(fact.name)</dt><dd>\(fact.value)</dd></div>"
        }
        return Page.Section(
            id: "about", title: texts[.about],
            content: """
                <p>\(texts[.aboutFigures])</p>
                <dl class="facts">
                \(facts.joined)</dl>
                """)
    }
}
