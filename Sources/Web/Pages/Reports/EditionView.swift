import Agreements
import Coordination
import Documents
import Register
import Rules

/// The page of one edition.
struct EditionView {
    let words: Words
    let held: EditionPage.Held
    /// Nil until all parts are in, and of editions that kept nothing.
    let report: ConsolidatedReport?
    /// Nil of a first edition.
    let changes: EditionChanges?

    private var edition: ReportShelf.Edition { held.edition }

    var model: [String: Any] {
        var model: [String: Any] = ["facts": facts, "notes": notes]
        if !held.files.isEmpty { model["files"] = files }
        if let report { model["table"] = figures(report) }
        if let changes {
            model["changes"] = words["changes_since", changes.since]
            let figures = changedFigures(changes)
            if figures.rows.isEmpty { model["unchanged"] = words["changes_none"] }
            if !figures.rows.isEmpty { model["changedFigures"] = figures }
            if let records = changes.records, !records.entries.isEmpty {
                model["changedRecords"] = changedRecords(records)
                if records.more > 0 {
                    model["more"] = words["records_more", words.texts.number(records.more)]
                }
            }
        }
        return model
    }

    private var facts: [[String: String]] {
        let terms = edition.terms
        let division = words.date(terms?.divisionOn ?? edition.period.to)
        let facts = [
            ("state", words[edition.stateKey]), ("edition", edition.name),
            ("period", words.texts.period(edition.period)),
            ("cut_off", words.date(edition.period.to)),
            ("unit", terms?.unit.map { words.name($0) } ?? words["unit_all"]),
            (
                "division",
                words[terms?.divisionOn == nil ? "division_then_on" : "division_now_on", division]
            ),
            ("rules", edition.rulesVersion), ("asked_by", terms?.askedBy ?? "–"),
            ("checksum", edition.checksum ?? "–"),
        ]
        return facts.map { ["name": words[$0.0], "value": $0.1] }
    }

    /// Parts that are missing, and files that could not be written.
    private var notes: [String] {
        let missing = report?.missing ?? []
        return missing.map { words["missing_part", words.name($0.unit), $0.reason] }
            + held.problems
    }

    private var files: [[String: String]] {
        held.files.map { file in
            [
                "path": "\(ReportsPage.path)/files/\(file.key)",
                "name": words.known("file_\(file.ending)") ?? file.ending.uppercased(),
                "size": "\(words.texts.number(max(1, file.size / 1000)))\u{A0}kB",
            ]
        }
    }

    /// Every indicator of every unit, each leading to its records.
    private func figures(_ report: ConsolidatedReport) -> TableView {
        let text = FigureText(words: words)
        let links = ReportLinks(baseURL: "", report: report)
        let isWhole = report.unit == nil
        let columns =
            [words["indicator"]] + report.parts.map { words.name($0.unit) }
            + (isWhole ? [words["unit_all"]] : [])
        let tallies =
            report.parts.map { ($0.unit.rawValue, $0.tally) }
            + (isWhole ? [("total", report.total)] : [])
        let rows = Indicator.allCases.map { indicator in
            let head = TableView.Cell(
                column: columns[0], text: words.texts[indicator.text], isHead: true)
            let cells = zip(columns.dropFirst(), tallies).map { column, unit in
                TableView.Cell(
                    column: column, text: text.figure(unit.1.value(of: indicator)),
                    path: links?.address(of: indicator, unit.0))
            }
            return TableView.Row(cells: [head] + cells)
        }
        return TableView(words["figures"], columns: columns, rows: rows)
    }

    private func changedFigures(_ changes: EditionChanges) -> TableView {
        let columns = ["unit", "indicator", "before", "now"].map { words[$0] }
        let units = OwningUnit.allCases.map(\.rawValue) + ["total"]
        let rows = units.flatMap { unit -> [TableView.Row] in
            let name = OwningUnit(rawValue: unit).map { words.name($0) } ?? words["unit_all"]
            return (changes.figures[unit] ?? [:]).sorted { $0.key < $1.key }.map { figure, values in
                TableView.row(columns, [name, self.name(of: figure)] + values.map(number))
            }
        }
        return TableView(words["changed_figures"], columns: columns, rows: rows)
    }

    /// `Avtaler med vedtatt plan (teller)` of `plan_coverage.numerator`.
    private func name(of figure: String) -> String {
        let parts = figure.split(separator: ".", maxSplits: 1).map { String($0) }
        guard let indicator = parts.first.flatMap(Indicator.init) else { return figure }
        let name = words.texts[indicator.text]
        return parts.count > 1
            ? "\(name) (\(words.known("figure_\(parts[1])") ?? parts[1]))" : name
    }

    private func number(_ value: Double?) -> String {
        guard let value else { return "–" }
        return value == value.rounded()
            ? words.texts.number(Int(value)) : words.texts.percent(value)
    }

    private func changedRecords(_ records: EditionRecords) -> TableView {
        let columns = ["when", "who", "record", "what_changed"].map { words[$0] }
        let rows = records.entries.map { entry in
            let subject = [entry.table, entry.subject].compactMap(\.self).joined(separator: " ")
            let change =
                entry.added.map { words["added_rows", words.texts.number($0)] }
                ?? entry.fields.map { "\($0.field): \($0.before ?? "–") → \($0.after ?? "–")" }
                .joined(separator: "; ")
            return TableView.row(columns, [entry.at, entry.actor, subject, change])
        }
        return TableView(words["changed_records"], columns: columns, rows: rows)
    }
}
