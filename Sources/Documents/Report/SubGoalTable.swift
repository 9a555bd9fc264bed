import Agreements
import Rules

/// What was done for each sub-goal (domain.md, 8): the measures of the plans, unit by unit.
///
/// Activities by sub-goal have their table beside those by kind.
struct SubGoalTable {
    let columns: ReportColumns
    let texts: Texts
    let links: ReportLinks?

    var section: Page.Section {
        let heads = columns.heads(texts)
        let table = Table(
            id: "measures-by-sub-goal", caption: texts[.measuresBySubGoal],
            columns: [texts[.subGoal]] + heads, numberColumns: Set(1...max(1, heads.count)),
            isWide: columns.total != nil,
            rows: SubGoal.allCases.map { goal in
                Table.Row(
                    head: "\(texts[goal.text])",
                    cells: zip(columns.codes, columns.tallies).map { unit, tally in
                        cell(tally.measuresBySubGoal?[goal] ?? Ratio(), goal, of: unit)
                    })
            })
        return Page.Section(
            id: "sub-goals", title: texts[.subGoals],
            content: """
                <p>\(texts[.subGoalsNote])</p>
                \(table.html(texts))
                """, isWide: columns.total != nil)
    }

    private func cell(_ ratio: Ratio, _ goal: SubGoal, of unit: String) -> Table.Cell {
        guard ratio.denominator > 0 else { return .number("–") }
        let figure = ReportRow.Figure.share(ratio, isMoney: false)
        let shown = links.link(
            "\(texts.figure(figure))", .measuresDone, .subGoal(goal), of: unit)
        return Table.Cell(
            content: #"\#(shown)<span class="subtle">\#(texts.basis(figure))</span>"#,
            isNumber: true)
    }
}
