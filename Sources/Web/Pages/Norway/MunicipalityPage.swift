import Agreements
import Documents
import Rules

/// One municipality: its agreements, and every figure that its rows make.
enum MunicipalityPage {
    static func show(_ visit: Visit) async throws -> Reply {
        let norway = NorwayFrame(visit)
        let counted = try await visit.site.figures.records(norway.chosen.period)
        let number = try visit.parameter("municipality")
        guard let position = counted.geography.position(ofMunicipality: number) else {
            throw PageError.notFound
        }
        let municipality = counted.facts.municipalities[position]
        return try await visit.figurePage(
            norway.frame(title: municipality.name),
            question: "/municipalities \(municipality.number)\(norway.chosen.query)"
        ) {
            MunicipalityView(
                norway: norway, municipality: municipality, position: position, counted: counted
            ).html
        }
    }
}

/// What there is to say of a municipality.
struct MunicipalityView {
    let norway: NorwayFrame
    let municipality: Municipality
    let position: Int
    let counted: CountedRecords

    private var words: Words { norway.words }

    var html: HTML {
        let county = counted.geography.county(municipality.countyNumber)?.name ?? ""
        let region = counted.geography.region(ofMunicipalityAt: position)
        let regionLink: HTML =
            region.map { #"<a href="/regions/\#($0.rawValue)">\#(words.texts[$0.text])</a>"# } ?? ""
        let isCovered = counted.isCovered(municipalityAt: position)
        return """
            \(PeriodForm(
                chosen: norway.chosen, words: words,
                action: "/municipalities/\(municipality.number)", compares: false
            ).html)
            \(norway.periodLine)
            <dl class="facts">
            <div><dt>\(words["map_region"])</dt><dd>\(regionLink) · \(county)</dd></div>
            <div><dt>\(words["population"])</dt>\
            <dd>\(municipality.population.map(words.texts.number) ?? "–")</dd></div>
            <div><dt>\(words["municipality_agreements"])</dt>\
            <dd>\(words[isCovered ? "has_agreement" : "has_none"])</dd></div>
            </dl>
            <h2>\(words["municipality_agreements"])</h2>
            \(agreements)
            <h2>\(words["municipality_figures"])</h2>
            \(figures)
            """
    }

    private var agreements: HTML {
        let items = counted.facts.agreements.enumerated().filter { index, _ in
            counted.municipalities(of: .agreement(index)).contains(position)
        }.map { _, agreement -> HTML in
            let days = [agreement.validFrom, agreement.validTo].compactMap(\.self).map(words.date)
            return """
                <li data-row><a href="/agreements/\(LocalPath.encode(agreement.id))">\
                \(agreement.title)</a> <span class="subtle">\(agreement.id) · \
                \(days.joined(separator: "–"))</span></li>
                """
        }
        return items.isEmpty
            ? "<p>\(words["municipality_no_agreements"])</p>"
            : #"<ul class="plain">\#n\#(items.joined)</ul>"#
    }

    private var figures: HTML {
        let rows = MunicipalityMap.indicators.compactMap { indicator -> HTML? in
            let records = counted.records(of: indicator).filter {
                counted.municipalities(of: $0.subject).contains(position)
            }
            guard !records.isEmpty else { return nil }
            let value = records.value(of: indicator)
            let path = RecordPage.path(
                indicator, of: nil, chosen: norway.chosen,
                more: [("municipality", municipality.number)])
            return """
                <tr data-row><th scope="row">\(words.texts[indicator.text])</th>\
                <td class="number"><a href="\(path)">\(norway.text.figure(value))</a></td>\
                <td>\(norway.text.basis(value, of: indicator))</td></tr>
                """
        }
        return """
            <table class="stack"><caption class="hidden">\(words["municipality_figures"])</caption>
            <thead><tr><th scope="col">\(words["indicator"])</th>\
            <th scope="col" class="number">\(words["record_value"])</th>\
            <th scope="col">\(words["record_facts"])</th></tr></thead>
            <tbody>
            \(rows.joined)</tbody></table>
            """
    }
}
