import Agreements
import Rules

/// Lights of the indicators that somebody has set a target for in the year of the cut-off.
struct TargetTable {
    let report: ConsolidatedReport
    let columns: ReportColumns
    let rulebook: Rulebook
    let texts: Texts
    let links: ReportLinks?

    var section: Page.Section {
        Page.Section(
            id: "targets", title: texts[.targets],
            content: indicators.isEmpty ? "<p>\(texts[.noTargets])</p>" : table.html(texts),
            isWide: !indicators.isEmpty && columns.total != nil)
    }

    private var table: Table {
        Table(
            id: "target-table", caption: texts[.targets],
            columns: [texts[.indicator]] + columns.heads(texts), isWide: columns.total != nil,
            rows: indicators.map { indicator in
                Table.Row(
                    head: "\(texts[indicator.text])",
                    cells: zip(columns.codes, columns.tallies).map { code, tally in
                        cell(tally.ratio(indicator).value, of: indicator, unit: code)
                    })
            })
    }

    private var indicators: [RatioIndicator] {
        RatioIndicator.allCases.filter { indicator in
            columns.codes.contains { target(of: indicator, unit: $0) != nil }
        }
    }

    private func target(of indicator: RatioIndicator, unit: String) -> Double? {
        report.targets.first {
            $0.unit == unit && $0.indicator == indicator.rawValue
                && $0.year == report.period.to.year
        }?.value
    }

    private func cell(_ value: Double?, of indicator: RatioIndicator, unit: String)
        -> Table.Cell
    {
        let target = target(of: indicator, unit: unit)
        let light = Light(value: value, target: target, rulebook: rulebook)
        let shown =
            value.map { links.link("\(texts.percent($0))", indicator.rawValue, of: unit) }
            ?? "\(texts[.noValue])"
        let aim: HTML =
            target.map { #"<span class="subtle">\#(texts[.targetOf, texts.percent($0)])</span>"# }
            ?? ""
        // Without a value there is nothing to hold against the target.
        let word: HTML = value == nil && target != nil ? "" : LightMark(light: light).html(texts)
        return Table.Cell(content: "\(word)<span class=\"subtle\">\(shown)</span>\(aim)")
    }
}

/// A light as sign, word and colour.
struct LightMark {
    let light: Light

    func html(_ texts: Texts) -> HTML {
        switch light {
        case .green: #"<span class="light good">✓ \#(texts[.lightGreen])</span>"#
        case .yellow: #"<span class="light warn">! \#(texts[.lightYellow])</span>"#
        case .red: #"<span class="light bad">✗ \#(texts[.lightRed])</span>"#
        case .grey: #"<span class="light">○ \#(texts[.lightGrey])</span>"#
        }
    }
}
