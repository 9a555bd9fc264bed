import Agreements
import Documents
import Rules

/// A region's municipalities without an agreement, those first that an office would ask first.
struct UncoveredView: Sendable {
    let region: RegionFrame
    let chosen: ChosenPeriod
    let order: UncoveredMunicipalities.Order
    let uncovered: UncoveredMunicipalities

    private var words: Words { region.words }
    private var places: [UncoveredMunicipalities.Place] {
        uncovered.places(of: region.unit, by: order)
    }

    var html: HTML {
        guard region.unit != .central else {
            return "\(region.tabs(.requirements))<p>\(words["central_none"])</p>"
        }
        let sum = uncovered.sums[region.unit] ?? .init()
        let numbers = [sum.uncovered, sum.all, sum.settled, sum.settledInAll]
            .map(words.texts.number)
        return """
            \(region.tabs(.uncovered))
            \(PeriodForm(
                chosen: chosen, words: words, action: region.path(.uncovered),
                kept: order == .decided ? [] : [("order", order.rawValue)], compares: false
            ).html)
            <p>\(words["uncovered_note", numbers[0], numbers[1], numbers[2], numbers[3]]) \
            <span class="subtle">\(FigureText(words: words).name(chosen))</span></p>
            \(places.isEmpty ? "<p>\(words["uncovered_none"])</p>" : table)
            \(places.isEmpty ? "" : Downloads(words: words, path: path(order)).html)
            """
    }

    private func path(_ order: UncoveredMunicipalities.Order) -> String {
        let more = order == .decided ? [] : [("order", order.rawValue)]
        return "\(region.path(.uncovered))\(chosen.query(more))"
    }

    private var table: HTML {
        let heads = [UncoveredMunicipalities.Order.decided, .settled, .requested, .population]
            .map { head($0, style: " class=\"number\"") }
        return """
            <div class="scroll" role="region" tabindex="0" \
            aria-label="\(words.texts[.scrollTable, words["tab_uncovered"]])">
            <table class="stack"><caption class="hidden">\(words["tab_uncovered"])</caption>
            <thead><tr>\(head(.number, style: ""))<th scope="col">\(words["county"])</th>\(heads)\
            <th scope="col">\(words["last_agreement"])</th></tr></thead>
            <tbody>
            \(places.map(row).joined)</tbody></table></div>
            """
    }

    private func head(_ order: UncoveredMunicipalities.Order, style: HTML) -> HTML {
        let sort: HTML =
            order == self.order
            ? #" aria-sort="\#(order == .number ? "ascending" : "descending")""# : ""
        return """
            <th scope="col"\(style)\(sort)><a href="\(path(order))">\
            \(words["order_\(order.rawValue)"])</a></th>
            """
    }

    private func row(_ place: UncoveredMunicipalities.Place) -> HTML {
        let figures: [(String, Int?)] = [
            ("decided", place.figures.decided), ("settled", place.figures.settled),
            ("requested", place.figures.requested), ("population", place.population),
        ]
        let cells = figures.map { key, number -> HTML in
            """
            <td class="number" data-name="\(words["order_\(key)"])">\
            \(number.map(words.texts.number) ?? "–")</td>
            """
        }
        return """
            <tr data-row><th scope="row">\
            <a href="/municipalities/\(place.number)\(chosen.query)">\(place.name)</a></th>\
            <td data-name="\(words["county"])">\(place.county)</td>\(cells)\
            <td data-name="\(words["last_agreement"])">\
            \(place.lastDay.map(words.date) ?? words["never"])</td></tr>
            """
    }

    var sheet: Sheet {
        var sheet = Sheet(
            name: words["tab_uncovered"],
            columns: [
                Sheet.Column(words["order_number"]), Sheet.Column(words["county"]),
                Sheet.Column(words["order_decided"], .number),
                Sheet.Column(words["order_settled"], .number),
                Sheet.Column(words["order_requested"], .number),
                Sheet.Column(words["order_population"], .number),
                Sheet.Column(words["last_agreement"], .day),
            ])
        for place in places {
            sheet.add([
                .text(place.name), .text(place.county), .number(place.figures.decided),
                .number(place.figures.settled), .number(place.figures.requested),
                .number(place.population), .day(place.lastDay),
            ])
        }
        return sheet
    }
}
