import Agreements
import Rules

/// What needs attention, a table for each kind.
struct ExceptionTables {
    let parts: [UnitReport]
    let texts: Texts

    var section: Page.Section {
        Page.Section(
            id: "exceptions", title: texts[.exceptions],
            content: "\(ReportException.Kind.allCases.map(content).joined)", beginsSheet: true)
    }

    private func content(of kind: ReportException.Kind) -> HTML {
        let list = ExceptionSection(kind, in: parts)
        let title = texts[kind.text]
        guard list.count > 0 else {
            return "<h3>\(title)</h3>\n<p>\(texts[.noExceptions])</p>"
        }
        let table = Table(
            id: "exceptions-\(kind.rawValue)", caption: "\(title) (\(texts.number(list.count)))",
            columns: [
                texts[.agreement], texts[.unit], texts[.subject], texts[kind.dayText],
                texts[kind.numberText],
            ],
            numberColumns: [4], rows: list.rows.map { row($0.unit, $0.exception) })
        let remainder: HTML = list.remainder(texts).map { "\n<p>\($0)</p>" } ?? ""
        return "<h3>\(title) (\(texts.number(list.count)))</h3>\n\(table.html(texts))\(remainder)"
    }

    private func row(_ unit: OwningUnit, _ exception: ReportException) -> Table.Row {
        Table.Row(
            head: #"\#(exception.title) <span class="subtle code">\#(exception.agreement)</span>"#,
            cells: [
                .text(texts[unit.text]),
                Table.Cell(content: "\(exception.subject)", style: "code"),
                .text(texts.date(exception.dueOn)), .number(texts.number(exception.number)),
            ])
    }
}
