/// The annual evaluation of an agreement (domain.md, 6).
package struct Evaluation: Hashable, Sendable, Codable {
    package var agreement: String
    package var year: Int
    package var status: EvaluationStatus
    package var submittedOn: Day?
    package var approvedOn: Day?
    package var recommendation: Recommendation?
    package var reasonWithoutCounterpart: String?

    package init(
        agreement: String,
        year: Int,
        status: EvaluationStatus,
        submittedOn: Day? = nil,
        approvedOn: Day? = nil,
        recommendation: Recommendation? = nil,
        reasonWithoutCounterpart: String? = nil
    ) {
        self.agreement = agreement
        self.year = year
        self.status = status
        self.submittedOn = submittedOn
        self.approvedOn = approvedOn
        self.recommendation = recommendation
        self.reasonWithoutCounterpart = reasonWithoutCounterpart
    }
}

/// One party's score of one dimension.
package struct Score: Hashable, Sendable, Codable {
    package var agreement: String
    package var year: Int
    package var side: ScoringSide
    package var dimension: String
    /// 1, poorest, to 6, best.
    package var score: Int

    package init(
        agreement: String,
        year: Int,
        side: ScoringSide,
        dimension: String,
        score: Int
    ) {
        self.agreement = agreement
        self.year = year
        self.side = side
        self.dimension = dimension
        self.score = score
    }
}

/// Where an evaluation stands.
package enum EvaluationStatus: String, CaseIterable, Hashable, Sendable, Codable {
    case open
    case submitted
    case approved
}

/// What an approved evaluation recommends.
package enum Recommendation: String, CaseIterable, Hashable, Sendable, Codable {
    case `continue`
    case revise
    case renew
    case end
}

/// Who scored.
package enum ScoringSide: String, CaseIterable, Hashable, Sendable, Codable {
    case imdi
    case counterpart
}

/// The dimensions that parties score, by kind of agreement (domain.md, 6).
package enum Dimension {
    package static let municipal = [
        "settlement", "qualification", "services", "knowledge", "anchoring", "commitments",
        "overall",
    ]
    package static let others = [
        "coordination", "knowledge", "meetings", "commitments", "regional", "overall",
    ]

    package static func all(for kind: AgreementKind) -> [String] {
        kind == .municipal ? municipal : others
    }
}
