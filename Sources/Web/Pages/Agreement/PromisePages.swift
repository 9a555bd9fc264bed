import Agreements
import GRDB
import Register

/// The promises of both sides: commitments, follow-ups and measures, and their forms.
enum PromisePages {
    static let routes: [Route] =
        [.page("/agreements/:agreement/promises", .right(.read, .agreement, .agreement), list)]
        + forms(
            "/agreements/:agreement/commitments/new", .right(.write, .commitment, .agreement),
            addCommitment)
        + forms(
            "/commitments/:key/edit", .right(.write, .commitment, .record(.commitment)),
            editCommitment)
        + forms(
            "/agreements/:agreement/followups/new", .right(.write, .followUp, .agreement),
            addFollowUp)
        + forms(
            "/followups/:key/edit", .right(.write, .followUp, .record(.followup)),
            editFollowUp)

    /// The two routes of one form.
    static func forms(
        _ path: String, _ access: Access,
        _ answer: @escaping @Sendable (Visit, Bool) throws -> Reply
    ) -> [Route] {
        [
            .get(path, access) { try answer($0, false) },
            .post(path, access) { try answer($0, true) },
        ]
    }

    // MARK: List

    private static func list(_ visit: Visit) throws -> Reply {
        let id = try visit.parameter("agreement")
        let (head, commitments, promises) = try visit.read { db in
            let head = try AgreementHead(id, in: db)
            return (
                head, try AgreementOverview.CommitmentLine.all(of: head.key, in: db),
                try Promise.all(of: head.key, in: db)
            )
        }
        let view = AgreementHeadView(visit: visit, head: head, tab: .promises)
        let lines = PromiseLines(visit: visit, mayWrite: view.mayWrite && head.isOpen)
        return visit.page(
            "agreement_promises", view.frame,
            [
                "head": view.model, "may_write": view.mayWrite && head.isOpen,
                "commitments": commitments.map { commitment -> [String: Any] in
                    [
                        "text": commitment.text,
                        "side": visit.words.name(commitment.side),
                        "is_measurable": commitment.isMeasurable,
                        "edit_path": "/commitments/\(commitment.key)/edit",
                    ]
                },
                "open": lines.model(promises.filter(\.isOpen)),
                "finished": lines.model(promises.filter { !$0.isOpen }.reversed()),
                "new_commitment_path": head.path("commitments/new"),
                "new_followup_path": head.path("followups/new"),
            ] as [String: Any])
    }

    // MARK: Commitments

    private static func addCommitment(_ visit: Visit, isPosted: Bool) throws -> Reply {
        let under = try UnderAgreement(visit)
        let shown = commitmentFields(under, nil)
        let form = under.form(
            "new_commitment", action: under.head.path("commitments/new"),
            back: under.head.path("promises"))
        guard isPosted else { return form.show(shown) }
        return try form.accept(shown) {
            readCommitment(&$0, under)
        } write: { db, typed, _ in
            var commitment = typed
            commitment.agreement = under.head.id
            try CommitmentDeeds(db, author: visit.author, at: visit.now).add(commitment)
            return under.head.path("promises") + "?said=saved"
        }
    }

    private static func editCommitment(_ visit: Visit, isPosted: Bool) throws -> Reply {
        let under = try UnderAgreement(visit, of: .commitment)
        let key = try visit.key()
        let held = try visit.read {
            try AgreementOverview.CommitmentLine.all(of: under.head.key, in: $0)
        }.first { $0.key == key }
        guard let held else { throw PageError.notFound }
        let shown = commitmentFields(under, held)
        let form = under.form(
            "edit_commitment", action: "/commitments/\(key)/edit",
            back: under.head.path("promises"), version: try under.version("commitment", key))
        guard isPosted else { return form.show(shown) }
        return try form.accept(shown) {
            readCommitment(&$0, under)
        } write: { db, typed, version in
            try CommitmentDeeds(db, author: visit.author, at: visit.now).edit(
                held.id, by: typed.by, text: typed.text, isMeasurable: typed.isMeasurable,
                expecting: version)
            return under.head.path("promises") + "?said=saved"
        }
    }

    private static func commitmentFields(
        _ under: UnderAgreement, _ held: AgreementOverview.CommitmentLine?
    ) -> [FormField] {
        var measurable = FormField("measurable", under.words["field_measurable"], .checkbox)
        measurable.value = held?.isMeasurable == true ? "true" : ""
        return [
            under.fields.field(
                "text", .area(rows: 3), held?.text, hint: under.words["hint_text"],
                isRequired: true),
            under.side(held?.side), measurable,
        ]
    }

    private static func readCommitment(_ reader: inout FormReader, _ under: UnderAgreement)
        -> Commitment?
    {
        let fields = under.fields
        let text = reader.text("text", fields.name("text"), isRequired: true, limit: 2000)
        let side = reader.choice("side", fields.name("side"), of: Side.self, isRequired: true)
        guard let text, let side else { return nil }
        return Commitment(
            id: "", agreement: under.head.id, by: side, text: text,
            isMeasurable: reader.flag("measurable"))
    }

    // MARK: Follow-ups

    private static func addFollowUp(_ visit: Visit, isPosted: Bool) throws -> Reply {
        let under = try UnderAgreement(visit)
        let shown =
            followUpFields(under, nil) + [
                under.fields.field("due_on", .day, nil, isRequired: true)
            ]
        let form = under.form(
            "new_followup", action: under.head.path("followups/new"),
            back: under.head.path("promises"))
        guard isPosted else { return form.show(shown) }
        return try form.accept(shown) { reader -> (FollowUpTerms, Day)? in
            let dueOn = reader.day("due_on", under.fields.name("due_on"), isRequired: true)
            guard let terms = readFollowUp(&reader, under), let dueOn else { return nil }
            return (terms, dueOn)
        } write: { db, typed, _ in
            try FollowUpDeeds(db, author: visit.author, at: visit.now).add(
                to: under.head.id, title: typed.0.title, by: typed.0.side,
                responsible: typed.0.responsible, dueOn: typed.1)
            return under.head.path("promises") + "?said=saved"
        }
    }

    private static func editFollowUp(_ visit: Visit, isPosted: Bool) throws -> Reply {
        let under = try UnderAgreement(visit, of: .followup)
        let key = try visit.key()
        let held = try visit.read { try Promise.held(.followUp, key: key, in: $0) }
        let shown = followUpFields(under, held)
        var form = under.form(
            "edit_followup", action: "/followups/\(key)/edit", back: under.head.path("promises"),
            version: try under.version("followup", key))
        form.other = (visit.words["reschedule"], "/followups/\(key)/reschedule")
        guard isPosted else { return form.show(shown) }
        return try form.accept(shown) {
            readFollowUp(&$0, under)
        } write: { db, typed, version in
            try FollowUpDeeds(db, author: visit.author, at: visit.now).edit(
                held.id, title: typed.title, by: typed.side, responsible: typed.responsible,
                expecting: version)
            return under.head.path("promises") + "?said=saved"
        }
    }

    private struct FollowUpTerms {
        let title: String
        let side: Side
        let responsible: String?
    }

    private static func followUpFields(_ under: UnderAgreement, _ held: Promise?) -> [FormField] {
        [
            under.fields.field(
                "title", .text(), held?.title, hint: under.words["hint_text"],
                isRequired: true),
            under.side(held?.side), under.fields.person("responsible", held?.responsibleID),
        ]
    }

    private static func readFollowUp(_ reader: inout FormReader, _ under: UnderAgreement)
        -> FollowUpTerms?
    {
        let fields = under.fields
        let title = reader.text("title", fields.name("title"), isRequired: true, limit: 500)
        let side = reader.choice("side", fields.name("side"), of: Side.self, isRequired: true)
        let responsible = fields.readPerson("responsible", &reader)
        guard let title, let side else { return nil }
        return FollowUpTerms(title: title, side: side, responsible: responsible)
    }
}
