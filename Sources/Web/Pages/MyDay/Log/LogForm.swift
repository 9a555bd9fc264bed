import Agreements
import Documents
import GRDB
import Mustache
import Register

/// The form in which an activity is completed or corrected.
struct LogForm {
    let visit: Visit
    /// The activity that is corrected; nil for a new one.
    var key: Int64?
    var version: Int64?
    let back: String

    /// What the form holds.
    struct Draft {
        var with: LogCounterpart?
        var find = ""
        var theme = ""
        var kind: ActivityKind?
        var on: Day
        var participants: Int?
        var subGoal: SubGoal?
        var outcome: String?
    }

    private var words: Words { visit.words }

    // MARK: Fields

    func fields(_ draft: Draft, _ candidates: [LogCandidate]) -> [FormField] {
        var fields = [theme(draft)]
        if !candidates.isEmpty { fields.append(with(draft, candidates)) }
        fields.append(find(draft, isOnly: candidates.isEmpty))
        fields += [kind(draft), day(draft), participants(draft), subGoal(draft), outcome(draft)]
        return fields
    }

    private func theme(_ draft: Draft) -> FormField {
        var field = FormField("theme", words["log_theme"])
        field.value = draft.theme
        field.hint = words["hint_free_text"]
        field.isRequired = true
        return field
    }

    private func with(_ draft: Draft, _ candidates: [LogCandidate]) -> FormField {
        let name = DayName(words: words, today: visit.today)
        var field = FormField(
            "with", words["log_with"],
            .radios(
                candidates.map { candidate in
                    FormField.Option(
                        value: candidate.counterpart.value, label: label(candidate, name))
                }))
        field.value =
            draft.with?.value
            ?? (candidates.count == 1 ? candidates[0].counterpart.value : "")
        field.isRequired = true
        return field
    }

    private func label(_ candidate: LogCandidate, _ name: DayName) -> String {
        let unit = words.texts[candidate.owner.text]
        switch candidate.counterpart {
        case .agreement(let id): return "\(id) \(candidate.name) (\(unit))"
        case .party, .municipality: return words["log_without", candidate.name, unit]
        }
    }

    private func find(_ draft: Draft, isOnly: Bool) -> FormField {
        var field = FormField("find", words[isOnly ? "log_find" : "log_find_other"])
        field.value = draft.find
        field.hint = words["log_find_hint"]
        field.isRequired = isOnly
        field.isFocused = isOnly
        return field
    }

    private func kind(_ draft: Draft) -> FormField {
        let options = ActivityKind.allCases.map {
            FormField.Option(value: $0.rawValue, label: words.texts[$0.text])
        }
        var field = FormField(
            "kind", words["log_kind"],
            .select([FormField.Option(value: "", label: words["choose"])] + options))
        field.value = draft.kind?.rawValue ?? ""
        field.isRequired = true
        return field
    }

    private func day(_ draft: Draft) -> FormField {
        var field = FormField("on", words["log_on"], .day)
        field.value = draft.on.description
        field.isRequired = true
        return field
    }

    private func participants(_ draft: Draft) -> FormField {
        var field = FormField("participants", words["log_participants"], .number)
        field.value = draft.participants.map(String.init) ?? ""
        return field
    }

    private func subGoal(_ draft: Draft) -> FormField {
        let options = SubGoal.allCases.map {
            FormField.Option(value: $0.rawValue, label: words.texts[$0.text])
        }
        var field = FormField(
            "sub_goal", words["log_sub_goal"],
            .select([FormField.Option(value: "", label: words["log_no_sub_goal"])] + options))
        field.value = draft.subGoal?.rawValue ?? ""
        return field
    }

    private func outcome(_ draft: Draft) -> FormField {
        var field = FormField("outcome", words["log_outcome"], .area(rows: 2))
        field.value = draft.outcome ?? ""
        return field
    }

    // MARK: Reading

    /// The draft as far as it can be read; what is wrong stands in the reader.
    func read(_ reader: inout FormReader) -> Draft {
        var draft = Draft(on: visit.today)
        draft.theme =
            reader.text("theme", words["log_theme"], isRequired: true, limit: 500) ?? ""
        draft.kind = reader.choice("kind", words["log_kind"], isRequired: true)
        draft.on = reader.day("on", words["log_on"], isRequired: true) ?? visit.today
        draft.participants = reader.number(
            "participants", words["log_participants"], in: 0...100_000)
        draft.subGoal = reader.choice("sub_goal", words["log_sub_goal"])
        draft.outcome = reader.text("outcome", words["log_outcome"], limit: 2000)
        draft.find = reader.text("find", words["log_find"], limit: 200) ?? ""
        draft.with = LogCounterpart(reader.form["with"])
        if draft.on > visit.today { reader.reject("on", words["refused_to_come"]) }
        return draft
    }

    // MARK: Showing

    func page(
        _ fields: [FormField], isWrong: Bool = false, problem: String? = nil,
        changes: [String] = []
    ) -> Reply {
        var hidden = [FormField("back", "", .hidden), FormField("confirmed", "", .hidden)]
        hidden[0].value = back
        hidden[1].value = "true"
        if let version {
            var field = FormField("version", "", .hidden)
            field.value = String(version)
            hidden.append(field)
        }
        let view = visit.formView(
            action: key.map { "/log/\($0)" } ?? "/log", fields: hidden + fields,
            submit: words[key == nil ? "log_submit" : "save"], cancel: back, problem: problem)
        return visit.page(
            "daylog",
            .init(
                title: words[key == nil ? "log_title" : "log_correct"], menu: "nav_day",
                trail: [(words["title"], back)], help: "day"),
            Model(form: view, changes: changes), status: isWrong ? .unprocessableContent : .ok)
    }

    struct Model: Sendable {
        let form: FormView
        let changes: [String]
    }
}
