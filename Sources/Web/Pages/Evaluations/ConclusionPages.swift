import Agreements
import GRDB
import Register

/// What the parties conclude, and the measures of next year's plan that it becomes.
enum ConclusionPages {
    private static let write = Access.right(.write, .evaluation, .record(.evaluation))

    static let routes: [Route] =
        EvaluationForms.routes("/evaluations/:key/conclusions/new", write, add)
        + EvaluationForms.routes("/evaluations/:key/conclusions/:conclusion/edit", write, edit)
        + EvaluationForms.routes(
            "/evaluations/:key/conclusions/:conclusion/withdraw", write, withdraw)
        + EvaluationForms.routes(
            "/evaluations/:key/conclusions/:conclusion/measure", write, makeMeasure)

    private static func deeds(_ visit: Visit, _ db: Database) -> ConclusionDeeds {
        ConclusionDeeds(db, author: visit.author, at: visit.now)
    }

    private static func conclusion(_ detail: EvaluationDetail, _ visit: Visit) throws
        -> EvaluationDetail.Conclusion
    {
        let key = Int64(try visit.parameter("conclusion"))
        guard let conclusion = detail.conclusions.first(where: { $0.key == key }) else {
            throw PageError.notFound
        }
        return conclusion
    }

    private static func add(_ visit: Visit, isPosted: Bool) throws -> Reply {
        let forms = try EvaluationForms(visit)
        let (detail, words) = (forms.detail, visit.words)
        let fields = [forms.area("text")]
        let form = forms.form(
            "do_conclude", "conclusions/new", submit: "save", intro: words["intro_conclude"])
        guard isPosted else { return form.show(fields) }
        return try form.accept(fields) { reader in
            reader.text("text", words["field_text"], isRequired: true, limit: 2000)
        } write: { db, text, _ in
            try deeds(visit, db).add(text, to: detail.record.key, term: detail.term)
            return detail.path() + "?said=saved"
        }
    }

    private static func edit(_ visit: Visit, isPosted: Bool) throws -> Reply {
        let forms = try EvaluationForms(visit)
        let (detail, words) = (forms.detail, visit.words)
        let conclusion = try conclusion(detail, visit)
        let fields = [forms.area("text", conclusion.text)]
        let path = "conclusions/\(conclusion.key)"
        var form = forms.form(
            "edit_conclusion", "\(path)/edit", submit: "save",
            version: try visit.read {
                try RecordVersion.of("conclusion", key: conclusion.key, in: $0)
            })
        form.other = (words["do_withdraw_conclusion"], detail.path("\(path)/withdraw"))
        guard isPosted else { return form.show(fields) }
        return try form.accept(fields) { reader in
            reader.text("text", words["field_text"], isRequired: true, limit: 2000)
        } write: { db, text, version in
            try deeds(visit, db).edit(
                conclusion.key, to: text, term: detail.term, expecting: version)
            return detail.path() + "?said=saved"
        }
    }

    private static func withdraw(_ visit: Visit, isPosted: Bool) throws -> Reply {
        let forms = try EvaluationForms(visit)
        let detail = forms.detail
        let conclusion = try conclusion(detail, visit)
        let form = forms.form(
            "do_withdraw_conclusion", "conclusions/\(conclusion.key)/withdraw",
            intro: conclusion.text)
        guard isPosted else { return form.show([]) }
        return try form.accept([]) { _ in
            true
        } write: { db, _, _ in
            try deeds(visit, db).withdraw(conclusion.key, term: detail.term)
            return detail.path() + "?said=saved"
        }
    }

    private static func makeMeasure(_ visit: Visit, isPosted: Bool) throws -> Reply {
        let forms = try EvaluationForms(visit)
        let detail = forms.detail
        let conclusion = try conclusion(detail, visit)
        let under = try UnderAgreement(visit, of: .evaluation)
        let due = under.fields.field("due_on", .day, nil, isRequired: true)
        var shown = MeasureForm(under: under).fields(nil) + [due]
        shown[0].value = conclusion.text.split(separator: "\n").first.map(String.init) ?? ""
        let next = String(detail.record.year + 1)
        let form = forms.form(
            "make_measure", "conclusions/\(conclusion.key)/measure", submit: "save",
            intro: visit.words["intro_measure", next, conclusion.text])
        guard isPosted else { return form.show(shown) }
        return try form.accept(shown) { reader -> PlanDeeds.MeasureTerms? in
            let dueOn = reader.day("due_on", due.label, isRequired: true)
            let terms = MeasureForm(under: under).read(&reader, dueOn: dueOn)
            return dueOn == nil ? nil : terms
        } write: { db, terms, _ in
            try deeds(visit, db).makeMeasure(conclusion.key, terms)
            return detail.path() + "?said=saved"
        }
    }
}
