import Agreements
import Mustache
import Register

/// The page of one form that records an outcome.
struct DayDeedPage {
    let form: DayDeedForm
    let back: String
    let version: Int64

    private var visit: Visit { form.visit }
    private var words: Words { form.words }
    private var record: DayRecord { form.record }

    func reply(_ fields: [FormField], isWrong: Bool = false) -> Reply {
        page(fields, version: version, isWrong: isWrong)
    }

    /// Somebody else changed the record: what they changed is shown, and the next try is made
    /// with it in sight.
    func conflict(_ moved: MovedOn, _ reader: FormReader) -> Reply {
        let text = DayChangeText(words: words)
        return page(
            filled(reader), version: moved.current.seq, isWrong: true,
            problem: words["conflict"], changes: moved.changes.map(text.sentence))
    }

    func refused(_ refusal: RecordRefusal, _ reader: FormReader) -> Reply {
        var reader = reader
        let (field, sentence) = DayRefusal(words: words).said(refusal, of: form.deed)
        guard let field, form.fields.contains(where: { $0.name == field }) else {
            return page(filled(reader), version: version, isWrong: true, problem: sentence)
        }
        reader.reject(field, sentence)
        return page(filled(reader), version: version, isWrong: true)
    }

    /// The fields with what was typed; a pressed suggestion stands in its field, and one that a
    /// line's button did not send keeps its default.
    func filled(_ reader: FormReader) -> [FormField] {
        let shown = form.fields
        return zip(reader.filled(shown), shown).map { field, original in
            var field = field
            if !reader.form.has(field.name) { field.value = original.value }
            if field.name == "to", let pick = WrittenDay.read(reader.form["pick"]) {
                field.value = pick.description
            }
            return field
        }
    }

    private func page(
        _ fields: [FormField], version: Int64, isWrong: Bool = false, problem: String? = nil,
        changes: [String] = []
    ) -> Reply {
        var hidden = [FormField("version", "", .hidden), FormField("back", "", .hidden)]
        hidden[0].value = String(version)
        hidden[1].value = back
        let title = words["form_\(form.deed.rawValue)_\(record.kind.rawValue)"]
        var view = visit.formView(
            action: "/day/\(record.kind.plural)/\(record.key)/\(form.deed.rawValue)",
            fields: hidden + fields, submit: words["submit_\(form.deed.rawValue)"], cancel: back,
            problem: problem)
        view.others = zip(form.suggestions, form.suggestionLabels).map {
            FormView.Button(name: "pick", value: $0.description, label: $1)
        }
        let model = Model(
            form: isUsable ? view : nil, facts: facts, changes: changes,
            closed: isUsable ? nil : closedText, back: back)
        return visit.page(
            "daydeed",
            .init(
                title: title, menu: "nav_day", trail: [(words["title"], back)], help: "day"),
            model, status: isWrong ? .unprocessableContent : .ok)
    }

    /// Whether there is anything left to record.
    private var isUsable: Bool {
        record.isOpen && (form.deed != .assign || canAssign)
    }

    private var canAssign: Bool {
        record.kind != .meeting || record.agreementResponsible == visit.session?.user.id
    }

    private var closedText: String {
        record.isOpen
            ? words["closed_assign", record.agreementResponsible ?? words["nobody"]]
            : words["closed", words["status_\(record.status)"]]
    }

    private var facts: [Model.Fact] {
        let name = DayName(words: words, today: visit.today)
        let kind =
            record.kind == .meeting
            ? words["meeting_\(record.sort)"] : words["kind_\(record.kind.rawValue)"]
        return [
            Model.Fact(name: kind, value: record.title ?? words["no_theme"]),
            Model.Fact(
                name: words["agreement"],
                value: "\(name.parties(record.parties, or: record.agreementTitle)), "
                    + record.agreement),
            Model.Fact(
                name: words[record.kind == .meeting ? "planned_for" : "due"],
                value: words.longDate(record.dueOn)),
        ]
    }

    struct Model: Sendable {
        let form: FormView?
        let facts: [Fact]
        let changes: [String]
        let closed: String?
        let back: String

        struct Fact: Sendable {
            let name: String
            let value: String
        }
    }
}

/// Says what somebody else changed of a record.
struct DayChangeText {
    let words: Words

    func sentence(_ change: RecordChange) -> String {
        guard !change.isAddition else {
            return words[
                "change_added", change.actor, words.known("table_\(change.row.table)") ?? ""]
        }
        let fields = change.fields.map { field in
            words[
                "change_field", words.known("column_\(field.field)") ?? field.field,
                value(field.before), value(field.after)]
        }
        return words["change_by", change.actor, fields.joined(separator: "; ")]
    }

    private func value(_ text: String?) -> String {
        guard let text, !text.isEmpty else { return words["change_nothing"] }
        if let day = Day(text) { return words.date(day) }
        return words.known("status_\(text)") ?? text
    }
}

/// Says why a deed was refused, and which field it is about.
struct DayRefusal {
    let words: Words

    func said(_ refusal: RecordRefusal, of deed: DayDeedForm.Deed) -> (
        field: String?, sentence: String
    ) {
        let day = deed == .postpone || deed == .move ? "to" : "on"
        switch refusal {
        case .toCome: return (day, words["refused_to_come"])
        case .daysReversed, .contradiction(.movedBeforeDecision):
            return (day, words["refused_past"])
        case .contradiction(.plannedAlready), .contradiction(.sameDay):
            return (day, words["refused_same_day"])
        case .contradiction(.noReason):
            return ("reason", words["error_required", words["field_reason"]])
        case .contradiction(.samePersonAlready), .contradiction(.inactive):
            return ("to", words["refused_person"])
        case .contradiction(.offeredAlready(_, let user)):
            return (nil, words["refused_offered", user])
        case .contradiction(.notResponsible): return (nil, words["refused_not_responsible"])
        case .contradiction(.laterDecision(_, let latest, _)):
            return (nil, words["refused_later", words.date(latest)])
        case .identityNumber(let field):
            let name = ["minutes", "result"].contains(field) ? field : "reason"
            return (name, words["error_identity", words["field_\(name)"]])
        case .notNow(_, _, let state, _):
            return (nil, words["closed", words.known("status_\(state)") ?? state])
        default: return (nil, words["refused"])
        }
    }
}
