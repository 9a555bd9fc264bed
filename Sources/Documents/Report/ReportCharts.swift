import Agreements
import Rules

/// A chart for each main ratio and one for settlement, each with its table below.
struct ReportCharts {
    let columns: ReportColumns
    let texts: Texts
    let links: ReportLinks?

    private static let mainRatios: [RatioIndicator] = [
        .municipalitiesCovered, .settledUnderAgreement, .planCoverage, .meetingsHeld,
        .followUpsOnTime, .measuresDone, .evaluationCoverage, .commitmentGrade, .sectorCoverage,
    ]

    var section: Page.Section {
        let charts = Self.mainRatios.map(ratioChart) + [settlementChart]
        return Page.Section(
            id: "charts", title: texts[.charts],
            content: #"<div class="charts">\#n\#(charts.joined)</div>"#)
    }

    private func ratioChart(of indicator: RatioIndicator) -> HTML {
        let title = texts[indicator.text]
        let figures = columns.tallies.map {
            ReportRow.Figure.share($0.ratio(indicator), isMoney: false)
        }
        let groups = zip(columns.heads(texts), figures).map { name, figure in
            BarChart.Group(
                name: name,
                bars: [(figure.value, figure.value == nil ? texts[.noValue] : texts.figure(figure))]
            )
        }
        let rows = zip(columns.heads(texts), zip(columns.codes, figures)).map { name, column in
            let (unit, figure) = column
            return Table.Row(
                head: "\(name)",
                cells: [
                    number(texts.figure(figure), indicator.rawValue, of: unit),
                    .number(texts.basis(figure)),
                ])
        }
        return chart(
            BarChart(
                id: "chart-\(indicator.rawValue)", title: title,
                description: texts[.chartDescription], series: [], groups: groups, fullValue: 1),
            columns: [texts[.value], texts[.basis]], rows)
    }

    private var settlementChart: HTML {
        let sums = columns.tallies.map { tally in
            [tally.settlement.requested, tally.settlement.decided, tally.settlement.settled]
        }
        let series = [texts[.requested], texts[.decided], texts[.settled]]
        // Beside the total the units' bars could not be told apart.
        let groups = zip(columns.heads(texts), sums).prefix(columns.parts.count).map { name, sum in
            BarChart.Group(name: name, bars: sum.map { (Double($0), texts.number($0)) })
        }
        let rows = zip(columns.heads(texts), zip(columns.codes, sums)).map { name, column in
            let (unit, sum) = column
            return Table.Row(
                head: "\(name)",
                cells: sum.map {
                    number(texts.number($0), RatioIndicator.settlement.rawValue, of: unit)
                })
        }
        return chart(
            BarChart(
                id: "chart-settlement", title: texts[.settlementChart],
                description: texts[.chartDescription], series: series, groups: groups,
                fullValue: 0),
            columns: series, rows)
    }

    private func number(_ figure: String, _ code: String, of unit: String) -> Table.Cell {
        Table.Cell(content: links.link("\(figure)", code, of: unit), isNumber: true)
    }

    private func chart(_ chart: BarChart, columns: [String], _ rows: [Table.Row]) -> HTML {
        let table = Table(
            id: "\(chart.id)-table", caption: texts[.figuresOf, chart.title],
            columns: [texts[.unit]] + columns, numberColumns: Set(1...columns.count), rows: rows)
        return """
            <div class="chart">
            <h3>\(chart.title)</h3>
            \(chart.svg)
            <details open>
            <summary>\(texts[.figuresOf, chart.title])</summary>
            \(table.html(texts))
            </details>
            </div>
            """
    }
}
