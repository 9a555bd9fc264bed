import Agreements
import Rules

/// An offer that is being written: who gives what to whom, checked against the reader's rights.
struct HandoverDraft {
    let giver: HandoverSelection.Person
    let receiver: HandoverSelection.Person
    let briefings: [HandoverBriefing]
    private let today: Day

    /// Throws `PageError.notFound` where the address names nobody or nothing that can be handed
    /// over by the reader.
    init(_ visit: Visit, _ given: Form) throws {
        let units = HandoverReading.writableUnits(visit)
        let wanted = Set(given.all("agreement"))
        today = visit.today
        let today = today
        let found = try visit.read { db in
            let selection = HandoverSelection(db: db)
            let from = given["from"]
            let agreements = try selection.agreements(of: from, in: units)
                .filter { wanted.contains($0.id) }
            return (
                giver: try selection.givers(in: units, on: today).first { $0.id == from },
                receiver: try selection.receivers(for: units, except: from, on: today)
                    .first { $0.id == given["to"] },
                briefings: try agreements.compactMap {
                    try HandoverBriefing($0.id, on: today, in: db)
                }
            )
        }
        guard let giver = found.giver, let receiver = found.receiver, !found.briefings.isEmpty
        else { throw PageError.notFound }
        self.giver = giver
        self.receiver = receiver
        briefings = found.briefings
    }

    func fields(_ words: Words) -> [FormField] {
        var from = FormField("from", "", .hidden)
        from.value = giver.id
        var to = FormField("to", "", .hidden)
        to.value = receiver.id
        var note = FormField("note", words["note"], .area(rows: 3))
        note.hint = words["note_hint"]
        return [from, to, note] + briefings.flatMap { briefing in parts(briefing, words) }
    }

    private func parts(_ briefing: HandoverBriefing, _ words: Words) -> [FormField] {
        var number = FormField("agreement", "", .hidden)
        number.value = briefing.id
        var text = FormField(
            "note-\(briefing.id)", "\(briefing.id) \(briefing.title)", .area(rows: 9))
        text.value = briefing.note(words, on: today)
        return [number, text]
    }

    func view(_ visit: Visit, fields: [FormField], problem: String? = nil) -> Model {
        let words = visit.words
        // Every agreement has a hidden field of the same name, which is not filled from the form.
        let numbers = briefings.map(\.id)
        var left = numbers[...]
        let kept = fields.map { field in
            var field = field
            if field.name == "agreement", let number = left.popFirst() { field.value = number }
            return field
        }
        var form = visit.formView(
            action: "/handovers/write", fields: kept, submit: words["send_offer"],
            cancel: "/handovers", problem: problem)
        form.note = words["identity_hint"]
        return Model(
            intro: words["write_intro", giver.name, receiver.name],
            away: receiver.isThere ? nil : words["receiver_away", receiver.name], form: form)
    }

    struct Model: Sendable {
        let intro: String
        /// Said where the receiver is on leave today.
        let away: String?
        let form: FormView
    }
}
