import Agreements
import Documents
import Rules

/// The round's page: the units side by side, and below them who has what to do.
struct RoundView {
    let visit: Visit
    let round: RoundState

    private var words: Words { visit.words }
    private var texts: Texts { words.texts }

    var html: HTML {
        """
        \(years)
        <p>\(finish)</p>
        \(table.html(texts))
        <h2>\(words["round_missing"])</h2>
        \(nudge)
        \(gaps)
        """
    }

    private var nudge: HTML {
        guard visit.may(.steer, .evaluation, of: .everybody), !round.gaps.isEmpty else {
            return ""
        }
        return """
            <p class="actions"><a class="button" \
            href="/evaluations/nudge?year=\(round.year)">\(words["do_nudge"])</a></p>
            """
    }

    private var years: HTML {
        Tabs(
            label: words["year"],
            items: round.years.prefix(6).map {
                (String($0), "/evaluations/round?year=\($0)", $0 == round.year)
            }
        ).html
    }

    private var finish: String {
        let pace = round.pace(of: round.rows)
        if pace.total == 0 { return words["none"] }
        if pace.missing == 0 { return words["round_done"] }
        guard let on = pace.projectedOn else { return words["round_no_pace"] }
        return words[
            "round_pace", texts.number(pace.approved), texts.number(pace.total),
            texts.number(pace.workingDays), words.longDate(on)]
    }

    private var table: PictureTable {
        let units = OwningUnit.allCases.filter { !round.rows(of: $0).isEmpty }
        return PictureTable(
            id: "round", caption: words["count", String(round.year), number(round.rows)],
            columns: [
                words["unit"], words["state_open"], words["state_submitted"],
                words["state_approved"], words["counterpart_answered"], words["round_finish"],
            ],
            numberColumns: [1, 2, 3, 4],
            rows: units.map { unit in
                cells(
                    PictureTable.Cell(
                        words.name(unit),
                        link: "/evaluations?year=\(round.year)&unit=\(unit.rawValue)"),
                    round.rows(of: unit))
            } + [cells(PictureTable.Cell(words["round_all"]), round.rows)])
    }

    private func cells(_ head: PictureTable.Cell, _ rows: [EvaluationRound.Row])
        -> [PictureTable.Cell]
    {
        let pace = round.pace(of: rows)
        let finish =
            pace.missing == 0 ? words["round_finished"] : pace.projectedOn.map(words.date) ?? "–"
        return [head]
            + EvaluationStatus.allCases.map { status in
                PictureTable.Cell(number(rows.filter { $0.status == status }))
            } + [
                PictureTable.Cell(number(rows.filter { $0.counterpart == .answered })),
                PictureTable.Cell(finish),
            ]
    }

    private func number(_ rows: [EvaluationRound.Row]) -> String { texts.number(rows.count) }

    private var gaps: HTML {
        let gaps = round.gaps
        guard !gaps.isEmpty else { return "<p>\(words["round_nothing_missing"])</p>" }
        let items = gaps.map { gap -> HTML in
            let name = gap.responsible?.name ?? words["nobody"]
            let lines = gap.rows.map { row -> HTML in
                """
                <li><a href="\(EvaluationRound.path(row.key))">\(row.agreement)</a> \
                \(row.title) · \(words["missing_\(row.status.rawValue)"])\
                \(row.counterpart == .answered
                    ? "" : " · \(words["missing_answer"])")</li>
                """
            }
            return """
                <li data-row><details><summary>\(name): \(number(gap.rows))</summary>
                <ul>\(lines.joined)</ul></details></li>
                """
        }
        return #"<ul class="plain">\#(items.joined)</ul>"#
    }
}
