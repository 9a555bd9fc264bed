/// Shows one evaluation.
enum EvaluationReading {
    static func show(_ visit: Visit) throws -> Reply {
        let detail = try EvaluationDetail(visit)
        let view = EvaluationView(visit: visit, detail: detail)
        return visit.page("figures", detail.frame(visit.words), view.html.markup)
    }
}
