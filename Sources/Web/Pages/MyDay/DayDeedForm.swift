import Agreements
import GRDB
import Register
import Rules

/// One of the forms that record an outcome: what it asks for, and the deed that it is for.
struct DayDeedForm {
    enum Deed: String, CaseIterable, Sendable {
        case held
        case done
        case postpone
        case move
        case assign
    }

    /// What was typed, once it is known to be right.
    struct Input {
        var day: Day?
        var text: String?
        var person: String?
    }

    let visit: Visit
    let deed: Deed
    let record: DayRecord
    let colleagues: [DayColleague]

    init(_ visit: Visit, _ deed: Deed, _ kind: DayRecord.Kind) throws {
        self.visit = visit
        self.deed = deed
        let key = try visit.key()
        (record, colleagues) = try visit.read { db in
            let record = try DayRecord(kind, key: key, in: db)
            guard deed == .assign else { return (record, []) }
            let but = kind == .meeting ? record.agreementResponsible : record.responsible
            return (record, try DayColleague.all(of: record.owner, but: but, in: db))
        }
    }

    var words: Words { visit.words }

    // MARK: Fields

    var fields: [FormField] {
        switch deed {
        case .held: [day("on", visit.today), text("minutes", isRequired: false)]
        case .done:
            record.kind == .measure
                ? [day("on", visit.today), text("result", isRequired: false)]
                : [day("on", visit.today)]
        case .postpone, .move: [text("reason", isRequired: true), day("to", suggestions[0])]
        case .assign: [person, text("reason", isRequired: true)]
        }
    }

    /// Days to choose with one press: in a week, in two, in a month, all of them working days.
    var suggestions: [Day] {
        guard deed == .postpone || deed == .move else { return [] }
        let start = max(visit.today, record.dueOn)
        let calendar = visit.site.rulebook.calendar
        return [start.adding(days: 7), start.adding(days: 14), start.adding(months: 1)]
            .map { calendar.nextWorkingDay(onOrAfter: $0) }
    }

    var suggestionLabels: [String] {
        suggestions.enumerated().map { index, day in
            words["suggest_\(index)", words.weekday(day), words.date(day)]
        }
    }

    private func day(_ name: String, _ value: Day) -> FormField {
        var field = FormField(name, words["field_\(name)_\(deed.rawValue)"], .day)
        field.value = value.description
        field.isRequired = true
        return field
    }

    private func text(_ name: String, isRequired: Bool) -> FormField {
        var field = FormField(name, words["field_\(name)"], .area(rows: 2))
        field.hint = words["hint_free_text"]
        field.isRequired = isRequired
        field.isFocused = isRequired && deed != .assign
        return field
    }

    private var person: FormField {
        let options = colleagues.map { FormField.Option(value: $0.id, label: $0.name) }
        var field = FormField(
            "to", words["field_to_assign"],
            .select([FormField.Option(value: "", label: words["choose"])] + options))
        field.isRequired = true
        return field
    }

    // MARK: Reading

    /// A pressed suggestion goes before what stands in the field.
    func read(_ reader: inout FormReader) -> Input? {
        var input = Input()
        switch deed {
        case .held, .done:
            input.day = reader.day("on", words["field_on_\(deed.rawValue)"], isRequired: true)
            let name = deed == .held ? "minutes" : "result"
            input.text = reader.text(name, words["field_\(name)"], limit: 4000)
        case .postpone, .move:
            let pick = WrittenDay.read(visit.form["pick"])
            input.day =
                pick ?? reader.day("to", words["field_to_\(deed.rawValue)"], isRequired: true)
            input.text = reader.text("reason", words["field_reason"], isRequired: true)
        case .assign:
            input.person = reader.text("to", words["field_to_assign"], isRequired: true)
            if let person = input.person, !colleagues.contains(where: { $0.id == person }) {
                reader.reject("to", words["error_choose", words["field_to_assign"]])
            }
            input.text = reader.text("reason", words["field_reason"], isRequired: true)
        }
        return reader.isValid ? input : nil
    }

    // MARK: Writing

    func perform(_ input: Input, expecting version: RecordVersion?, in db: Database) throws {
        let log = WorkLog(db, author: visit.author, at: visit.now)
        let day = input.day ?? visit.today
        switch (deed, record.kind) {
        case (.held, _):
            try log.hold(meeting: record.id, on: day, minutes: input.text, expecting: version)
        case (.postpone, _):
            try log.postpone(
                meeting: record.id, to: day, decidedOn: visit.today, reason: input.text ?? "",
                expecting: version)
        case (.done, .measure):
            try log.finish(
                measure: record.id, on: day, result: input.text, expecting: version)
        case (.done, _):
            try log.finish(followUp: record.id, on: day, expecting: version)
        case (.move, .measure):
            try PlanDeeds(db, author: visit.author, at: visit.now).reschedule(
                measure: record.id, to: day, reason: input.text ?? "", expecting: version)
        case (.move, _):
            try FollowUpDeeds(db, author: visit.author, at: visit.now).reschedule(
                record.id, to: day, reason: input.text ?? "", expecting: version)
        case (.assign, _): try assign(input, expecting: version, in: db)
        }
    }

    /// A meeting is its agreement's: whoever is not to see to it hands the agreement over.
    private func assign(_ input: Input, expecting version: RecordVersion?, in db: Database) throws {
        let person = input.person ?? ""
        switch record.kind {
        case .meeting:
            guard let giver = record.agreementResponsible, giver == visit.session?.user.id else {
                throw RecordRefusal.contradiction(
                    .notResponsible(agreement: record.agreement, user: visit.author.actor))
            }
            let key = try HandoverDeeds(db, author: visit.author, at: visit.now).offer(
                [HandoverDeeds.Item(agreement: record.agreement)],
                from: giver, to: person, note: input.text)
            try HandoverLetters.offered(key, of: 1, to: person, visit, in: db)
        case .measure:
            try PlanDeeds(db, author: visit.author, at: visit.now).reassign(
                measure: record.id, to: person, because: input.text, expecting: version)
        case .followUp:
            try FollowUpDeeds(db, author: visit.author, at: visit.now).reassign(
                record.id, to: person, because: input.text, expecting: version)
        }
    }
}
