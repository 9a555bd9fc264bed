import Agreements
import Documents
import Rules

/// How many municipalities have no agreement, region by region, each leading to its list.
struct UncoveredSummary {
    let norway: NorwayFrame
    let uncovered: UncoveredMunicipalities

    private var words: Words { norway.words }

    var html: HTML {
        let heads = [
            "uncovered", "all_municipalities", "decided_there", "settled_there", "share_settled",
        ].map { #"<th scope="col" class="number">\#(words[$0])</th>"# as HTML }
        let rows = OwningUnit.regions.map { row($0, uncovered.sums[$0] ?? .init()) }
        return """
            \(norway.tabs(.uncovered))
            \(PeriodForm(
                chosen: norway.chosen, words: words, action: "/norway/uncovered", compares: false
            ).html)
            \(norway.periodLine)
            <p>\(words["uncovered_note"])</p>
            <div class="scroll" role="region" tabindex="0" \
            aria-label="\(words.texts[.scrollTable, words["tab_uncovered"]])">
            <table><caption class="hidden">\(words["tab_uncovered"])</caption>
            <thead><tr><th scope="col">\(words["map_region"])</th>\(heads)</tr></thead>
            <tbody>
            \(rows.joined)\(total)</tbody></table></div>
            """
    }

    private func row(_ region: OwningUnit, _ sum: UncoveredMunicipalities.Sum) -> HTML {
        let path = "/regions/\(region.rawValue)/uncovered\(norway.chosen.query)"
        return """
            <tr data-row><th scope="row"><a href="\(path)">\(words.texts[region.text])</a></th>\
            \(figures(sum))</tr>
            """
    }

    private var total: HTML {
        var sum = UncoveredMunicipalities.Sum()
        for own in uncovered.sums.values {
            sum.all += own.all
            sum.uncovered += own.uncovered
            sum.decided += own.decided
            sum.settled += own.settled
            sum.settledInAll += own.settledInAll
        }
        return #"<tr><th scope="row">\#(words["unit_total"])</th>\#(figures(sum))</tr>"#
    }

    private func figures(_ sum: UncoveredMunicipalities.Sum) -> [HTML] {
        let share = Ratio(sum.settled, of: sum.settledInAll).value
        let texts =
            [sum.uncovered, sum.all, sum.decided, sum.settled].map(words.texts.number)
            + [share.map(words.texts.percent) ?? "–"]
        return texts.map { #"<td class="number">\#($0)</td>"# }
    }
}
