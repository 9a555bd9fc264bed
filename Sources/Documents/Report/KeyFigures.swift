import Agreements
import Rules

/// What a leader looks at first: six figures of all units, or of the one asked for.
struct KeyFigures {
    let columns: ReportColumns
    let texts: Texts
    let links: ReportLinks?

    var list: HTML {
        let shown: [Text] = [
            .agreementsInForce, .municipalitiesCovered, .meetingsHeld, .followUpsOnTime, .overdue,
            .settlement,
        ]
        let rows = shown.compactMap { label in ReportRow.all.first { $0.label == label } }
        return #"<dl class="keys">\#n\#(rows.map(figure).joined)</dl>"#
    }

    private func figure(_ row: ReportRow) -> HTML {
        let figure = row.figure(columns.tallies.last ?? Tally())
        let basis = texts.basis(figure)
        let note: HTML = basis.isEmpty ? "" : #"<dd class="subtle">\#(basis)</dd>"#
        let shown = links.link(
            "\(texts.figure(figure))", row.code, of: columns.codes.last ?? "total")
        return "<div><dt>\(texts[row.label])</dt><dd>\(shown)</dd>\(note)</div>"
    }
}
