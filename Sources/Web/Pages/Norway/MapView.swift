import Agreements
import Documents
import Rules

/// Municipalities as tiles from north to south, coloured by an indicator.
struct MapView {
    let norway: NorwayFrame
    let choice: MapChoice
    let map: MunicipalityMap

    /// As on a map: the north on top.
    private static let order: [OwningUnit] = [.nord, .midt, .vest, .indreOst, .ost, .sor]

    private var words: Words { norway.words }

    var html: HTML {
        let view = choice.isTable ? table : drawing
        let path = "/norway/map\(norway.chosen.query(choice.pairs(isTable: !choice.isTable)))"
        return """
            \(norway.tabs(.map))
            \(form.html)
            \(norway.periodLine)
            <h2>\(picture.title)</h2>
            <p>\(words["def_\(choice.indicator.rawValue)"])</p>
            <p><a href="\(path)">\(words[choice.isTable ? "map_as_map" : "map_as_table"])</a></p>
            \(view)
            """
    }

    /// A page of it: four hundred rows are more than a page may weigh.
    private var table: HTML {
        var table = picture.table(words.texts)
        let size = MapChoice.rowsPerPage
        let count = max(1, (table.rows.count + size - 1) / size)
        let page = min(choice.page, count)
        table.rows = Array(table.rows.dropFirst((page - 1) * size).prefix(size))
        guard count > 1 else { return table.html(words.texts) }
        let pager = Pager(words: words, page: page, count: count) {
            "/norway/map\(norway.chosen.query(choice.pairs(isTable: true, page: $0)))"
        }
        return "\(table.html(words.texts))\(pager.html)"
    }

    private var drawing: HTML { #"<div class="picture">\#(picture.drawing(words.texts))</div>"# }

    private var form: PeriodForm {
        let regions =
            [(value: "", label: words["map_all"])]
            + OwningUnit.regions.map { (value: $0.rawValue, label: words.texts[$0.text]) }
        return PeriodForm(
            chosen: norway.chosen, words: words, action: "/norway/map",
            kept: choice.isTable ? [("view", "table")] : [],
            others: [
                IndicatorChoice(
                    words: words, chosen: choice.indicator, all: MunicipalityMap.indicators
                ).choice,
                PeriodForm.Choice(
                    name: "unit", label: words["map_region"], options: regions,
                    value: choice.region?.rawValue ?? ""),
            ], compares: false)
    }

    private var places: [MunicipalityMap.Place] {
        guard let region = choice.region else { return map.places }
        return map.places.filter { $0.region == region }
    }

    private var isCoverage: Bool { choice.indicator == .municipalitiesCovered }

    private var classes: ValueClasses {
        let values = map.places.compactMap { $0.value?.number }
        return choice.indicator.ratio != nil && (values.max() ?? 0) <= 1
            ? .shares : ValueClasses(equalCountsOf: values)
    }

    private var picture: TileMap {
        let classes = classes
        let regions = Self.order.compactMap { region -> TileMap.Region? in
            let own = places.filter { $0.region == region }
            guard !own.isEmpty else { return nil }
            var counties: [TileMap.County] = []
            for place in own {
                if counties.last?.name != place.county {
                    counties.append(TileMap.County(name: place.county, tiles: []))
                }
                counties[counties.count - 1].tiles.append(tile(place, classes))
            }
            return TileMap.Region(name: words.texts[region.text], counties: counties)
        }
        return TileMap(
            id: "map", title: words["map_value", words.texts[choice.indicator.text]],
            regions: regions, legend: legend(classes))
    }

    private func tile(_ place: MunicipalityMap.Place, _ classes: ValueClasses) -> TileMap.Tile {
        let link = "/municipalities/\(place.number)\(norway.chosen.query)"
        if isCoverage {
            return TileMap.Tile(
                name: place.name, link: link, valueClass: place.isCovered ? 5 : 1,
                value: place.isCovered ? "✓" : "–")
        }
        guard let value = place.value, let number = value.number else {
            return TileMap.Tile(name: place.name, link: link, valueClass: nil, value: nil)
        }
        return TileMap.Tile(
            name: place.name, link: link, valueClass: classes.number(of: number),
            value: norway.text.figure(value))
    }

    private func legend(_ classes: ValueClasses) -> [(valueClass: Int?, meaning: String)] {
        guard !isCoverage else { return [(5, words["has_agreement"]), (1, words["has_none"])] }
        let values = map.places.compactMap { place -> (Int, Double, IndicatorValue)? in
            guard let value = place.value, let number = value.number else { return nil }
            return (classes.number(of: number), number, value)
        }
        let shown = (1...5).compactMap { group -> (valueClass: Int?, meaning: String)? in
            let own = values.filter { $0.0 == group }
            guard let low = own.min(by: { $0.1 < $1.1 }), let high = own.max(by: { $0.1 < $1.1 })
            else { return nil }
            let (from, to) = (norway.text.figure(low.2), norway.text.figure(high.2))
            return (group, from == to ? from : words["from_to", from, to])
        }
        return shown + [(nil, words["no_figure"])]
    }
}
