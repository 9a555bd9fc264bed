import Agreements
import Register
import Rules

/// Taking a target of a year back: which one and why, asked on a page of its own.
enum TargetWithdrawalPage {
    static let path = "\(TargetsPage.path)/withdraw"

    private static let access = Access.right(.write, .target, .everybody)

    static let routes: [Route] = [
        .get(path, access) { try withdraw($0, isPosted: false) },
        .post(path, access) { try withdraw($0, isPosted: true) },
    ]

    private static func withdraw(_ visit: Visit, isPosted: Bool) throws -> Reply {
        let words = visit.words
        let typed = Int((isPosted ? visit.form : visit.query)["year"])
        let year = typed.flatMap { TargetsPage.years.contains($0) ? $0 : nil } ?? visit.today.year
        let targets = try visit.read { db in try TargetDeeds.held(of: year, in: db) }
        let back = "\(TargetsPage.path)?year=\(year)"
        var frame = ReportsPage.frame(visit, words["withdraw_target"])
        frame.trail.append((words["targets"], back))
        let form = RecordForm(
            visit: visit, frame: frame, action: path, cancel: back,
            submit: words["withdraw_target"],
            intro: words[
                targets.isEmpty ? "targets_none" : "withdraw_target_intro", String(year)])
        let fields = fields(of: targets, year, words)
        guard isPosted else { return form.show(fields) }
        return try form.accept(fields) { reader -> (Int64, String)? in
            let key = Int64(reader.form["target"])
            guard let key, targets.contains(where: { $0.key == key }) else {
                reader.reject("target", words["error_choose", words["target"]])
                return nil
            }
            return reader.text("reason", words["field_reason"], isRequired: true, limit: 500)
                .map { (key, $0) }
        } write: { db, chosen, _ in
            try TargetDeeds(db, author: visit.author, at: visit.now)
                .withdraw(chosen.0, because: chosen.1, expecting: nil)
            return "\(back)&said=target_withdrawn"
        }
    }

    private static func fields(
        of targets: [TargetDeeds.Held], _ year: Int, _ words: Words
    ) -> [FormField] {
        var hidden = FormField("year", "", .hidden)
        hidden.value = String(year)
        guard !targets.isEmpty else { return [hidden] }
        let options = targets.map {
            FormField.Option(value: String($0.key), label: name(of: $0.target, words))
        }
        var target = FormField("target", words["target"], .select(options))
        target.isRequired = true
        var reason = FormField("reason", words["field_reason"], .area(rows: 2))
        reason.hint = words["hint_text"]
        reason.isRequired = true
        return [hidden, target, reason]
    }

    /// `Møter holdt · Nord · 85 %`.
    private static func name(of target: Target, _ words: Words) -> String {
        let indicator = RatioIndicator(rawValue: target.indicator).map { words.texts[$0.text] }
        let unit = OwningUnit(rawValue: target.unit).map { words.name($0) }
        return [
            indicator ?? target.indicator, unit ?? words["unit_all"],
            words.texts.percent(target.value),
        ].joined(separator: " · ")
    }
}
