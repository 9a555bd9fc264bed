import Agreements
import GRDB
import Register

/// The director's forms: a submitted evaluation is sent back with a comment, or approved.
enum EvaluationDeciding {
    private static let approve = Access.right(.approve, .evaluation, .record(.evaluation))

    static let routes: [Route] =
        EvaluationForms.routes("/evaluations/:key/send-back", approve, sendBack)
        + EvaluationForms.routes("/evaluations/:key/approval", approve, approve)

    private static func deeds(_ visit: Visit, _ db: Database) -> EvaluationDeeds {
        EvaluationDeeds(db, author: visit.author, at: visit.now)
    }

    private static func sendBack(_ visit: Visit, isPosted: Bool) throws -> Reply {
        let forms = try EvaluationForms(visit)
        let (detail, words) = (forms.detail, visit.words)
        let fields = [forms.area("comment")]
        let form = forms.form(
            "do_send_back", "send-back", intro: words["intro_send_back"],
            version: detail.version)
        guard isPosted else { return form.show(fields) }
        return try form.accept(fields) { reader in
            reader.text("comment", words["field_comment"], isRequired: true, limit: 2000)
        } write: { db, comment, version in
            try deeds(visit, db).sendBack(
                detail.record.key, comment: comment, expecting: version)
            return detail.path() + "?said=sent_back"
        }
    }

    private static func approve(_ visit: Visit, isPosted: Bool) throws -> Reply {
        let forms = try EvaluationForms(visit)
        let (detail, words) = (forms.detail, visit.words)
        let needsReason = !detail.record.isDelivered(.counterpart)
        var recommendation = FormField(
            "recommendation", words["recommendation"],
            .radios(EvaluationForms.recommendations(words)))
        recommendation.isRequired = true
        let reason = forms.area("reason_without_counterpart")
        let fields = [recommendation] + (needsReason ? [reason] : [])
        let outs = detail.standOuts.map { words["standout_\($0.rawValue)"] }
        let form = forms.form(
            "do_approve", "approval",
            intro: outs.isEmpty
                ? words["intro_approve"]
                : "\(words["stands_out"]) \(outs.joined(separator: "; ")).",
            version: detail.version)
        guard isPosted else { return form.show(fields) }
        return try form.accept(fields) { reader -> (Recommendation, String?)? in
            let chosen = reader.choice(
                "recommendation", words["recommendation"], of: Recommendation.self,
                isRequired: true)
            let reason =
                needsReason
                ? reader.text(
                    "reason_without_counterpart", words["field_reason_without_counterpart"],
                    isRequired: true, limit: 1000) : nil
            return chosen.map { ($0, reason) }
        } write: { db, decision, version in
            try deeds(visit, db).approve(
                detail.record.key, recommendation: decision.0,
                reasonWithoutCounterpart: decision.1, expecting: version)
            return detail.path() + "?said=approved"
        }
    }
}
