import Agreements

extension Tally {
    /// The tally of both units' rows together.
    package static func + (left: Tally, right: Tally) -> Tally {
        var sum = left
        sum.agreementsInForce.merge(right.agreementsInForce, uniquingKeysWith: +)
        sum.municipalitiesCovered = left.municipalitiesCovered + right.municipalitiesCovered
        sum.settledUnderAgreement = left.settledUnderAgreement + right.settledUnderAgreement
        sum.planCoverage = left.planCoverage + right.planCoverage
        sum.meetingsHeld = left.meetingsHeld + right.meetingsHeld
        sum.meetingsPostponed = left.meetingsPostponed + right.meetingsPostponed
        sum.meetingsCancelled = left.meetingsCancelled + right.meetingsCancelled
        sum.meetingDelays += right.meetingDelays
        sum.followUpsOnTime = left.followUpsOnTime + right.followUpsOnTime
        sum.measuresDone = left.measuresDone + right.measuresDone
        sum.measuresBySubGoal = (left.measuresBySubGoal ?? [:]).merging(
            right.measuresBySubGoal ?? [:], uniquingKeysWith: +)
        sum.evaluationCoverage = left.evaluationCoverage + right.evaluationCoverage
        sum.imdiScores += right.imdiScores
        sum.counterpartScores += right.counterpartScores
        sum.commitmentGrade = left.commitmentGrade + right.commitmentGrade
        sum.anchored = left.anchored + right.anchored
        sum.activitiesByKind.merge(right.activitiesByKind, uniquingKeysWith: +)
        sum.activitiesBySubGoal.merge(right.activitiesBySubGoal, uniquingKeysWith: +)
        sum.overdue.upTo30 += right.overdue.upTo30
        sum.overdue.from31To90 += right.overdue.from31To90
        sum.overdue.over90 += right.overdue.over90
        sum.sectorCoverage = left.sectorCoverage + right.sectorCoverage
        sum.settlement = left.settlement + right.settlement
        sum.grants.merge(right.grants, uniquingKeysWith: +)
        sum.municipalMeetings += right.municipalMeetings
        return sum
    }

    /// The ratio behind an indicator; of `settlement`, settled ÷ decided; of `grants`, all schemes.
    package func ratio(_ indicator: RatioIndicator) -> Ratio {
        switch indicator {
        case .municipalitiesCovered: municipalitiesCovered
        case .settledUnderAgreement: settledUnderAgreement
        case .planCoverage: planCoverage
        case .meetingsHeld: meetingsHeld
        case .meetingsPostponed: meetingsPostponed
        case .meetingsCancelled: meetingsCancelled
        case .followUpsOnTime: followUpsOnTime
        case .measuresDone: measuresDone
        case .evaluationCoverage: evaluationCoverage
        case .commitmentGrade: commitmentGrade
        case .anchored: anchored
        case .sectorCoverage: sectorCoverage
        case .settlement: Ratio(settlement.settled, of: settlement.decided)
        case .grants: grants.values.reduce(Ratio(), +)
        }
    }

    /// I1, of every kind.
    package var agreementCount: Int { agreementsInForce.values.reduce(0, +) }

    /// I12, of every kind.
    package var activityCount: Int { activitiesByKind.values.reduce(0, +) }

    /// I5c: the median in days; of an even number of values, the mean of the middle two.
    package var meetingDelayDays: Average { .median(of: meetingDelays) }

    /// I9, IMDi's part.
    package var scoreIMDi: Average { .mean(ofScores: imdiScores) }

    /// I9, the counterparts' part.
    package var scoreCounterpart: Average { .mean(ofScores: counterpartScores) }
}

extension OverdueCount {
    package var total: Int { upTo30 + from31To90 + over90 }
}

extension SettlementSum {
    package static func + (left: SettlementSum, right: SettlementSum) -> SettlementSum {
        SettlementSum(
            requested: left.requested + right.requested,
            decided: left.decided + right.decided,
            settled: left.settled + right.settled)
    }
}

extension Average {
    /// The exact mean, rounded once: a score is a mean of whole numbers, so that it is restored to
    /// a fraction before it is added up. 2520 has every number up to 10 as a divisor, and no party
    /// answers more than seven dimensions.
    fileprivate static func mean(ofScores scores: [Double]) -> Average {
        let parts = 2520.0
        let sum = scores.reduce(0) { $0 + Int(($1 * parts).rounded()) }
        return Average(
            value: scores.isEmpty ? nil : Double(sum) / (parts * Double(scores.count)),
            count: scores.count)
    }
}
