import Agreements
import GRDB
import Register
import Rules

/// Forms in which the terms of an agreement are written: new, change, amend, renew.
enum TermsPages {
    private static let write = Access.right(.write, .agreement, .agreement)

    static let routes: [Route] = [
        .get("/agreements/new", .right(.write, .agreement, .some)) { try new($0).show() },
        .post("/agreements/new", .right(.write, .agreement, .some)) { visit in
            try new(visit).accept()
        },
        .get("/agreements/:agreement/edit", write) { try edit($0).show() },
        .post("/agreements/:agreement/edit", write) { try edit($0).accept() },
        .get("/agreements/:agreement/amend", write, showAmendment),
        .post("/agreements/:agreement/amend", write, acceptAmendment),
        .get("/agreements/:agreement/renew", write) { try renew($0).show() },
        .post("/agreements/:agreement/renew", write) { try renew($0).accept() },
    ]

    /// A form of terms and the deed that it ends in.
    private struct TermsForm {
        let form: RecordForm
        let fields: AgreementForm
        let terms: AgreementTerms
        let isSigned: Bool
        let deed: (Database, AgreementTerms, RecordVersion?) throws -> String

        func show() -> Reply { form.show(fields.fields(terms, isSigned: isSigned)) }

        func accept() throws -> Reply {
            try form.accept(fields.fields(terms, isSigned: isSigned)) { reader in
                fields.read(&reader, isSigned: isSigned)
            } write: { db, terms, version in
                try deed(db, terms, version)
            }
        }
    }

    // MARK: New

    private static func new(_ visit: Visit) throws -> TermsForm {
        let reader = try visit.reader
        let units = Rights.units(
            role: reader.role, unit: reader.unit, action: .write, kind: .agreement)
        guard let unit = units.first else { throw PageError.forbidden }
        let words = visit.words
        let choices = try visit.read { try AgreementChoices(unit: unit, in: $0) }
        var terms = AgreementTerms(title: "", kind: .municipal, parties: [])
        terms.responsible = choices.people.contains { $0.id == reader.id } ? reader.id : nil
        let frame = Visit.Frame(
            title: words["do_new"], menu: "nav_agreements",
            trail: [(words["nav_agreements"], "/agreements")], help: "agreement")
        return TermsForm(
            form: RecordForm(
                visit: visit, frame: frame, action: "/agreements/new", cancel: "/agreements",
                submit: words["save"]),
            fields: AgreementForm(words: words, choices: choices), terms: terms, isSigned: false
        ) { db, terms, _ in
            let id = try visit.agreements(db).draft(terms, owner: unit)
            return AgreementHead.path(of: id) + "?said=drafted"
        }
    }

    // MARK: Existing

    /// What the forms of an existing agreement begin with.
    private struct Existing {
        let head: AgreementHead
        let record: AgreementRecord
        let fields: AgreementForm

        init(_ visit: Visit) throws {
            let id = try visit.parameter("agreement")
            (head, record, fields) = try visit.read { db in
                let head = try AgreementHead(id, in: db)
                let choices = try AgreementChoices(
                    unit: head.owner, agreement: head.key, in: db)
                return (
                    head, try AgreementRecord(id, in: db),
                    AgreementForm(words: visit.words, choices: choices)
                )
            }
        }

        func form(_ visit: Visit, _ page: String, title: String, intro: String) -> RecordForm {
            let view = AgreementHeadView(visit: visit, head: head, tab: .overview)
            return RecordForm(
                visit: visit, frame: view.frame(of: visit.words[title]),
                action: head.path(page), cancel: head.path(), submit: visit.words["save"],
                intro: visit.words[intro], version: record.version)
        }
    }

    private static func edit(_ visit: Visit) throws -> TermsForm {
        let existing = try Existing(visit)
        let (id, isSigned) = (existing.head.id, existing.head.status == .active)
        return TermsForm(
            form: existing.form(visit, "edit", title: "do_edit", intro: "intro_edit"),
            fields: existing.fields, terms: existing.record.terms, isSigned: isSigned
        ) { db, terms, version in
            var terms = terms
            if !isSigned {
                terms.signedOn = existing.record.terms.signedOn
                terms.counterpartSignatory = existing.record.terms.counterpartSignatory
            }
            try visit.agreements(db).edit(id, to: terms, expecting: version)
            return existing.head.path() + "?said=saved"
        }
    }

    private static func showAmendment(_ visit: Visit) throws -> Reply {
        let existing = try Existing(visit)
        return existing.form(visit, "amend", title: "do_amend", intro: "intro_amend")
            .show(amendmentFields(existing, visit))
    }

    private static func acceptAmendment(_ visit: Visit) throws -> Reply {
        let existing = try Existing(visit)
        let fields = existing.fields
        let form = existing.form(visit, "amend", title: "do_amend", intro: "intro_amend")
        return try form.accept(amendmentFields(existing, visit)) { reader -> Amendment? in
            let agreedOn = reader.day("agreed_on", fields.name("agreed_on"), isRequired: true)
            let text = reader.text("text", fields.name("text"), isRequired: true, limit: 4000)
            guard let terms = fields.read(&reader, isSigned: true), let agreedOn, let text
            else { return nil }
            return Amendment(terms: terms, agreedOn: agreedOn, text: text)
        } write: { db, amendment, version in
            try visit.agreements(db).amend(
                existing.head.id, to: amendment.terms, agreedOn: amendment.agreedOn,
                text: amendment.text, expecting: version)
            return existing.head.path() + "?said=amended"
        }
    }

    private struct Amendment {
        let terms: AgreementTerms
        let agreedOn: Day
        let text: String
    }

    private static func amendmentFields(_ existing: Existing, _ visit: Visit) -> [FormField] {
        let fields = existing.fields
        return [
            fields.field("agreed_on", .day, visit.today.description, isRequired: true),
            fields.field(
                "text", .area(rows: 3), "", hint: visit.words["hint_text"], isRequired: true),
        ] + fields.fields(existing.record.terms, isSigned: true)
    }

    private static func renew(_ visit: Visit) throws -> TermsForm {
        let existing = try Existing(visit)
        let terms = try visit.read {
            try visit.agreements($0).renewalTerms(of: existing.head.id)
        }
        return TermsForm(
            form: existing.form(visit, "renew", title: "do_renew", intro: "intro_renew"),
            fields: existing.fields, terms: terms, isSigned: false
        ) { db, terms, _ in
            let id = try visit.agreements(db).renew(existing.head.id, terms: terms)
            return AgreementHead.path(of: id) + "?said=renewed"
        }
    }
}

extension Visit {
    /// Deeds of this visit's reader in a transaction.
    func agreements(_ db: Database) -> AgreementDeeds {
        AgreementDeeds(db, author: author, at: now)
    }
}
