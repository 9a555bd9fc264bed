import Agreements
import Rules

/// All indicators of one part, the units side by side, with total and spread.
struct IndicatorTable {
    let part: ReportRow.Part
    let report: ConsolidatedReport
    let columns: ReportColumns
    let texts: Texts
    let links: ReportLinks?

    var section: Page.Section {
        let heads = columns.heads(texts)
        let table = Table(
            id: "\(part.id)-table", caption: texts[part.title],
            columns: [texts[.indicator]] + heads + (hasSpread ? [texts[.spread]] : []),
            numberColumns: Set(1...max(1, heads.count)), isWide: hasSpread,
            rows: ReportRow.rows(of: part).map(row))
        return Page.Section(
            id: part.id, title: texts[part.title],
            content: """
                <p>\(texts[part.note])</p>
                \(table.html(texts))
                """, isWide: hasSpread)
    }

    private var hasSpread: Bool { columns.total != nil }

    private func row(_ row: ReportRow) -> Table.Row {
        let spread = hasSpread ? row.indicator.flatMap { report.spread(of: $0) } : nil
        var cells = columns.parts.map { part in
            cell(row, part.tally, part.unit.rawValue, mark: mark(part.unit, spread))
        }
        if let total = columns.total { cells.append(cell(row, total, "total", mark: nil)) }
        if hasSpread { cells.append(spreadCell(spread)) }
        return Table.Row(head: "\(texts[row.label])", isDetail: row.isDetail, cells: cells)
    }

    private func cell(_ row: ReportRow, _ tally: Tally, _ unit: String, mark: String?)
        -> Table.Cell
    {
        let figure = row.figure(tally)
        let shown: HTML = "\(texts.figure(figure))"
        let basis = texts.basis(figure)
        let below: HTML = basis.isEmpty ? "" : #"<span class="subtle">\#(basis)</span>"#
        let marked: HTML = mark.map { #"<span class="mark">\#($0)</span>"# } ?? ""
        return Table.Cell(
            content: "\(links.link(shown, row.code, of: unit))\(below)\(marked)",
            isNumber: true)
    }

    private func mark(_ unit: OwningUnit, _ spread: Spread?) -> String? {
        guard let spread, spread.difference > 0 else { return nil }
        if unit == spread.highest.unit { return "▲ \(texts[.highest])" }
        return unit == spread.lowest.unit ? "▼ \(texts[.lowest])" : nil
    }

    private func spreadCell(_ spread: Spread?) -> Table.Cell {
        guard let spread else { return Table.Cell(content: "") }
        let points = texts[.spreadPoints, texts.decimal(spread.difference * 100)]
        guard spread.difference > 0 else { return Table.Cell(content: "\(points)", style: "code") }
        return Table.Cell(
            content: """
                \(points)<span class="subtle">▲ \(texts[spread.highest.unit.text])</span>\
                <span class="subtle">▼ \(texts[spread.lowest.unit.text])</span>
                """, style: "code")
    }
}
