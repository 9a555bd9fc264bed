import Agreements
import Rules

/// One unit's page: its figures beside those of all, its targets and lights, the holes in its
/// coverage, and what is most urgent.
struct RegionPage {
    let part: UnitReport
    let report: ConsolidatedReport
    let total: Tally
    let rulebook: Rulebook
    let texts: Texts
    let links: ReportLinks?

    /// Exceptions on the page; all of them are in the section of their own.
    private static let most = 8

    var section: Page.Section {
        Page.Section(
            id: "unit-\(part.unit.rawValue)", title: texts[part.unit.text],
            content: """
                \(ReportRow.Part.allCases.map(table).joined)\
                <h3>\(texts[.holes])</h3>
                \(holes)
                <h3>\(texts[.exceptions])</h3>
                \(exceptions)
                """, beginsSheet: true)
    }

    private func table(_ half: ReportRow.Part) -> HTML {
        let rows = ReportRow.rows(of: half).map { row in
            let own = row.figure(part.tally)
            let target = row.indicator.flatMap(target)
            let light: HTML =
                target.map { target in
                    LightMark(
                        light: Light(value: own.value, target: target, rulebook: rulebook)
                    ).html(texts)
                } ?? ""
            return Table.Row(
                head: "\(texts[row.label])", isDetail: row.isDetail,
                cells: [
                    cell(own, row.code, of: part.unit.rawValue),
                    cell(row.figure(total), row.code, of: "total"),
                    .number(target.map(texts.percent) ?? ""), Table.Cell(content: light),
                ])
        }
        return Table(
            id: "unit-\(part.unit.rawValue)-\(half.id)", caption: texts[half.title],
            columns: [
                texts[.indicator], texts[part.unit.text], texts[.wholeCountry],
                texts[.requirement], texts[.light],
            ], numberColumns: [1, 2, 3], rows: rows
        ).html(texts)
    }

    private func cell(_ figure: ReportRow.Figure, _ code: String, of unit: String)
        -> Table.Cell
    {
        let shown: HTML = "\(texts.figure(figure))"
        let basis = texts.basis(figure)
        let below: HTML = basis.isEmpty ? "" : #"<span class="subtle">\#(basis)</span>"#
        return Table.Cell(
            content: "\(links.link(shown, code, of: unit))\(below)", isNumber: true)
    }

    private func target(of indicator: RatioIndicator) -> Double? {
        report.targets.first {
            $0.unit == part.unit.rawValue && $0.indicator == indicator.rawValue
                && $0.year == report.period.to.year
        }?.value
    }

    private var holes: HTML {
        let names = part.coverage.filter(\.agreements.isEmpty).map(\.name)
        return "<p>\(names.isEmpty ? texts[.noHoles] : names.joined(separator: ", "))</p>"
    }

    private var exceptions: HTML {
        let shown = part.exceptions.prefix(Self.most)
        guard !shown.isEmpty else { return "<p>\(texts[.noExceptions])</p>" }
        let lines = shown.map { exception -> HTML in
            """
            <li>\(texts[exception.kind.text]): \(exception.title) (\(exception.subject)), \
            \(texts.date(exception.dueOn))</li>
            """
        }
        return "<ul>\n\(lines.joined)</ul>"
    }
}
