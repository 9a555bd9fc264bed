import Agreements
import Documents
import Rules

/// Every indicator for every unit, with lights against targets, change and spread.
struct OverviewView {
    let norway: NorwayFrame
    let now: ConsolidatedReport
    let then: ConsolidatedReport?
    let rulebook: Rulebook

    private var words: Words { norway.words }
    private var text: FigureText { norway.text }

    var html: HTML {
        let heads = now.parts.map { words.texts[$0.unit.text] } + [text.name(of: nil)]
        let columns = heads.map { #"<th scope="col" class="number">\#($0)</th>"# as HTML }
        let (total, earlier) = (now.total, then?.total)
        let rows = Indicator.allCases.map { row($0, total: total, earlier: earlier) }
        return """
            \(norway.tabs(.overview))
            \(PeriodForm(chosen: norway.chosen, words: words, action: "/norway").html)
            \(norway.comparisonLine)
            <p class="subtle">\(words["overview_note"])</p>
            <div class="scroll" role="region" tabindex="0" \
            aria-label="\(words.texts[.scrollTable, words["overview_caption"]])">
            <table class="wide norway stack">
            <caption class="hidden">\(words["overview_caption"])</caption>
            <thead><tr><th scope="col">\(words["indicator"])</th>\(columns)\
            <th scope="col">\(words["spread"])</th></tr></thead>
            <tbody>
            \(rows.joined)</tbody></table></div>
            """
    }

    private func row(_ indicator: Indicator, total: Tally, earlier: Tally?) -> HTML {
        let cells = now.parts.enumerated().map { index, part in
            cell(
                indicator, unit: part.unit, part.tally.value(of: indicator),
                earlier: then?.parts[index].tally.value(of: indicator))
        }
        let whole = cell(
            indicator, unit: nil, total.value(of: indicator),
            earlier: earlier?.value(of: indicator))
        let row: HTML = """
            <tr><th scope="row">\(words.texts[indicator.text])</th>\(cells)\(whole)\
            \(spread(of: indicator))</tr>
            """
        return indicator == .municipalitiesCovered ? "\(row)\n\(uncoveredRow)" : row
    }

    /// What the row above leaves out, since that is what offices look for.
    private var uncoveredRow: HTML {
        let counts = now.parts.map { part -> Int in
            let covered = part.tally.municipalitiesCovered
            return covered.denominator - covered.numerator
        }
        let cells = zip(now.parts, counts).map { part, count -> HTML in
            guard part.unit != .central else { return "<td></td>" }
            let path = "/regions/\(part.unit.rawValue)/uncovered\(norway.chosen.query)"
            return """
                <td class="number" data-name="\(text.name(of: part.unit))">\
                <a href="\(path)">\(words.texts.number(count))</a></td>
                """
        }
        let sum = words.texts.number(counts.reduce(0, +))
        return """
            <tr class="detail"><th scope="row">\(words["without_agreement"])</th>\(cells)\
            <td class="number" data-name="\(text.name(of: nil))">\
            <a href="/norway/uncovered\(norway.chosen.query)">\(sum)</a></td>\
            <td></td></tr>
            """
    }

    private func cell(
        _ indicator: Indicator, unit: OwningUnit?, _ value: IndicatorValue,
        earlier: IndicatorValue?
    ) -> HTML {
        let path = RecordPage.path(indicator, of: unit, chosen: norway.chosen)
        let basis = text.basis(value, of: indicator)
        let below: HTML = basis.isEmpty ? "" : #" <span class="basis">\#(basis)</span>"#
        let change = earlier.map { text.change(from: $0, to: value) } ?? ""
        let light = light(indicator, unit: unit, value)
        return """
            <td class="number" data-name="\(text.name(of: unit))">\(light)\
            <a href="\(path)">\(text.figure(value))</a>\
            \(below) \(change)</td>
            """
    }

    private func light(_ indicator: Indicator, unit: OwningUnit?, _ value: IndicatorValue) -> HTML {
        let code = unit?.rawValue ?? "total"
        let year = now.period.to.year
        guard
            let target = now.targets.first(where: {
                $0.unit == code && $0.indicator == indicator.rawValue && $0.year == year
            })
        else { return "" }
        let light = Light(value: value.number, target: target.value, rulebook: rulebook)
        return light == .grey ? "" : "\(light.mark(words.texts)) "
    }

    private func spread(of indicator: Indicator) -> HTML {
        guard let ratio = indicator.ratio, let spread = now.spread(of: ratio) else {
            return "<td></td>"
        }
        let ends: HTML =
            spread.difference > 0
            ? """
             <span class="basis">\(words["highest", words.texts[spread.highest.unit.text]])</span> \
            <span class="basis">\(words["lowest", words.texts[spread.lowest.unit.text]])</span>
            """ : ""
        return #"<td data-name="\#(words["spread"])">\#(text.spread(spread))\#(ends)</td>"#
    }
}
