import Agreements
import GRDB
import Register
import Rules

/// The owning units with their counties and municipalities.
enum UnitsPage {
    static let path = "\(Administration.home)/units"

    static let routes: [Route] = [
        .get(path, .right(.read, .unit, .everybody), list),
        .get("\(path)/:unit", .right(.read, .unit, .everybody), show),
        .get(
            "\(path)/municipalities/:number", .right(.write, .unit, .everybody), showMunicipality),
        .post(
            "\(path)/municipalities/:number", .right(.write, .unit, .everybody),
            changeMunicipality),
    ]

    // MARK: Units

    private static func list(_ visit: Visit) throws -> Reply {
        let words = visit.words
        let columns = ["unit", "units_people", "units_agreements", "units_counties"]
            .map { words[$0] }
        let (people, agreements, counties) = try visit.read { db in
            (
                try counts("SELECT unit, count(*) FROM user WHERE active = 1 GROUP BY unit", db),
                try counts(
                    """
                    SELECT owner, count(*) FROM agreement WHERE status = 'active' GROUP BY owner
                    """, db),
                try Nouns.counties(in: db)
            )
        }
        let rows = OwningUnit.allCases.map { unit in
            TableView.row(
                columns,
                [
                    words.name(unit), words.texts.number(people[unit.rawValue] ?? 0),
                    words.texts.number(agreements[unit.rawValue] ?? 0),
                    counties.filter { $0.region == unit }.map(\.name).joined(separator: ", "),
                ], path: "\(path)/\(unit.rawValue)")
        }
        return visit.page(
            "adminlist", Administration.frame(visit, words["units"]),
            AdminListView(
                intro: words["units_intro"],
                table: TableView(words["units"], columns: columns, rows: rows), nothing: ""))
    }

    private static func counts(_ sql: String, _ db: Database) throws -> [String: Int] {
        try Row.fetchAll(db, sql: sql).reduce(into: [:]) { $0[$1[0]] = $1[1] }
    }

    private static func show(_ visit: Visit) throws -> Reply {
        let words = visit.words
        guard let unit = OwningUnit(rawValue: try visit.parameter("unit")) else {
            throw PageError.notFound
        }
        let (counties, municipalities) = try visit.read { db in
            (try Nouns.counties(in: db), try Nouns.municipalities(in: db))
        }
        let byNumber = Dictionary(
            counties.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        let mayWrite = visit.may(.write, .unit, of: .everybody)
        let columns = ["municipality", "county", "population", "language", "valid_to"]
            .map { words[$0] }
        let rows = municipalities.filter {
            ($0.ownRegion ?? byNumber[$0.countyNumber]?.region) == unit
        }.map { municipality in
            TableView.row(
                columns,
                [
                    "\(municipality.name) (\(municipality.number))",
                    byNumber[municipality.countyNumber]?.name ?? municipality.countyNumber,
                    municipality.population.map { words.texts.number($0) } ?? "–",
                    municipality.language.map { form in words["form_\(form.rawValue)"] }
                        ?? words["neutral"],
                    municipality.validTo.map { words.date($0) } ?? "–",
                ], path: mayWrite ? "\(path)/municipalities/\(municipality.number)" : nil)
        }
        var frame = Administration.frame(visit, words.name(unit))
        frame.trail.append((words["units"], path))
        return visit.page(
            "adminlist", frame,
            AdminListView(
                table: rows.isEmpty
                    ? nil : TableView(words.name(unit), columns: columns, rows: rows),
                nothing: words["units_none"]))
    }

    // MARK: A municipality

    private static func showMunicipality(_ visit: Visit) throws -> Reply {
        let municipality = try municipality(visit)
        return visit.page(
            "adminform", frame(visit, municipality), try view(visit, municipality))
    }

    private static func changeMunicipality(_ visit: Visit) throws -> Reply {
        let words = visit.words
        let municipality = try municipality(visit)
        var reader = visit.formReader
        let region: OwningUnit? = reader.choice("region", words["region"])
        if region == .central { reader.reject("region", words["error_choose", words["region"]]) }
        let population = reader.number("population", words["population"], in: 0...9_999_999)
        let language: Language? = reader.choice("language", words["language"])
        if language == .en { reader.reject("language", words["error_choose", words["language"]]) }
        guard reader.isValid else {
            return visit.incomplete(
                "adminform", frame(visit, municipality), try view(visit, municipality, reader))
        }
        let version = Int64(visit.form["version"]).map(RecordVersion.init(seq:))
        do {
            let isChanged = try visit.write { db in
                try UnitDeeds(db, author: visit.author, at: visit.now).change(
                    municipality: municipality.number, region: region, population: population,
                    language: language, expecting: version)
            }
            return .redirect(
                to: "\(path)/municipalities/\(municipality.number)?said="
                    + (isChanged ? "saved" : "nothing"))
        } catch RecordRefusal.movedOn(let moved) {
            let problem = words["unit_moved_on", moved.changes.last?.actor ?? "–"]
            return visit.incomplete(
                "adminform", frame(visit, municipality),
                try view(visit, municipality, reader, problem: problem))
        }
    }

    private static func municipality(_ visit: Visit) throws -> Municipality {
        let number = try visit.parameter("number")
        let found = try visit.read { db in
            try Nouns.municipalities(in: db).first { $0.number == number }
        }
        guard let found else { throw PageError.notFound }
        return found
    }

    private static func frame(_ visit: Visit, _ municipality: Municipality) -> Visit.Frame {
        var frame = Administration.frame(visit, municipality.name)
        frame.trail.append((visit.words["units"], path))
        return frame
    }

    private static func view(
        _ visit: Visit, _ municipality: Municipality, _ reader: FormReader? = nil,
        problem: String? = nil
    ) throws -> AdminFormView {
        let words = visit.words
        var region = FormField(
            "region", words["region"],
            .select(
                [.init(value: "", label: words["region_of_county"])]
                    + OwningUnit.regions.map { .init(value: $0.rawValue, label: words.name($0)) }))
        region.value = municipality.ownRegion?.rawValue ?? ""
        var population = FormField("population", words["population"], .number)
        population.value = municipality.population.map(String.init) ?? ""
        var language = FormField(
            "language", words["municipality_language"],
            .select([
                .init(value: "", label: words["neutral"]),
                .init(value: "nb", label: Language.nb.ownName),
                .init(value: "nn", label: Language.nn.ownName),
            ]))
        language.value = municipality.language?.rawValue ?? ""
        language.hint = words["municipality_language_hint"]
        let fields = [region, population, language]
        var version = FormField("version", "", .hidden)
        version.value =
            try visit.read {
                try UnitDeeds.version(ofMunicipality: municipality.number, in: $0)
            }.map { String($0.seq) } ?? ""
        return AdminFormView(
            intro: words["municipality_intro", municipality.number],
            form: visit.formView(
                action: "\(path)/municipalities/\(municipality.number)",
                fields: (reader?.filled(fields) ?? fields) + [version], submit: words["save"],
                cancel: path, problem: problem))
    }
}
