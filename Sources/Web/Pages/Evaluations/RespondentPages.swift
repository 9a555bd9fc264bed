import Agreements
import GRDB
import Register

/// Personal links by which a counterpart's contact person answers: made and ended by staff.
enum RespondentPages {
    private static let write = Access.right(.write, .evaluation, .record(.evaluation))

    static let routes: [Route] =
        EvaluationForms.routes("/evaluations/:key/respondents/new", write, invite)
        + EvaluationForms.routes("/evaluations/:key/respondents/:respondent/end", write, end)

    private static func deeds(_ visit: Visit, _ db: Database) -> RespondentDeeds {
        RespondentDeeds(db, author: visit.author, at: visit.now)
    }

    private static func invite(_ visit: Visit, isPosted: Bool) throws -> Reply {
        let forms = try EvaluationForms(visit)
        let (detail, words) = (forms.detail, visit.words)
        let fields = try self.fields(forms)
        let form = forms.form("do_invite", "respondents/new", intro: words["intro_invite"])
        guard isPosted else { return form.show(fields) }
        var secret: String?
        var isMailed = false
        let reply = try form.accept(fields) { reader -> (Int64, Language)? in
            let contact = Int64(reader.form["contact"])
            guard let contact, detail.contacts.contains(where: { $0.key == contact }) else {
                reader.reject("contact", words["error_choose", words["field_contact"]])
                return nil
            }
            return reader.choice(
                "language", words["field_language"], of: Language.self, isRequired: true
            ).map { (contact, $0) }
        } write: { db, chosen, _ in
            let made = try deeds(visit, db).invite(
                chosen.0, to: detail.record.key, in: chosen.1)
            secret = made.secret
            if let respondent = try RespondentDeeds.respondent(made.respondent, in: db) {
                isMailed = try RespondentLetters(db, baseURL: visit.site.settings.baseURL)
                    .invite(
                        respondent, to: detail.record, secret: made.secret, by: detail.term,
                        at: visit.now)
            }
            return detail.path() + "?said=invited"
        }
        // What goes by mail is for its reader alone.
        guard let secret, !isMailed else { return reply }
        return show(secret, visit, detail)
    }

    /// For somebody without an address: the link is told this once, and nobody can read it out of
    /// the register afterwards.
    private static func show(_ secret: String, _ visit: Visit, _ detail: EvaluationDetail) -> Reply
    {
        let words = visit.words
        var reply = visit.page(
            "evaluation_secret", detail.frame(of: words["link_made"], words),
            [
                "intro": words["intro_link_made"],
                "link": visit.site.settings.baseURL + RespondentDeeds.path(secret),
                "path": detail.path(),
            ] as [String: Any])
        reply.isSecret = true
        return reply
    }

    private static func fields(_ forms: EvaluationForms) throws -> [FormField] {
        let (detail, words) = (forms.detail, forms.words)
        let options = detail.contacts.filter { $0.name != ContactDeeds.anonymousName }.map {
            FormField.Option(
                value: String($0.key),
                label: [$0.name, $0.role].compactMap(\.self).joined(separator: ", "))
        }
        var contact = FormField("contact", words["field_contact"], .radios(options))
        contact.isRequired = true
        contact.hint = words["hint_contact"]
        if options.count == 1 { contact.value = options[0].value }
        var language = FormField(
            "language", words["field_language"],
            .radios(
                Language.allCases.map { .init(value: $0.rawValue, label: $0.ownName) }))
        language.value = try forms.visit.read {
            try self.language(ofPartiesOf: detail.record.agreement, in: $0)
        }.rawValue
        language.isRequired = true
        return [contact, language]
    }

    /// The form of Norwegian that the agreement's municipality writes; bokmål where it is neutral
    /// or there is none.
    private static func language(ofPartiesOf agreement: Int64, in db: Database) throws -> Language {
        let language = try String.fetchOne(
            db,
            sql: """
                SELECT municipality.language FROM agreement_party AS link
                JOIN party ON party.key = link.party
                JOIN municipality ON municipality.key = party.municipality
                WHERE link.agreement = ? AND municipality.language IS NOT NULL
                ORDER BY link.position LIMIT 1
                """, arguments: [agreement])
        return language.flatMap(Language.init) ?? .nb
    }

    private static func end(_ visit: Visit, isPosted: Bool) throws -> Reply {
        let forms = try EvaluationForms(visit)
        let detail = forms.detail
        let key = Int64(try visit.parameter("respondent"))
        guard let respondent = detail.respondents.first(where: { $0.key == key }) else {
            throw PageError.notFound
        }
        let form = forms.form(
            "do_end_link", "respondents/\(respondent.key)/end",
            intro: visit.words["intro_end_link", respondent.name])
        guard isPosted else { return form.show([]) }
        return try form.accept([]) { _ in
            true
        } write: { db, _, _ in
            try deeds(visit, db).end(respondent.key)
            return detail.path() + "?said=link_ended"
        }
    }
}
