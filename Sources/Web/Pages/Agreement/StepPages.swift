import Agreements
import GRDB
import Register

/// Forms in which an agreement goes from one state to the next, and what the archive says of it.
enum StepPages {
    private static let write = Access.right(.write, .agreement, .agreement)

    static let routes: [Route] = [
        .get("/agreements/:agreement/negotiate", write) { try negotiate($0, isPosted: false) },
        .post("/agreements/:agreement/negotiate", write) { try negotiate($0, isPosted: true) },
        .get("/agreements/:agreement/sign", write) { try sign($0, isPosted: false) },
        .post("/agreements/:agreement/sign", write) { try sign($0, isPosted: true) },
        .get("/agreements/:agreement/end", write) { try end($0, isPosted: false) },
        .post("/agreements/:agreement/end", write) { try end($0, isPosted: true) },
        .get("/agreements/:agreement/archive", write) { try archive($0, isPosted: false) },
        .post("/agreements/:agreement/archive", write) { try archive($0, isPosted: true) },
    ]

    private static func negotiate(_ visit: Visit, isPosted: Bool) throws -> Reply {
        let under = try UnderAgreement(visit)
        let form = under.form(
            "do_negotiate", action: under.head.path("negotiate"), back: under.head.path(),
            submit: "do_negotiate", intro: "intro_negotiate")
        guard isPosted else { return form.show([]) }
        return try form.accept([]) { _ in
            true
        } write: { db, _, _ in
            try visit.agreements(db).negotiate(under.head.id)
            return under.head.path() + "?said=saved"
        }
    }

    private static func sign(_ visit: Visit, isPosted: Bool) throws -> Reply {
        let under = try UnderAgreement(visit)
        let fields = under.fields
        var shown = fields.signature(visit.today, under.head.signatory)
        shown[1].isRequired = true
        let form = under.form(
            "do_sign", action: under.head.path("sign"), back: under.head.path(),
            submit: "do_sign", intro: "intro_sign",
            version: try under.version("agreement", under.head.key))
        guard isPosted else { return form.show(shown) }
        return try form.accept(shown) { reader -> (Day, Signatory)? in
            let day = reader.day("signed_on", fields.name("signed_on"), isRequired: true)
            let signatory = reader.choice(
                "counterpart_signatory", fields.name("counterpart_signatory"),
                of: Signatory.self, isRequired: true)
            guard let day, let signatory else { return nil }
            return (day, signatory)
        } write: { db, signature, version in
            try visit.agreements(db).activate(
                under.head.id, signedOn: signature.0, signatory: signature.1,
                expecting: version)
            return under.head.path() + "?said=signed"
        }
    }

    /// Ends what was signed, and gives up what was not.
    private static func end(_ visit: Visit, isPosted: Bool) throws -> Reply {
        let under = try UnderAgreement(visit)
        let (head, fields) = (under.head, under.fields)
        let isSigned = head.status == .active || head.status == .ended
        var shown = [
            fields.field(
                "reason", .area(rows: 3), "", hint: visit.words["hint_text"], isRequired: true)
        ]
        if isSigned {
            shown.insert(
                fields.field("ended_on", .day, visit.today.description, isRequired: true), at: 0)
        }
        let name = isSigned ? "end" : "abandon"
        let form = under.form(
            "do_\(name)", action: head.path("end"), back: head.path(), submit: "do_\(name)",
            intro: "intro_\(name)", version: try under.version("agreement", head.key))
        guard isPosted else { return form.show(shown) }
        return try form.accept(shown) { reader -> (Day, String)? in
            let day =
                isSigned
                ? reader.day("ended_on", fields.name("ended_on"), isRequired: true)
                : visit.today
            let reason = reader.text(
                "reason", fields.name("reason"), isRequired: true, limit: 2000)
            guard let day, let reason else { return nil }
            return (day, reason)
        } write: { db, end, version in
            if isSigned {
                try visit.agreements(db).end(
                    head.id, on: end.0, reason: end.1, expecting: version)
                return head.path() + "?said=ended"
            }
            try visit.agreements(db).abandon(head.id, reason: end.1)
            return head.path() + "?said=abandoned"
        }
    }

    private static func archive(_ visit: Visit, isPosted: Bool) throws -> Reply {
        let under = try UnderAgreement(visit)
        let (head, fields) = (under.head, under.fields)
        let (held, version) = try visit.read { db in
            (
                try AgreementOverview.ArchiveLine.one(of: head.key, in: db),
                try AgreementOverview.ArchiveLine.version(of: head.key, in: db)
            )
        }
        let shown = [
            fields.field("public_title", .text(), held?.publicTitle),
            fields.field("case_number", .text(), held?.caseNumber),
            fields.field(
                "access_ground", .text(), held?.accessGround,
                hint: visit.words["hint_access_ground"]),
        ]
        let form = under.form(
            "do_archive", action: head.path("archive"), back: head.path(), version: version)
        guard isPosted else { return form.show(shown) }
        return try form.accept(shown) { reader in
            AgreementOverview.ArchiveLine(
                publicTitle: reader.text("public_title", fields.name("public_title")),
                caseNumber: reader.text("case_number", fields.name("case_number"), limit: 50),
                accessGround: reader.text(
                    "access_ground", fields.name("access_ground"), limit: 100))
        } write: { db, archive, version in
            try visit.agreements(db).file(
                head.id, publicTitle: archive.publicTitle, caseNumber: archive.caseNumber,
                accessGround: archive.accessGround, expecting: version)
            return head.path() + "?said=saved"
        }
    }
}
