import Agreements
import GRDB
import Register
import Rules

/// Makes an offer in two steps: which agreements go to whom, then a note of each.
enum HandoverOffering {
    /// An offer's agreements at once; fifty are a whole desk.
    private static let most = 100
    private static let noteLimit = 4000

    static func choose(_ visit: Visit) throws -> Reply {
        try choice(visit, visit.query, errors: [:])
    }

    static func chosen(_ visit: Visit) throws -> Reply {
        let words = visit.words
        var form = visit.formReader
        let agreements = visit.form.all("agreement").filter { !$0.isEmpty }
        if agreements.isEmpty { form.reject("agreement", words["error_agreement"]) }
        if agreements.count > most {
            form.reject("agreement", words["error_most", String(most)])
        }
        let receiver = visit.form["to"]
        if receiver.isEmpty { form.reject("to", words["error_choose", words["receiver_in"]]) }
        guard form.isValid else { return try choice(visit, visit.form, errors: form.errors) }
        let from = LocalPath.encode(visit.form["from"])
        let parts = agreements.map { "&agreement=\(LocalPath.encode($0))" }.joined()
        return .redirect(
            to: "/handovers/write?from=\(from)&to=\(LocalPath.encode(receiver))\(parts)")
    }

    static func write(_ visit: Visit) throws -> Reply {
        let draft = try HandoverDraft(visit, visit.query)
        return visit.page(
            "handoverwrite", Handovers.frame(visit.words["write_title"], in: visit.words),
            draft.view(visit, fields: draft.fields(visit.words)))
    }

    static func offer(_ visit: Visit) throws -> Reply {
        let words = visit.words
        let draft = try HandoverDraft(visit, visit.form)
        var form = visit.formReader
        let note = form.text("note", words["note"], limit: noteLimit)
        let items = draft.briefings.map { briefing in
            HandoverDeeds.Item(
                agreement: briefing.id,
                note: form.text("note-\(briefing.id)", briefing.id, limit: noteLimit))
        }
        func again(_ form: FormReader, _ problem: String? = nil) -> Reply {
            visit.incomplete(
                "handoverwrite", Handovers.frame(words["write_title"], in: words),
                draft.view(visit, fields: form.filled(draft.fields(words)), problem: problem))
        }
        guard form.isValid else { return again(form) }
        do {
            let key = try visit.write { db in
                let key = try HandoverDeeds(db, author: visit.author, at: visit.now)
                    .offer(items, from: draft.giver.id, to: draft.receiver.id, note: note)
                try HandoverLetters.offered(
                    key, of: items.count, to: draft.receiver.id, visit, in: db)
                return key
            }
            return .redirect(to: "/handovers/\(key)?said=offered")
        } catch RecordRefusal.identityNumber {
            return again(form, words["identity_somewhere"])
        } catch RecordRefusal.contradiction(let contradiction) {
            return again(form, problem(contradiction, words))
        } catch RecordRefusal.notNow(_, let id, _, _) {
            return again(form, words["problem_ended", id])
        }
    }

    private static func problem(_ contradiction: RecordContradiction, _ words: Words) -> String {
        switch contradiction {
        case .offeredAlready(let agreement, let user):
            words["problem_offered", agreement, user]
        case .notResponsible(let agreement, let user):
            words["problem_responsible", agreement, user]
        case .inactive(let user): words["problem_inactive", user]
        default: words["problem_other"]
        }
    }

    private static func choice(_ visit: Visit, _ given: Form, errors: [String: String]) throws
        -> Reply
    {
        let words = visit.words
        let reader = try visit.reader
        let units = HandoverReading.writableUnits(visit)
        let found = try visit.read { db in
            let selection = HandoverSelection(db: db)
            let givers = try selection.givers(in: units, on: visit.today)
            let wanted =
                try given["from"].isEmpty
                ? selection.responsible(for: given["agreement"]) ?? reader.id : given["from"]
            let giver = givers.first { $0.id == wanted } ?? givers.first { $0.id == reader.id }
            return (
                givers: givers, giver: giver,
                agreements: try giver.map { try selection.agreements(of: $0.id, in: units) } ?? [],
                receivers: try selection.receivers(
                    for: units, except: giver?.id ?? "", on: visit.today)
            )
        }
        let view = HandoverChoice(
            givers: found.givers, giver: found.giver, agreements: found.agreements,
            receivers: found.receivers
        ).view(visit, given, errors: errors)
        let frame = Handovers.frame(words["new_title"], in: words)
        return errors.isEmpty
            ? visit.page("handovernew", frame, view) : visit.incomplete("handovernew", frame, view)
    }
}
