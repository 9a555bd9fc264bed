import Agreements
import Rules

/// What the evaluation worker is asked for: the evidence of one agreement's year, and what the
/// parties' scores come to.
package struct EvaluationOrder: Hashable, Sendable, Codable {
    /// Why the evaluation is looked at.
    package enum Occasion: String, Hashable, Sendable, Codable {
        case opened
        case submitted
    }

    /// Id of the agreement, the one agreement among the facts that is judged.
    package var agreement: String
    package var title: String
    package var year: Int
    package var occasion: Occasion
    /// The day whose knowledge counts; evidence is of the year up to it.
    package var judgedOn: Day
    /// As it stands when the order is given.
    package var evaluation: Evaluation
    package var scores: [Score]
    package var facts: Facts
    package var rulebook: Rulebook
    /// Of the dossier.
    package var language: Language
    /// How many times a part of the evaluation has been delivered; nil or 0 where nobody counted.
    package var delivery: Int?

    /// The day of the opening, or of the submission.
    package var occasionOn: Day {
        switch occasion {
        case .opened: judgedOn
        case .submitted: evaluation.submittedOn ?? judgedOn
        }
    }

    package init(
        agreement: String,
        title: String,
        year: Int,
        occasion: Occasion,
        judgedOn: Day,
        evaluation: Evaluation,
        scores: [Score],
        facts: Facts,
        rulebook: Rulebook,
        language: Language
    ) {
        self.agreement = agreement
        self.title = title
        self.year = year
        self.occasion = occasion
        self.judgedOn = judgedOn
        self.evaluation = evaluation
        self.scores = scores
        self.facts = facts
        self.rulebook = rulebook
        self.language = language
    }
}

/// What came of looking at an evaluation.
package struct EvaluationAnswer: Hashable, Sendable, Codable {
    /// The day of the opening, or of the submission.
    package var occasionOn: Day
    package var evidence: Evidence
    package var assessment: EvaluationAssessment
    /// The dossier, one self-contained HTML page.
    package var page: String
    /// The order's.
    package var delivery: Int?

    package init(
        occasionOn: Day, evidence: Evidence, assessment: EvaluationAssessment, page: String,
        delivery: Int? = nil
    ) {
        self.delivery = delivery
        self.occasionOn = occasionOn
        self.evidence = evidence
        self.assessment = assessment
        self.page = page
    }
}
