import Agreements
import Documents
import Rules

/// The coverage matrix: state bodies down, units across, each county with its agreement or its
/// hole.
struct CoverageView {
    let norway: NorwayFrame
    let parts: [UnitReport]
    let showsHolesOnly: Bool

    private var words: Words { norway.words }
    private var cells: [CoverageCell] { parts.flatMap(\.coverage) }

    var html: HTML {
        let covered = cells.count { !$0.agreements.isEmpty }
        let counts = [covered, cells.count, cells.count - covered].map(words.texts.number)
        let more = showsHolesOnly ? [] : [("show", "holes")]
        let path = "/norway/coverage\(norway.chosen.query(more))"
        let other = words[showsHolesOnly ? "coverage_all" : "coverage_holes"]
        return """
            \(norway.tabs(.coverage))
            \(PeriodForm(
                chosen: norway.chosen, words: words, action: "/norway/coverage",
                kept: showsHolesOnly ? [("show", "holes")] : [], compares: false
            ).html)
            \(norway.periodLine)
            <p>\(words["coverage_note", counts[0], counts[1], counts[2]])</p>
            <p><a href="\(path)">\(other)</a></p>
            \(matrix)
            """
    }

    private var matrix: HTML {
        let shown = authorities
        guard !shown.isEmpty else { return "<p>\(words["coverage_none"])</p>" }
        let heads = parts.map { #"<th scope="col">\#(words.texts[$0.unit.text])</th>"# as HTML }
        let rows = shown.map { authority -> HTML in
            let cells = parts.map { cell(of: authority, in: $0) }
            return #"<tr><th scope="row">\#(authority)</th>\#(cells)</tr>"#
        }
        return """
            <div class="scroll" role="region" tabindex="0" \
            aria-label="\(words.texts[.scrollTable, words["tab_coverage"]])">
            <table class="wide"><caption class="hidden">\(words["tab_coverage"])</caption>
            <thead><tr><th scope="col">\(words["authority"])</th>\(heads)</tr></thead>
            <tbody>
            \(rows.joined)</tbody></table></div>
            """
    }

    /// The central unit's first, each once.
    private var authorities: [String] {
        let central = parts.filter { $0.unit == .central } + parts.filter { $0.unit != .central }
        var seen: Set<String> = []
        return central.flatMap(\.coverage)
            .filter { !showsHolesOnly || $0.agreements.isEmpty }
            .map(authority).filter { seen.insert($0).inserted }
    }

    private func authority(of cell: CoverageCell) -> String {
        cell.kind == .countyGovernor ? words["governors"] : cell.authority ?? cell.name
    }

    private func cell(of authority: String, in part: UnitReport) -> HTML {
        let bodies = part.coverage.filter {
            self.authority(of: $0) == authority && (!showsHolesOnly || $0.agreements.isEmpty)
        }
        guard !bodies.isEmpty else { return "<td></td>" }
        let entries = bodies.map { body -> HTML in
            let name = body.county ?? body.name
            guard !body.agreements.isEmpty else {
                return #"<li><span class="late">✗ \#(name): \#(words["hole"])</span></li>"#
            }
            let links = body.agreements.map { id -> HTML in
                #" <a href="/agreements/\#(LocalPath.encode(id))">\#(id)</a>"#
            }
            return #"<li><span class="good">✓</span> \#(name)\#(links)</li>"#
        }
        return #"<td><ul class="plain">\#(entries)</ul></td>"#
    }
}
