import Agreements
import Coordination
import Register
import Rules

/// Orders a report on demand: a month, a half-year, a year or any period, of all units or one, on
/// the division into regions of then or of now.
enum OrderPage {
    static let path = "\(ReportsPage.path)/new"

    private static let write = Access.right(.write, .report, .everybody)

    static let routes: [Route] = [
        .get(path, write) { page($0, nil) }, .post(path, write, order),
    ]

    /// Which division into regions.
    private enum Division: String, CaseIterable {
        case then
        case now
    }

    /// Years that a report may be about.
    private static let years = 1990...2100

    private static func page(_ visit: Visit, _ reader: FormReader?) -> Reply {
        let words = visit.words
        let fields = fields(visit)
        let view = AdminFormView(
            intro: words["order_intro"],
            form: visit.formView(
                action: path, fields: reader?.filled(fields) ?? fields, submit: words["order"],
                cancel: ReportsPage.path))
        let frame = ReportsPage.frame(visit, words["order"])
        return reader == nil
            ? visit.page("adminform", frame, view) : visit.incomplete("adminform", frame, view)
    }

    private static func fields(_ visit: Visit) -> [FormField] {
        let words = visit.words
        var kind = FormField(
            "kind", words["kind"],
            .radios(
                ReportKind.allCases.map {
                    .init(value: $0.rawValue, label: words["kind_\($0.rawValue)"])
                }))
        kind.value = ReportKind.annual.rawValue
        var year = FormField("year", words["year"], .number)
        year.value = String(visit.today.year)
        year.hint = words["year_hint"]
        var part = FormField("part", words["part"], .number)
        part.hint = words["part_hint"]
        var from = FormField("from", words["from"], .day)
        from.hint = words["from_hint"]
        let to = FormField("to", words["to"], .day)
        let unit = FormField(
            "unit", words["unit"],
            .select(
                [.init(value: "", label: words["unit_all"])]
                    + OwningUnit.allCases.map {
                        .init(value: $0.rawValue, label: words.name($0))
                    }))
        var division = FormField(
            "division", words["division"],
            .radios(
                Division.allCases.map {
                    .init(value: $0.rawValue, label: words["division_\($0.rawValue)"])
                }))
        division.value = Division.then.rawValue
        var language = FormField(
            "language", words["language"],
            .select(Language.allCases.map { .init(value: $0.rawValue, label: $0.ownName) }))
        language.value = visit.language.rawValue
        return [kind, year, part, from, to, unit, division, language]
    }

    private static func order(_ visit: Visit) throws -> Reply {
        let words = visit.words
        var reader = visit.formReader
        let period = period(&reader, words, today: visit.today)
        let unit: OwningUnit? = reader.choice("unit", words["unit"])
        let division: Division? = reader.choice(
            "division", words["division"], isRequired: true)
        let language: Language? = reader.choice("language", words["language"], isRequired: true)
        guard reader.isValid, let period, let language else { return page(visit, reader) }
        let terms = ReportShelf.Terms(
            unit: unit, divisionOn: division == .now ? visit.today : nil, language: language,
            askedBy: visit.author.actor)
        let planner = ReportPlanner(
            settings: PlannerSettings(
                rules: visit.site.rules, hour: 0, minute: 0, baseURL: visit.site.settings.baseURL,
                language: visit.site.settings.language), term: nil)
        let key = try visit.write { db in
            let name = try planner.plan(period, terms, at: visit.now, in: db)
            try AuditTrail(db, author: visit.author, at: visit.now)
                .recordEvent(entity: "report", subject: name, details: ["deed": "asked_for"])
            return try ReportShelf(db).edition(name)?.key
        }
        return .redirect(to: key.map { "\(EditionPage.path(of: $0))?said=ordered" } ?? path)
    }

    /// The period of the chosen kind; it has begun.
    private static func period(_ reader: inout FormReader, _ words: Words, today: Day) -> Period? {
        guard
            let kind: ReportKind = reader.choice("kind", words["kind"], isRequired: true)
        else { return nil }
        let period: Period?
        if kind == .period {
            let from = reader.day("from", words["from"], isRequired: true)
            let to = reader.day("to", words["to"], isRequired: true)
            guard let from, let to else { return nil }
            period = Period(from: from, to: to)
            if period == nil { reader.reject("to", words["error_order"]) }
        } else {
            guard
                let year = reader.number("year", words["year"], in: years, isRequired: true)
            else { return nil }
            guard let part = part(of: kind, &reader, words) else { return nil }
            period = part.period(in: year)
        }
        guard let period else { return nil }
        guard period.from <= today else {
            reader.reject(kind == .period ? "from" : "year", words["error_to_come"])
            return nil
        }
        return period
    }

    private static func part(of kind: ReportKind, _ reader: inout FormReader, _ words: Words)
        -> ChosenPeriod.Part?
    {
        switch kind {
        case .annual, .period: return .year
        case .halfYear:
            return reader.number("part", words["part"], in: 1...2, isRequired: true)
                .map { .half($0) }
        case .monthly:
            return reader.number("part", words["part"], in: 1...12, isRequired: true)
                .map { .month($0) }
        }
    }
}
