/// What the scores of an evaluation amount to (domain.md, 6).
package struct EvaluationAssessment: Hashable, Sendable, Codable {
    /// The parties' scores, unrounded; nil for one that answered nothing.
    package var imdi: Double?
    package var counterpart: Double?
    /// The agreement's score, unrounded: the mean of the two, or the one that exists.
    package var score: Double?
    package var rating: Rating
    /// Whether the parties' scores lie so far apart that it is flagged.
    package var hasGap: Bool

    package init(imdi: ScoreSum, counterpart: ScoreSum, rulebook: Rulebook) {
        self.imdi = imdi.mean
        self.counterpart = counterpart.mean
        // Thresholds are compared with fractions: the mean of 13/3 and 14/3 is exactly 4.5.
        let (left, right) = (imdi.sum * counterpart.count, counterpart.sum * imdi.count)
        let both = imdi.count * counterpart.count
        let fraction =
            both > 0
            ? Ratio(left + right, of: 2 * both)
            : Ratio(imdi.sum + counterpart.sum, of: imdi.count + counterpart.count)
        score = fraction.value
        rating = Rating(of: fraction, thresholds: rulebook.ratings)
        hasGap = both > 0 && Double(abs(left - right)) >= rulebook.scoreGap * Double(both)
    }
}

/// How good an agreement was found to be (domain.md, 6).
package enum Rating: String, CaseIterable, Hashable, Sendable, Codable {
    case veryHigh = "very_high"
    case good
    case satisfactory
    case unsatisfactory
    case unrated

    init(of score: Ratio, thresholds: Rulebook.RatingThresholds) {
        func reaches(_ threshold: Double) -> Bool {
            Double(score.numerator) >= threshold * Double(score.denominator)
        }
        if score.denominator == 0 {
            self = .unrated
        } else if reaches(thresholds.veryHigh) {
            self = .veryHigh
        } else if reaches(thresholds.good) {
            self = .good
        } else if reaches(thresholds.satisfactory) {
            self = .satisfactory
        } else {
            self = .unsatisfactory
        }
    }
}

extension EvaluationFact {
    /// What the evaluation's scores amount to, whatever its status.
    package func assessment(under rulebook: Rulebook) -> EvaluationAssessment {
        EvaluationAssessment(imdi: imdi, counterpart: counterpart, rulebook: rulebook)
    }
}
