import Agreements
import Rules

/// The text that names a value of the register or of the rules.
extension OwningUnit {
    package var text: Text {
        switch self {
        case .ost: .unitOst
        case .indreOst: .unitIndreOst
        case .sor: .unitSor
        case .vest: .unitVest
        case .midt: .unitMidt
        case .nord: .unitNord
        case .central: .unitCentral
        }
    }

    /// At most seven letters.
    var shortText: Text {
        switch self {
        case .ost: .shortOst
        case .indreOst: .shortIndreOst
        case .sor: .shortSor
        case .vest: .shortVest
        case .midt: .shortMidt
        case .nord: .shortNord
        case .central: .shortCentral
        }
    }
}

extension RatioIndicator {
    package var text: Text {
        switch self {
        case .municipalitiesCovered: .municipalitiesCovered
        case .settledUnderAgreement: .settledUnderAgreement
        case .planCoverage: .planCoverage
        case .meetingsHeld: .meetingsHeld
        case .meetingsPostponed: .meetingsPostponed
        case .meetingsCancelled: .meetingsCancelled
        case .followUpsOnTime: .followUpsOnTime
        case .measuresDone: .measuresDone
        case .evaluationCoverage: .evaluationCoverage
        case .commitmentGrade: .commitmentGrade
        case .anchored: .anchored
        case .sectorCoverage: .sectorCoverage
        case .settlement: .settlement
        case .grants: .grants
        }
    }
}

extension Indicator {
    package var text: Text {
        if let ratio { return ratio.text }
        switch self {
        case .agreementsInForce: return .agreementsInForce
        case .meetingDelayDays: return .meetingDelay
        case .scoreIMDi: return .scoreIMDi
        case .scoreCounterpart: return .scoreCounterpart
        case .activities: return .activities
        case .overdue: return .overdue
        case .municipalMeetings: return .municipalMeetings
        default: preconditionFailure("\(rawValue) has no text.")
        }
    }
}

extension ActivityKind {
    package var text: Text {
        switch self {
        case .visit: .kindVisit
        case .phone: .kindPhone
        case .seminar: .kindSeminar
        case .conference: .kindConference
        case .network: .kindNetwork
        case .guidance: .kindGuidance
        case .training: .kindTraining
        case .media: .kindMedia
        case .other: .kindOther
        }
    }
}

extension SubGoal {
    package var text: Text {
        switch self {
        case .d1: .goalD1
        case .d2: .goalD2
        case .d3: .goalD3
        case .d4: .goalD4
        case .d5: .goalD5
        case .d6: .goalD6
        case .d7: .goalD7
        case .d8: .goalD8
        }
    }
}

extension ReportException.Kind {
    package var text: Text {
        switch self {
        case .overdue: .exceptionOverdue
        case .postponed: .exceptionPostponed
        case .expiring: .exceptionExpiring
        case .belowStandard: .exceptionBelowStandard
        }
    }

    /// What `ReportException.dueOn` is.
    var dayText: Text {
        switch self {
        case .overdue: .dueOn
        case .postponed: .plannedOn
        case .expiring, .belowStandard: .lastDay
        }
    }

    /// What `ReportException.number` is.
    var numberText: Text {
        switch self {
        case .overdue: .daysOverdue
        case .postponed: .timesPostponed
        case .expiring: .daysLeft
        case .belowStandard: .requirementsMet
        }
    }
}

extension NoticeRule {
    /// What it is about.
    package var text: Text {
        switch self {
        case .meetingUpcoming: .whatMeetingUpcoming
        case .meetingOutcome: .whatMeetingOutcome
        case .meetingMissing: .whatMeetingMissing
        case .followUpDue: .whatFollowUpDue
        case .measureDue: .whatMeasureDue
        case .planMissing: .whatPlanMissing
        case .evaluationDue: .whatEvaluationDue
        case .agreementExpiry: .whatAgreementExpiry
        case .agreementExpired: .whatAgreementExpired
        case .settlementMissing: .whatSettlementMissing
        }
    }

    /// What its reader is to do.
    package var actionText: Text {
        switch self {
        case .meetingUpcoming: .doMeetingUpcoming
        case .meetingOutcome: .doMeetingOutcome
        case .meetingMissing: .doMeetingMissing
        case .followUpDue: .doFollowUpDue
        case .measureDue: .doMeasureDue
        case .planMissing: .doPlanMissing
        case .evaluationDue: .doEvaluationDue
        case .agreementExpiry: .doAgreementExpiry
        case .agreementExpired: .doAgreementExpired
        case .settlementMissing: .doSettlementMissing
        }
    }
}
