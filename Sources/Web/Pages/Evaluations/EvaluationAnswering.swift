import GRDB
import Register

/// IMDi's part: saved as often as somebody likes, and submitted once it is whole.
enum EvaluationAnswering {
    private static let write = Access.right(.write, .evaluation, .record(.evaluation))

    static let routes: [Route] = [
        .get("/evaluations/:key/answers", write, show),
        .post("/evaluations/:key/answers", write, post),
    ]

    private static func show(_ visit: Visit) throws -> Reply {
        let detail = try EvaluationDetail(visit)
        guard detail.record.status == .open else { return .redirect(to: detail.path()) }
        return visit.page(
            "evaluation_answers", frame(detail, visit.words),
            model(detail, visit.words, sheet(visit, detail)))
    }

    private static func post(_ visit: Visit) throws -> Reply {
        let detail = try EvaluationDetail(visit)
        let key = detail.record.key
        var sheet = sheet(visit, detail)
        sheet.read(visit.form)
        let (answers, stamp) = (sheet.answers, sheet.stamp)
        let done = try sheet.accept(
            visit, AnswerSheet.deed(visit.form), evaluation: key, side: .imdi
        ) { db in
            try deeds(visit, db).save(answers, evaluation: key, since: stamp)
        } deliver: { db in
            try deeds(visit, db).submit(key)
        }
        switch done {
        case .save: return .redirect(to: detail.path("answers") + "?said=saved")
        case .deliver: return .redirect(to: detail.path() + "?said=submitted")
        case nil:
            return visit.incomplete(
                "evaluation_answers", frame(detail, visit.words),
                model(detail, visit.words, sheet))
        }
    }

    private static func deeds(_ visit: Visit, _ db: Database) -> EvaluationDeeds {
        EvaluationDeeds(db, author: visit.author, at: visit.now)
    }

    private static func sheet(_ visit: Visit, _ detail: EvaluationDetail) -> AnswerSheet {
        AnswerSheet(
            words: visit.words, kind: detail.record.kind, action: detail.path("answers"),
            csrf: visit.csrf, answers: detail.held.answers, stamp: detail.held.stamp)
    }

    private static func frame(_ detail: EvaluationDetail, _ words: Words) -> Visit.Frame {
        detail.frame(of: words["do_answer"], words)
    }

    private static func model(
        _ detail: EvaluationDetail, _ words: Words, _ sheet: AnswerSheet
    ) -> [String: Any] {
        var model = sheet.model
        model["facts"] =
            EvidenceTable(
                words: words, evidence: detail.evidence, untouched: detail.untouched
            ).html.markup
        return model
    }
}
