import Agreements
import Rules

/// Part III of a state body's annual report as a draft: text, a table of goal, parameter,
/// requirement, result and source, and effects on users beside the volumes.
struct PartThree {
    let report: ConsolidatedReport
    let rulebook: Rulebook
    let texts: Texts
    let links: ReportLinks?

    /// The parameters of each goal.
    private static let goals: [(goal: Text, indicators: [RatioIndicator])] = [
        (
            .goalBinding,
            [.municipalitiesCovered, .sectorCoverage, .commitmentGrade, .anchored, .grants]
        ),
        (
            .goalFollowedUp,
            [.planCoverage, .meetingsHeld, .followUpsOnTime, .measuresDone]
        ),
        (.goalLearning, [.evaluationCoverage]),
        (.goalState, [.settlement, .settledUnderAgreement]),
    ]

    /// Volumes, each with what it is to have an effect on.
    private static let effects: [(volume: Text, effect: Text)] = [
        (.municipalMeetings, .followUpsOnTime), (.activities, .measuresDone),
        (.agreementsInForce, .scoreCounterpart), (.settled, .settlement),
    ]

    /// Only of a whole calendar year and of all units.
    static func belongs(to report: ConsolidatedReport) -> Bool {
        report.unit == nil && report.period == Period(year: report.period.to.year)
    }

    var section: Page.Section {
        let total = report.total
        let spread = WidestSpread.all(in: report).first.map { widest in
            texts[
                .partThreeSpread, texts[widest.indicator.text],
                texts.decimal(widest.spread.difference * 100),
                texts.percent(widest.spread.lowest.value),
                texts.percent(widest.spread.highest.value)]
        }
        let volumes = texts[
            .partThreeText, String(report.period.to.year), texts.number(total.agreementCount),
            texts.number(total.agreementsInForce[.municipal] ?? 0),
            texts.number(total.municipalMeetings), texts.number(total.activityCount)]
        return Page.Section(
            id: "part-three", title: texts[.partThree],
            content: """
                <p>\(texts[.partThreeNote])</p>
                <p>\(volumes)</p>
                \(spread.map { "<p>\($0)</p>\n" as HTML } ?? "")\(results(total).html(texts))
                <h3>\(texts[.effects])</h3>
                <p>\(texts[.effectsNote])</p>
                \(effects(total).html(texts))
                """, beginsSheet: true)
    }

    private func results(_ total: Tally) -> Table {
        let source = texts[.sourceRegister, texts.date(report.period.to), report.rulesVersion]
        let rows = Self.goals.flatMap { goal, indicators in
            indicators.map { indicator in
                let figure = ReportRow.Figure.share(
                    total.ratio(indicator), isMoney: indicator == .grants)
                let target = target(of: indicator)
                let light: HTML =
                    target.map {
                        LightMark(
                            light: Light(value: figure.value, target: $0, rulebook: rulebook)
                        ).html(texts)
                    } ?? ""
                return Table.Row(
                    head: "\(texts[goal])",
                    cells: [
                        .text(texts[indicator.text]),
                        .number(target.map(texts.percent) ?? texts[.noRequirement]),
                        cell(figure, indicator.rawValue, light: light), .text(source),
                    ])
            }
        }
        return Table(
            id: "part-three-results", caption: texts[.result],
            columns: [
                texts[.goal], texts[.parameter], texts[.requirement], texts[.result],
                texts[.source],
            ], numberColumns: [2, 3], rows: rows)
    }

    /// Volume and effect, row by row.
    private func effects(_ total: Tally) -> Table {
        let rows = Self.effects.compactMap { volume, effect in
            let all = ReportRow.all
            return all.first { $0.label == volume }.flatMap { volume in
                all.first { $0.label == effect }.map { (volume, $0) }
            }
        }
        return Table(
            id: "part-three-effects", caption: texts[.effects],
            columns: [texts[.volume], texts[.count], texts[.effect], texts[.result]],
            numberColumns: [1, 3],
            rows: rows.map { volume, effect in
                let count = links.link(
                    "\(texts.figure(volume.figure(total)))", volume.code, of: "total")
                return Table.Row(
                    head: "\(texts[volume.label])",
                    cells: [
                        Table.Cell(content: count, isNumber: true), .text(texts[effect.label]),
                        cell(effect.figure(total), effect.code),
                    ])
            })
    }

    private func cell(_ figure: ReportRow.Figure, _ code: String, light: HTML = "")
        -> Table.Cell
    {
        let shown = links.link("\(texts.figure(figure))", code, of: "total")
        return Table.Cell(
            content: #"\#(shown)<span class="subtle">\#(texts.basis(figure))</span>\#(light)"#,
            isNumber: true)
    }

    private func target(of indicator: RatioIndicator) -> Double? {
        report.targets.first {
            $0.unit == "total" && $0.indicator == indicator.rawValue
                && $0.year == report.period.to.year
        }?.value
    }
}
