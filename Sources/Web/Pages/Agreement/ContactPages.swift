import Agreements
import GRDB
import Register

/// Forms in which the contact persons of an agreement's parties are written.
///
/// A party may have agreements with several units; whoever may write one of its agreements may
/// write its contacts.
enum ContactPages {
    private static let write = Access.right(.write, .contact, .agreement)

    static let routes: [Route] = [
        .get("/agreements/:agreement/contacts/new", write) { try add($0, isPosted: false) },
        .post("/agreements/:agreement/contacts/new", write) { try add($0, isPosted: true) },
        .get("/agreements/:agreement/contacts/:contact", write) {
            try edit($0, isPosted: false)
        },
        .post("/agreements/:agreement/contacts/:contact", write) {
            try edit($0, isPosted: true)
        },
        .get("/agreements/:agreement/contacts/:contact/anonymise", write) {
            try anonymise($0, isPosted: false)
        },
        .post("/agreements/:agreement/contacts/:contact/anonymise", write) {
            try anonymise($0, isPosted: true)
        },
    ]

    private static func deeds(_ visit: Visit, _ db: Database) -> ContactDeeds {
        ContactDeeds(db, author: visit.author, at: visit.now)
    }

    private static func add(_ visit: Visit, isPosted: Bool) throws -> Reply {
        let under = try UnderAgreement(visit)
        let parties = try parties(under)
        var party = FormField(
            "party", visit.words["field_parties"],
            .select(parties.map { FormField.Option(value: $0.id, label: $0.name) }))
        party.value = parties.first?.id ?? ""
        let shown = [party] + fields(under, nil)
        let form = under.form(
            "new_contact", action: under.head.path("contacts/new"), back: under.head.path())
        guard isPosted else { return form.show(shown) }
        return try form.accept(shown) { reader -> Contact? in
            let chosen = reader.form["party"]
            guard parties.contains(where: { $0.id == chosen }) else {
                reader.reject("party", visit.words["error_choose", party.label])
                return nil
            }
            return read(&reader, under, party: chosen)
        } write: { db, contact, _ in
            try deeds(visit, db).add(contact)
            return under.head.path() + "?said=saved"
        }
    }

    private static func edit(_ visit: Visit, isPosted: Bool) throws -> Reply {
        let under = try UnderAgreement(visit)
        let (party, contact) = try contact(under)
        let path = under.head.path("contacts/\(contact.key)")
        let shown = fields(under, contact)
        var form = under.form(
            "edit_contact", action: path, back: under.head.path(),
            version: try under.version("contact", contact.key))
        form.other = (visit.words["anonymise_contact"], "\(path)/anonymise")
        guard isPosted else { return form.show(shown) }
        return try form.accept(shown) { reader in
            read(&reader, under, party: party)
        } write: { db, changed, version in
            try deeds(visit, db).edit(contact.key, to: changed, expecting: version)
            return under.head.path() + "?said=saved"
        }
    }

    private static func anonymise(_ visit: Visit, isPosted: Bool) throws -> Reply {
        let under = try UnderAgreement(visit)
        let (_, contact) = try contact(under)
        let form = under.form(
            "anonymise_contact",
            action: under.head.path("contacts/\(contact.key)/anonymise"),
            back: under.head.path("contacts/\(contact.key)"), submit: "anonymise",
            intro: "intro_anonymise")
        guard isPosted else { return form.show([]) }
        return try form.accept([]) { _ in
            true
        } write: { db, _, _ in
            try deeds(visit, db).anonymise(contact.key)
            return under.head.path() + "?said=anonymised"
        }
    }

    // MARK: Steps

    private static func parties(_ under: UnderAgreement) throws
        -> [AgreementOverview.CounterpartLine]
    {
        try under.visit.read { try AgreementOverview.parties(of: under.head.key, in: $0) }
    }

    /// A contact person of one of the agreement's own parties.
    private static func contact(_ under: UnderAgreement) throws
        -> (party: String, contact: AgreementOverview.ContactLine)
    {
        let key = Int64(try under.visit.parameter("contact"))
        for party in try parties(under) {
            if let contact = party.contacts.first(where: { $0.key == key }) {
                return (party.id, contact)
            }
        }
        throw PageError.notFound
    }

    private static func fields(
        _ under: UnderAgreement, _ contact: AgreementOverview.ContactLine?
    ) -> [FormField] {
        let fields = under.fields
        return [
            fields.field("name", .text(), contact?.name, isRequired: true),
            fields.field("role", .text(), contact?.role),
            fields.field("email", .email(), contact?.email),
            fields.field("phone", .text(), contact?.phone),
        ]
    }

    private static func read(_ reader: inout FormReader, _ under: UnderAgreement, party: String)
        -> Contact?
    {
        let fields = under.fields
        let name = reader.text("name", fields.name("name"), isRequired: true, limit: 200)
        guard let name else { return nil }
        return Contact(
            party: party, name: name, role: reader.text("role", fields.name("role"), limit: 200),
            email: reader.text("email", fields.name("email"), limit: 200),
            phone: reader.text("phone", fields.name("phone"), limit: 50))
    }
}
