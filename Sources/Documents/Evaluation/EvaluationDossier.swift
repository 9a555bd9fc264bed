import Agreements
import Rules

/// All that an evaluation's page shows.
package struct EvaluationDossier: Hashable, Sendable, Codable {
    /// Id.
    package var agreement: String
    package var title: String
    package var kind: AgreementKind
    package var owner: OwningUnit
    package var evaluation: Evaluation
    package var evidence: Evidence
    package var assessment: EvaluationAssessment
    /// Of this agreement and year; a dimension without a score is blank.
    package var scores: [Score]

    package init(
        agreement: String,
        title: String,
        kind: AgreementKind,
        owner: OwningUnit,
        evaluation: Evaluation,
        evidence: Evidence,
        assessment: EvaluationAssessment,
        scores: [Score]
    ) {
        self.agreement = agreement
        self.title = title
        self.kind = kind
        self.owner = owner
        self.evaluation = evaluation
        self.evidence = evidence
        self.assessment = assessment
        self.scores = scores
    }
}
