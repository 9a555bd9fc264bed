import Agreements
import Documents
import Rules

/// A region's agreements against the nine requirements, at a glance.
struct RequirementMatrix {
    let region: RegionFrame
    let choice: MatrixChoice
    /// All of the region, those that meet fewest first.
    let lines: [JudgedAgreements.Line]
    /// Of the year so far.
    let tally: Tally

    private var words: Words { region.words }

    private var shown: [JudgedAgreements.Line] {
        guard let missing = choice.missing else { return lines }
        return lines.filter { !$0.met.contains(missing) }
    }

    private var pageCount: Int {
        max(1, (shown.count + MatrixChoice.rowsPerPage - 1) / MatrixChoice.rowsPerPage)
    }

    private var page: Int { min(choice.page, pageCount) }

    var html: HTML {
        let rows = shown.dropFirst((page - 1) * MatrixChoice.rowsPerPage)
            .prefix(MatrixChoice.rowsPerPage)
        let pager: HTML =
            pageCount > 1
            ? Pager(words: words, page: page, count: pageCount) {
                "\(region.path())\(choice.query(page: $0))"
            }.html : ""
        return """
            \(region.tabs(.requirements))
            \(keys)
            <h2>\(words["matrix"])</h2>
            <p class="subtle">\(words["matrix_note"])</p>
            \(filterLine)
            \(shown.isEmpty ? "<p>\(words["matrix_none"])</p>" : table(Array(rows)))
            \(pager)
            \(Downloads(words: words, path: region.path() + choice.query()).html)
            """
    }

    private var keys: HTML {
        let met = lines.reduce(Ratio()) {
            $0 + Ratio($1.met.count, of: Requirement.allCases.count)
        }
        let all = lines.count { $0.met.count == Requirement.allCases.count }
        let overdue = "/norway/records/overdue/\(region.unit.rawValue)"
        let covered = tally.municipalitiesCovered
        let without: HTML =
            region.unit == .central
            ? ""
            : key(
                "without", words.texts.number(covered.denominator - covered.numerator),
                region.path(.uncovered))
        return """
            <dl class="keys">
            \(key("in_force", words.texts.number(lines.count), nil))
            \(key("grade", met.value.map(words.texts.percent) ?? "–", nil))
            \(key("all_met", words.texts.number(all), nil))
            \(key("late", words.texts.number(tally.overdue.total), overdue))
            \(without)</dl>
            """
    }

    private func key(_ name: String, _ value: String, _ path: String?) -> HTML {
        let shown: HTML = path.map { #"<a href="\#($0)">\#(value)</a>"# } ?? "\(value)"
        return "<div><dt>\(words[name])</dt><dd>\(shown)</dd></div>"
    }

    private var filterLine: HTML {
        guard let missing = choice.missing else { return "" }
        let name = "\(missing.rawValue) \(words["requirement_\(missing.rawValue)"].lowercased())"
        return """
            <p class="notice">\(words["matrix_missing", name]) \
            <a href="\(region.path())">\(words["matrix_all"])</a></p>
            """
    }

    private func table(_ rows: [JudgedAgreements.Line]) -> HTML {
        let heads = Requirement.allCases.map { requirement -> HTML in
            let missing = lines.count { !$0.met.contains(requirement) }
            return """
                <th scope="col" class="mid">\
                <a href="\(region.path())?missing=\(requirement.rawValue)">\
                \(requirement.rawValue)<br>\(words["requirement_\(requirement.rawValue)"])</a><br>\
                <span class="basis">\(missing) \(words["missing_count"].lowercased())</span></th>
                """
        }
        return """
            <div class="scroll" role="region" tabindex="0" \
            aria-label="\(words.texts[.scrollTable, words["matrix"]])">
            <table class="wide matrix"><caption class="hidden">\(words["matrix"])</caption>
            <thead><tr><th scope="col">\(words["agreement"])</th>\
            <th scope="col" class="number">\(words["met_count"])</th>\(heads)</tr></thead>
            <tbody>
            \(rows.map(row).joined)</tbody></table></div>
            """
    }

    private func row(_ line: JudgedAgreements.Line) -> HTML {
        let cells = Requirement.allCases.map { requirement -> HTML in
            line.met.contains(requirement)
                ? #"<td class="mid good"><b aria-hidden="true">✓</b><i>\#(words["met"])</i></td>"#
                : #"<td class="mid late"><b aria-hidden="true">✗</b><i>\#(words["unmet"])</i></td>"#
        }
        return """
            <tr data-row><th scope="row"><a href="/agreements/\(LocalPath.encode(line.id))">\
            \(line.title)</a> <span class="basis">\(line.id)</span></th>\
            <td class="number">\(line.met.count)/\(Requirement.allCases.count)</td>\(cells)</tr>
            """
    }

    var sheet: Sheet {
        var sheet = Sheet(
            name: words["tab_requirements"],
            columns: [
                Sheet.Column(words["designation_id"]), Sheet.Column(words["agreement"]),
                Sheet.Column(words["responsible"]), Sheet.Column(words["met_count"], .number),
            ]
                + Requirement.allCases.map {
                    Sheet.Column("\($0.rawValue) \(words["requirement_\($0.rawValue)"])")
                })
        for line in shown {
            sheet.add(
                [
                    .text(line.id), .text(line.title), .text(line.responsible),
                    .number(line.met.count),
                ]
                    + Requirement.allCases.map {
                        .text(words[line.met.contains($0) ? "met" : "unmet"])
                    })
        }
        return sheet
    }
}
