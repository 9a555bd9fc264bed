import Agreements
import Rules

/// Activities by kind and by sub-goal, and grants by scheme.
struct ActivityTables {
    let columns: ReportColumns
    let texts: Texts
    let links: ReportLinks?

    var section: Page.Section {
        let activities = columns.tallies.contains { $0.activityCount > 0 }
        let grants = columns.tallies.contains { !$0.grants.isEmpty }
        return Page.Section(
            id: "activities", title: texts[.activities],
            content: """
                \(activities ? activityTables : "<p>\(texts[.noActivities])</p>")
                <h3>\(texts[.grantsByScheme])</h3>
                \(grants ? grantTable.html(texts) : "<p>\(texts[.noGrants])</p>")
                """, isWide: columns.total != nil)
    }

    private var activityTables: HTML {
        let kinds = ActivityKind.allCases.map { kind in
            row(texts[kind.text]) { count($0.activitiesByKind[kind], .activityKind(kind), of: $1) }
        }
        let goals = SubGoal.allCases.map { goal in
            row(texts[goal.text]) { count($0.activitiesBySubGoal[goal], .subGoal(goal), of: $1) }
        }
        return """
            <h3>\(texts[.activitiesByKind])</h3>
            \(table("activities-by-kind", .activitiesByKind, .activityKind, kinds).html(texts))
            <h3>\(texts[.activitiesBySubGoal])</h3>
            \(table("activities-by-sub-goal", .activitiesBySubGoal, .subGoal, goals).html(texts))
            """
    }

    private var grantTable: Table {
        let schemes = Set(columns.tallies.flatMap(\.grants.keys)).sorted()
        return table(
            "grants-by-scheme", .grantsByScheme, .scheme,
            schemes.map { scheme in
                row(scheme) { tally, unit in
                    guard let ratio = tally.grants[scheme] else { return .number("–") }
                    let figure = ReportRow.Figure.share(ratio, isMoney: true)
                    let shown = links.link(
                        "\(texts.figure(figure))", .grants, .scheme(scheme), of: unit)
                    return Table.Cell(
                        content: #"\#(shown)<span class="subtle">\#(texts.basis(figure))</span>"#,
                        isNumber: true)
                }
            })
    }

    private func table(_ id: String, _ caption: Text, _ head: Text, _ rows: [Table.Row])
        -> Table
    {
        let heads = columns.heads(texts)
        return Table(
            id: id, caption: texts[caption], columns: [texts[head]] + heads,
            numberColumns: Set(1...max(1, heads.count)), isWide: columns.total != nil, rows: rows)
    }

    private func count(_ count: Int?, _ part: RecordPart, of unit: String) -> Table.Cell {
        let shown = links.link("\(texts.number(count ?? 0))", .activities, part, of: unit)
        return Table.Cell(content: shown, isNumber: true)
    }

    /// - Parameter cell: Of a column's figures and the code of its unit.
    private func row(_ name: String, _ cell: (Tally, String) -> Table.Cell) -> Table.Row {
        Table.Row(head: "\(name)", cells: zip(columns.tallies, columns.codes).map(cell))
    }
}
