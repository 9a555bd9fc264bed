import Agreements

/// What somebody who hears of something can answer, without doing it all at once.
package enum NoticeAnswer: String, CaseIterable, Hashable, Sendable, Codable {
    /// It is done, on a day.
    case done
    /// It will be, by another day, for a reason.
    case later
    /// It is somebody else's.
    case notMine = "not_mine"

    /// How far ahead a new day may lie, in months: a year is another agreement's time.
    package static let longestMonths = 6
    /// Working days that a leader has to find the right person, before whoever was asked in
    /// vain is asked again.
    package static let workingDaysToReassign = 5
}

extension NoticeRule {
    /// What there is to answer; a plan or an evaluation is not done by saying so.
    package var answers: [NoticeAnswer] {
        switch self {
        case .meetingOutcome, .followUpDue, .measureDue: [.done, .later, .notMine]
        case .meetingUpcoming, .meetingMissing, .planMissing, .evaluationDue, .agreementExpiry,
            .agreementExpired, .settlementMissing:
            [.later, .notMine]
        }
    }

    /// What a right to act on its subject is a right to.
    package var recordKind: RecordKind {
        switch self {
        case .meetingUpcoming, .meetingOutcome, .meetingMissing: .meeting
        case .followUpDue: .followUp
        case .measureDue: .measure
        case .planMissing: .plan
        case .evaluationDue: .evaluation
        case .agreementExpiry, .agreementExpired: .agreement
        case .settlementMissing: .settlement
        }
    }
}
