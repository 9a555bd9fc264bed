/// What whoever approves an evaluation looks at first.
package enum StandOut: String, CaseIterable, Hashable, Sendable, Codable {
    /// The counterpart has not answered.
    case noAnswer = "no_answer"
    /// The parties' scores lie a point or more apart.
    case gap
    /// The evidence light is red.
    case redLight = "red_light"

    /// What stands out of an evaluation, in the order above.
    package static func of(
        _ standing: EvaluationStanding, _ assessment: EvaluationAssessment, _ light: EvidenceLight
    ) -> [StandOut] {
        allCases.filter { standOut in
            switch standOut {
            case .noAnswer: !standing.isDeliveredByCounterpart
            case .gap: assessment.hasGap
            case .redLight: light == .red
            }
        }
    }
}
