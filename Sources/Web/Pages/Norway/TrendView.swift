import Agreements
import Documents
import Rules

/// One indicator over years, a small line for each unit.
struct TrendView {
    static let yearCount = 6

    let norway: NorwayFrame
    let indicator: Indicator
    /// From the earliest year.
    let reports: [(year: Int, report: ConsolidatedReport)]

    private var words: Words { norway.words }

    var html: HTML {
        let name = words.texts[indicator.text]
        let form = PeriodForm(
            chosen: norway.chosen, words: words, action: "/norway/trend",
            others: [
                IndicatorChoice(words: words, chosen: indicator, all: Indicator.allCases).choice
            ],
            compares: false)
        return """
            \(norway.tabs(.trend))
            \(form.html)
            <h2>\(name)</h2>
            <p>\(words["def_\(indicator.rawValue)"])</p>
            <p class="subtle">\(words["trend_note", norway.text.name(of: norway.chosen.part)])</p>
            \(chart(name).figure(words.texts))
            """
    }

    private func chart(_ name: String) -> TrendChart {
        // A country's sum would press the regions' lines flat; a share or a mean does not.
        let isSum = if case .count = Tally().value(of: indicator) { true } else { false }
        let units: [OwningUnit?] = OwningUnit.allCases + (isSum ? [] : [nil])
        return TrendChart(
            id: "trend", title: name, years: reports.map { String($0.year) },
            lines: units.map { unit in
                let values = reports.map { value(of: unit, in: $0.report) }
                return TrendChart.Line(
                    name: norway.text.name(of: unit), values: values.map(\.number),
                    labels: values.map(norway.text.figure),
                    link: RecordPage.path(indicator, of: unit, chosen: norway.chosen))
            },
            fullValue: indicator.ratio != nil ? 1 : 0)
    }

    private func value(of unit: OwningUnit?, in report: ConsolidatedReport) -> IndicatorValue {
        guard let unit else { return report.total.value(of: indicator) }
        return (report.parts.first { $0.unit == unit }?.tally ?? Tally()).value(of: indicator)
    }
}

/// Chooses one indicator.
struct IndicatorChoice {
    let words: Words
    let chosen: Indicator
    let all: [Indicator]

    var choice: PeriodForm.Choice {
        PeriodForm.Choice(
            name: "indicator", label: words["indicator"],
            options: all.map { ($0.rawValue, words.texts[$0.text]) }, value: chosen.rawValue)
    }
}
