import Agreements
import Documents
import Foundation
import Rules
import Tasks

/// Works out the evidence of an agreement's year and what its scores come to, and writes the
/// dossier. It serves both kinds of task: an evaluation that opens, and one that was submitted.
package struct EvaluationHandler: TaskHandler {
    package let kind: TaskKind
    package let timeLimit: Duration

    /// - Parameter kind: `evaluation.open` or `evaluation.assess`.
    package init(kind: TaskKind, timeLimit: Duration) {
        self.kind = kind
        self.timeLimit = timeLimit
    }

    package func handle(_ task: Envelope) async throws -> Outcome {
        let order: EvaluationOrder
        do {
            order = try task.payload(as: EvaluationOrder.self)
        } catch {
            return .rejected(reason: "The evaluation's order cannot be read: \(error)")
        }
        guard let position = order.facts.agreements.firstIndex(where: { $0.id == order.agreement })
        else {
            return .rejected(reason: "The order has no facts about \(order.agreement).")
        }
        let source = EvidenceSource(
            facts: order.facts, year: order.year, rulebook: order.rulebook)
        let evidence = source.evidence(ofAgreementAt: position)
        let assessment = EvaluationAssessment(
            imdi: .sum(of: order.scores, by: .imdi),
            counterpart: .sum(of: order.scores, by: .counterpart), rulebook: order.rulebook)
        let answer = EvaluationAnswer(
            occasionOn: order.occasionOn, evidence: evidence, assessment: assessment,
            page: page(order, evidence, assessment), delivery: order.delivery)
        return .done(result: try JSONEncoder().encode(answer))
    }
}

extension EvaluationHandler {
    private func page(
        _ order: EvaluationOrder, _ evidence: Evidence, _ assessment: EvaluationAssessment
    ) -> String {
        let agreement = order.facts.agreements.first { $0.id == order.agreement }
        let dossier = EvaluationDossier(
            agreement: order.agreement, title: order.title, kind: agreement?.kind ?? .municipal,
            owner: agreement?.owner ?? .central, evaluation: order.evaluation,
            evidence: evidence, assessment: assessment, scores: order.scores)
        return EvaluationPage(dossier, in: order.language).render()
    }
}

extension ScoreSum {
    fileprivate static func sum(of scores: [Score], by side: ScoringSide) -> ScoreSum {
        let given = scores.filter { $0.side == side }.map(\.score)
        return ScoreSum(sum: given.reduce(0, +), count: given.count)
    }
}
