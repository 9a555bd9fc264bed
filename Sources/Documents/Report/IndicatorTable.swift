import Agreements
import Rules

/// All indicators, the units side by side, with total and spread.
struct IndicatorTable {
    let report: ConsolidatedReport
    let columns: ReportColumns
    let texts: Texts

    var section: Page.Section {
        let heads = columns.heads(texts)
        let table = Table(
            id: "indicator-table", caption: texts[.allIndicators],
            columns: [texts[.indicator]] + heads + (hasSpread ? [texts[.spread]] : []),
            numberColumns: Set(1...max(1, heads.count)), isWide: hasSpread,
            rows: ReportRow.all.map(row))
        return Page.Section(
            id: "indicators", title: texts[.allIndicators],
            content: """
                <p>\(texts[.allIndicatorsNote])</p>
                \(table.html(texts))
                """, isWide: hasSpread)
    }

    private var hasSpread: Bool { columns.total != nil }

    private func row(_ row: ReportRow) -> Table.Row {
        let spread = hasSpread ? row.indicator.flatMap { report.spread(of: $0) } : nil
        var cells = columns.parts.map { part in
            cell(row.figure(part.tally), mark: mark(part.unit, spread))
        }
        if let total = columns.total { cells.append(cell(row.figure(total), mark: nil)) }
        if hasSpread { cells.append(spreadCell(spread)) }
        return Table.Row(head: "\(texts[row.label])", isDetail: row.isDetail, cells: cells)
    }

    private func cell(_ figure: ReportRow.Figure, mark: String?) -> Table.Cell {
        let basis = texts.basis(figure)
        let below: HTML = basis.isEmpty ? "" : #"<span class="subtle">\#(basis)</span>"#
        let marked: HTML = mark.map { #"<span class="mark">\#($0)</span>"# } ?? ""
        return Table.Cell(
            content: "\(texts.figure(figure))\(below)\(marked)", isNumber: true)
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
