import Agreements
import Register
import Rules

/// The targets of a year: which there are, and the form that sets one.
enum TargetsPage {
    static let path = "\(ReportsPage.path)/targets"

    static let routes: [Route] =
        [
            .get(path, .right(.read, .target, .everybody)) { try page($0, nil) },
            .post(path, .right(.write, .target, .everybody), set),
        ] + TargetWithdrawalPage.routes

    static let years = 1990...2100

    private static func page(_ visit: Visit, _ reader: FormReader?) throws -> Reply {
        let words = visit.words
        let year =
            Int(visit.query["year"]).flatMap { years.contains($0) ? $0 : nil }
            ?? visit.today.year
        let targets = try visit.read { db in try TargetDeeds.all(of: year, in: db) }
        var model: [String: Any] = [
            "intro": words["targets_intro", String(year)],
            "filters": AdminListView.Filters(action: path, fields: [yearField(words, year)]),
        ]
        if targets.isEmpty { model["nothing"] = words["targets_none"] }
        if !targets.isEmpty { model["table"] = table(of: targets, words) }
        if visit.may(.write, .target, of: .everybody) {
            let fields = fields(words, year)
            model["form"] = visit.formView(
                action: path, fields: reader?.filled(fields) ?? fields,
                submit: words["set_target"])
            if !targets.isEmpty { model["withdraw"] = "\(TargetWithdrawalPage.path)?year=\(year)" }
        }
        let frame = ReportsPage.frame(visit, words["targets"])
        return reader == nil
            ? visit.page("edition", frame, model) : visit.incomplete("edition", frame, model)
    }

    private static func yearField(_ words: Words, _ year: Int) -> FormField {
        var field = FormField("year", words["year"], .number)
        field.value = String(year)
        return field
    }

    private static func fields(_ words: Words, _ year: Int) -> [FormField] {
        let indicator = FormField(
            "indicator", words["indicator"],
            .select(
                RatioIndicator.allCases.map {
                    .init(value: $0.rawValue, label: words.texts[$0.text])
                }))
        let unit = FormField(
            "unit", words["unit"],
            .select(
                [.init(value: "total", label: words["unit_all"])]
                    + OwningUnit.allCases.map {
                        .init(value: $0.rawValue, label: words.name($0))
                    }))
        var value = FormField("value", words["target_value"])
        value.hint = words["target_value_hint"]
        value.isRequired = true
        return [yearField(words, year), indicator, unit, value]
    }

    private static func table(of targets: [Target], _ words: Words) -> TableView {
        let units = OwningUnit.allCases.map(\.rawValue) + ["total"]
        let names = OwningUnit.allCases.map { words.name($0) } + [words["unit_all"]]
        let columns = [words["indicator"]] + names
        let rows = RatioIndicator.allCases.compactMap { indicator -> TableView.Row? in
            let own = targets.filter { $0.indicator == indicator.rawValue }
            guard !own.isEmpty else { return nil }
            return TableView.row(
                columns,
                [words.texts[indicator.text]]
                    + units.map { unit in
                        own.first { $0.unit == unit }.map { words.texts.percent($0.value) } ?? ""
                    })
        }
        return TableView(words["targets"], columns: columns, rows: rows)
    }

    private static func set(_ visit: Visit) throws -> Reply {
        let words = visit.words
        var reader = visit.formReader
        let year = reader.number("year", words["year"], in: years, isRequired: true)
        let indicator: RatioIndicator? = reader.choice(
            "indicator", words["indicator"], isRequired: true)
        let unit = reader.text("unit", words["unit"], isRequired: true)
        if let unit, unit != "total", OwningUnit(rawValue: unit) == nil {
            reader.reject("unit", words["error_choose", words["unit"]])
        }
        let written = reader.text("value", words["target_value"], isRequired: true, limit: 10)
        let value = written.flatMap(share)
        if written != nil, value == nil {
            reader.reject("value", words["error_percent", words["target_value"]])
        }
        guard reader.isValid, let year, let indicator, let unit, let value else {
            return try page(visit, reader)
        }
        let isChanged = try visit.write { db in
            try TargetDeeds(db, author: visit.author, at: visit.now).set(
                Target(unit: unit, year: year, indicator: indicator.rawValue, value: value))
        }
        return .redirect(to: "\(path)?year=\(year)&said=\(isChanged ? "saved" : "nothing")")
    }

    /// Of `85`, `85,5 %` or `85.5`: 0 to 100 in per cent, as a share of 1.
    static func share(_ text: String) -> Double? {
        let plain = text.filter { !$0.isWhitespace && $0 != "%" }.replacing(",", with: ".")
        guard let number = Double(plain), number.isFinite, (0...100).contains(number) else {
            return nil
        }
        // 0.855 and not 85.5 × 0.01, which is 0.8550000000000001.
        return number / 100
    }
}
