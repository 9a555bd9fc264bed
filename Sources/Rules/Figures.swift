import Agreements

/// A ratio of two counts, or of two sums of NOK.
package struct Ratio: Hashable, Sendable, Codable {
    package var numerator: Int
    package var denominator: Int

    package init(_ numerator: Int = 0, of denominator: Int = 0) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// Unrounded; nil when the denominator is 0.
    package var value: Double? {
        denominator == 0 ? nil : Double(numerator) / Double(denominator)
    }

    package static func + (left: Ratio, right: Ratio) -> Ratio {
        Ratio(left.numerator + right.numerator, of: left.denominator + right.denominator)
    }
}

/// A median or a mean, with how many values it is of.
package struct Average: Hashable, Sendable, Codable {
    /// Unrounded; nil when `count` is 0.
    package var value: Double?
    package var count: Int

    package init(value: Double?, count: Int) {
        self.value = value
        self.count = count
    }
}

/// I13: what is overdue at the cut-off, by how late it is.
package struct OverdueCount: Hashable, Sendable, Codable {
    package var upTo30: Int
    package var from31To90: Int
    package var over90: Int

    package init(
        upTo30: Int,
        from31To90: Int,
        over90: Int
    ) {
        self.upTo30 = upTo30
        self.from31To90 = from31To90
        self.over90 = over90
    }
}

/// I15: the latest figures of the year, summed over municipalities.
package struct SettlementSum: Hashable, Sendable, Codable {
    package var requested: Int
    package var decided: Int
    package var settled: Int

    package init(
        requested: Int,
        decided: Int,
        settled: Int
    ) {
        self.requested = requested
        self.decided = decided
        self.settled = settled
    }
}

/// An indicator that spreads and targets are worked out for, by its public name (domain.md, 9).
package enum RatioIndicator: String, CaseIterable, Hashable, Sendable, Codable {
    case municipalitiesCovered = "municipalities_covered"
    case settledUnderAgreement = "settled_under_agreement"
    case planCoverage = "plan_coverage"
    case meetingsHeld = "meetings_held"
    case meetingsPostponed = "meetings_postponed"
    case meetingsCancelled = "meetings_cancelled"
    case followUpsOnTime = "followups_on_time"
    case measuresDone = "measures_done"
    case evaluationCoverage = "evaluation_coverage"
    case commitmentGrade = "commitment_grade"
    case anchored
    case sectorCoverage = "sector_coverage"
    case settlement
    case grants
}

/// What one unit's rows add up to, kept so that units add up to a total: single values of
/// medians and means stay single values (domain.md, 9).
package struct Tally: Hashable, Sendable, Codable {
    package var agreementsInForce: [AgreementKind: Int] = [:]
    package var municipalitiesCovered = Ratio()
    package var settledUnderAgreement = Ratio()
    package var planCoverage = Ratio()
    package var meetingsHeld = Ratio()
    package var meetingsPostponed = Ratio()
    package var meetingsCancelled = Ratio()
    /// Days, 0 at least, one value for each meeting held.
    package var meetingDelays: [Int] = []
    package var followUpsOnTime = Ratio()
    package var measuresDone = Ratio()
    /// Those of the measures that serve a sub-goal. Nil in parts that an earlier version worked
    /// out.
    package var measuresBySubGoal: [SubGoal: Ratio]? = [:]
    package var evaluationCoverage = Ratio()
    /// One mean for each evaluation that has one.
    package var imdiScores: [Double] = []
    package var counterpartScores: [Double] = []
    package var commitmentGrade = Ratio()
    package var anchored = Ratio()
    package var activitiesByKind: [ActivityKind: Int] = [:]
    package var activitiesBySubGoal: [SubGoal: Int] = [:]
    package var overdue = OverdueCount(upTo30: 0, from31To90: 0, over90: 0)
    package var sectorCoverage = Ratio()
    package var settlement = SettlementSum(requested: 0, decided: 0, settled: 0)
    /// Schemes that have a grant only; whole NOK.
    package var grants: [String: Ratio] = [:]
    package var municipalMeetings = 0

    package init() {}
}
