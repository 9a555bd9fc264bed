import Agreements
import Documents

/// One year's plan as the page of plans shows it beside another.
struct PlanColumn {
    let visit: Visit
    let head: AgreementHead
    let year: Int
    let plan: AgreementOverview.PlanLine?
    let measures: [Promise]
    /// The evaluations that measures come from, by the measures' keys.
    let origins: [Int64: MeasureOrigin]
    /// Whether there is a plan of the year before, to be copied.
    let hasLast: Bool
    let mayMake: Bool

    private var words: Words { visit.words }
    private var mayWrite: Bool {
        head.isOpen && visit.may(.write, .plan, of: head.owner)
    }
    private var mayApprove: Bool {
        head.isOpen && visit.may(.approve, .plan, of: head.owner)
    }

    var model: [String: Any] {
        let canChange = plan.map { $0.status != .closed } ?? false
        return [
            "year": String(year), "title": words["year_plan", String(year)],
            "none": words["no_plan", String(year)], "has_plan": plan != nil,
            "caption": words["measures_of", String(year)],
            "status": shown(plan.map { words["plan_\($0.status.rawValue)"] }),
            "style": plan?.status == .adopted ? "good" : "off",
            "adopted": shown(plan?.adoptedOn.map { words["adopted_on", words.date($0)] }),
            "measures": zip(
                measures,
                PromiseLines(visit: visit, mayWrite: mayWrite && canChange).model(measures)
            ).map(withOrigin),
            "may_make": mayWrite && plan == nil && mayMake,
            "make": words["make_plan", String(year)],
            "copy": shown(hasLast ? words["copy_plan", String(year - 1)] : nil),
            "buttons": buttons,
        ]
    }

    private func withOrigin(_ measure: Promise, _ line: [String: Any]) -> [String: Any] {
        guard let origin = origins[measure.key] else { return line }
        var line = line
        line["origin"] = words["from_evaluation", String(origin.year)]
        line["origin_path"] = EvaluationRound.path(origin.evaluation)
        return line
    }

    private var buttons: [[String: Any]] {
        guard let plan else { return [] }
        var buttons: [(String, String)] = []
        if mayWrite, plan.status != .closed {
            buttons.append(("new_measure", "/plans/\(plan.key)/measures/new"))
        }
        if mayApprove, plan.status == .draft {
            buttons.append(("adopt_plan", "/plans/\(plan.key)/adopt"))
        }
        if mayWrite, plan.status == .adopted, plan.year < visit.today.year {
            buttons.append(("close_plan", "/plans/\(plan.key)/close"))
        }
        return buttons.map { ["text": words[$0.0], "path": $0.1] }
    }
}
