import Agreements
import Rules

/// The coverage matrix: authorities down, units across, each body or county with a word.
struct CoverageTable {
    let parts: [UnitReport]
    let texts: Texts

    var section: Page.Section {
        Page.Section(
            id: "coverage", title: texts[.coverage],
            content: cells.isEmpty ? "<p>\(texts[.noCoverage])</p>" : content,
            isWide: isWide && !cells.isEmpty)
    }

    private var cells: [CoverageCell] { parts.flatMap(\.coverage) }

    private var isWide: Bool { parts.count > 1 }

    private var content: HTML {
        let covered = cells.count { !$0.agreements.isEmpty }
        let summary = texts[
            .coverageSummary, texts.number(covered), texts.number(cells.count),
            texts.number(cells.count - covered)]
        let table = Table(
            id: "coverage-table", caption: texts[.coverage],
            columns: [texts[.authority]] + parts.map { texts[$0.unit.text] }, isWide: isWide,
            rows: authorities.map { authority in
                Table.Row(
                    head: "\(authority)", cells: parts.map { cell(of: authority, in: $0) })
            })
        return """
            <p>\(texts[.coverageNote])</p>
            <p>\(summary)</p>
            \(table.html(texts))
            """
    }

    /// In the order in which the parts, the central one first, name them.
    private var authorities: [String] {
        let central = parts.filter { $0.unit == .central } + parts.filter { $0.unit != .central }
        var seen: Set<String> = []
        return central.flatMap(\.coverage).map(authority).filter { seen.insert($0).inserted }
    }

    private func authority(of cell: CoverageCell) -> String {
        cell.kind == .countyGovernor ? texts[.countyGovernors] : cell.authority ?? cell.name
    }

    private func cell(of authority: String, in part: UnitReport) -> Table.Cell {
        let bodies = part.coverage.filter { self.authority(of: $0) == authority }
        guard !bodies.isEmpty else {
            return Table.Cell(
                content: #"<span class="subtle">– \#(texts[.notApplicable])</span>"#)
        }
        let entries = bodies.map { body -> HTML in
            let mark: HTML =
                body.agreements.isEmpty
                ? #"<span class="light bad">✗ \#(texts[.missing])</span>"#
                : #"<span class="light good">✓ \#(texts[.covered])</span>"#
            let ids = body.agreements.joined(separator: ", ")
            let listed: HTML = ids.isEmpty ? "" : #"<span class="subtle">\#(ids)</span>"#
            return "<li>\(body.county ?? body.name): \(mark)\(listed)</li>"
        }
        return Table.Cell(content: "<ul>\(entries)</ul>")
    }
}
