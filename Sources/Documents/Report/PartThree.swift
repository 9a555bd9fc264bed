import Agreements
import Rules

/// Part III of a state body's annual report as a draft: text, a table of goal, parameter,
/// requirement, result and source, and effects on users beside the volumes.
struct PartThree {
    let report: ConsolidatedReport
    let rulebook: Rulebook
    let texts: Texts

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
                        Table.Cell(
                            content: """
                                \(texts.figure(figure))\
                                <span class="subtle">\(texts.basis(figure))</span>\(light)
                                """, isNumber: true),
                        .text(source),
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
        let rows: [(Text, String, Text, ReportRow.Figure)] = [
            (
                .municipalMeetings, texts.number(total.municipalMeetings), .followUpsOnTime,
                .share(total.followUpsOnTime, isMoney: false)
            ),
            (
                .activities, texts.number(total.activityCount), .measuresDone,
                .share(total.measuresDone, isMoney: false)
            ),
            (
                .agreementsInForce, texts.number(total.agreementCount), .scoreCounterpart,
                .mean(total.scoreCounterpart)
            ),
            (
                .settled, texts.number(total.settlement.settled), .settlement,
                .share(total.ratio(.settlement), isMoney: false)
            ),
        ]
        return Table(
            id: "part-three-effects", caption: texts[.effects],
            columns: [texts[.volume], texts[.count], texts[.effect], texts[.result]],
            numberColumns: [1, 3],
            rows: rows.map { volume, count, effect, figure in
                Table.Row(
                    head: "\(texts[volume])",
                    cells: [
                        .number(count), .text(texts[effect]),
                        Table.Cell(
                            content: """
                                \(texts.figure(figure))\
                                <span class="subtle">\(texts.basis(figure))</span>
                                """, isNumber: true),
                    ])
            })
    }

    private func target(of indicator: RatioIndicator) -> Double? {
        report.targets.first {
            $0.unit == "total" && $0.indicator == indicator.rawValue
                && $0.year == report.period.to.year
        }?.value
    }
}
