import Agreements

/// An indicator by its public name, in the order of domain.md, section 9.
package enum Indicator: String, CaseIterable, Hashable, Sendable, Codable {
    case agreementsInForce = "agreements_in_force"
    case municipalitiesCovered = "municipalities_covered"
    case settledUnderAgreement = "settled_under_agreement"
    case planCoverage = "plan_coverage"
    case meetingsHeld = "meetings_held"
    case meetingsPostponed = "meetings_postponed"
    case meetingsCancelled = "meetings_cancelled"
    case meetingDelayDays = "meeting_delay_days"
    case followUpsOnTime = "followups_on_time"
    case measuresDone = "measures_done"
    case evaluationCoverage = "evaluation_coverage"
    case scoreIMDi = "score_imdi"
    case scoreCounterpart = "score_counterpart"
    case commitmentGrade = "commitment_grade"
    case anchored
    case activities
    case overdue
    case sectorCoverage = "sector_coverage"
    case settlement
    case grants
    case municipalMeetings = "municipal_meetings"

    /// What spread and targets are worked out for; nil for counts and means.
    package var ratio: RatioIndicator? { RatioIndicator(rawValue: rawValue) }
}

/// An indicator's value, by what sort of figure it is.
package enum IndicatorValue: Hashable, Sendable {
    case count(Int)
    case share(Ratio)
    case mean(Average)

    /// Unrounded; nil where there is nothing to work it out from.
    package var number: Double? {
        switch self {
        case .count(let count): Double(count)
        case .share(let ratio): ratio.value
        case .mean(let average): average.value
        }
    }
}

extension Tally {
    /// The indicator's value over the unit's rows.
    package func value(of indicator: Indicator) -> IndicatorValue {
        if let ratio = indicator.ratio { return .share(self.ratio(ratio)) }
        switch indicator {
        case .agreementsInForce: return .count(agreementCount)
        case .meetingDelayDays: return .mean(meetingDelayDays)
        case .scoreIMDi: return .mean(scoreIMDi)
        case .scoreCounterpart: return .mean(scoreCounterpart)
        case .activities: return .count(activityCount)
        case .overdue: return .count(overdue.total)
        case .municipalMeetings: return .count(municipalMeetings)
        default: preconditionFailure("\(indicator.rawValue) is neither a ratio nor another figure.")
        }
    }
}
