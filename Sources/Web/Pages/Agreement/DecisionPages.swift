import Agreements
import GRDB
import Register

/// The forms of what a meeting decided.
enum DecisionPages {
    private static let write = Access.right(.write, .meeting, .record(.meeting))

    static let routes: [Route] =
        PromisePages.forms("/meetings/:key/decisions/new", write, add)
        + PromisePages.forms("/meetings/:key/decisions/:decision", write, edit)
        + PromisePages.forms("/meetings/:key/decisions/:decision/followup", write, makeFollowUp)

    private static func add(_ visit: Visit, isPosted: Bool) throws -> Reply {
        let (under, record) = try MeetingPages.meeting(visit)
        let shown = fields(under, nil)
        let form = under.form(
            "new_decision", action: "\(record.line.path)/decisions/new", back: record.line.path)
        guard isPosted else { return form.show(shown) }
        return try form.accept(shown) {
            read(&$0, under)
        } write: { db, terms, _ in
            try MeetingPages.deeds(visit, db).decide(terms, in: record.line.id)
            return record.line.path + "?said=saved"
        }
    }

    private static func edit(_ visit: Visit, isPosted: Bool) throws -> Reply {
        let (under, record) = try MeetingPages.meeting(visit)
        let decision = try decision(visit, record)
        let shown = fields(under, decision)
        let form = under.form(
            "edit_decision", action: "\(record.line.path)/decisions/\(decision.key)",
            back: record.line.path, version: try under.version("decision", decision.key))
        guard isPosted else { return form.show(shown) }
        return try form.accept(shown) {
            read(&$0, under)
        } write: { db, terms, version in
            try MeetingPages.deeds(visit, db).edit(
                decision: decision.key, to: terms, expecting: version)
            return record.line.path + "?said=saved"
        }
    }

    private static func makeFollowUp(_ visit: Visit, isPosted: Bool) throws -> Reply {
        let (under, record) = try MeetingPages.meeting(visit)
        let decision = try decision(visit, record)
        var form = under.form(
            "make_followup", action: "\(record.line.path)/decisions/\(decision.key)/followup",
            back: record.line.path, submit: "make_followup")
        form.intro = decision.text
        guard isPosted else { return form.show([]) }
        return try form.accept([]) { _ in
            true
        } write: { db, _, _ in
            try MeetingPages.deeds(visit, db).followUp(decision: decision.key)
            return record.line.path + "?said=saved"
        }
    }

    // MARK: Steps

    /// A decision of this meeting and of no other.
    private static func decision(_ visit: Visit, _ record: MeetingRecord) throws
        -> MeetingRecord.Decision
    {
        let key = Int64(try visit.parameter("decision"))
        guard let decision = record.decisions.first(where: { $0.key == key }) else {
            throw PageError.notFound
        }
        return decision
    }

    private static func fields(_ under: UnderAgreement, _ held: MeetingRecord.Decision?)
        -> [FormField]
    {
        [
            under.fields.field(
                "text", .area(rows: 3), held?.text, hint: under.words["hint_text"],
                isRequired: true),
            under.side(held?.side), under.fields.person("responsible", held?.responsibleID),
            under.fields.field("due_on", .day, held?.dueOn?.description),
        ]
    }

    private static func read(_ reader: inout FormReader, _ under: UnderAgreement)
        -> MeetingDeeds.DecisionTerms?
    {
        let fields = under.fields
        let text = reader.text("text", fields.name("text"), isRequired: true, limit: 2000)
        let side = reader.choice("side", fields.name("side"), of: Side.self, isRequired: true)
        let responsible = fields.readPerson("responsible", &reader)
        let dueOn = reader.day("due_on", fields.name("due_on"))
        guard let text, let side else { return nil }
        return MeetingDeeds.DecisionTerms(
            text: text, by: side, responsible: responsible, dueOn: dueOn)
    }
}
