import Agreements

/// How grave an item of a digest is, the gravest first (domain.md, 7).
///
/// A stage that goes to a director or to head office is an escalation: it means that the
/// people before them have not acted. Anything else is overdue once its due date lies
/// before the digest's day, and coming until then.
package enum DigestSeverity: Int, CaseIterable, Comparable, Hashable, Sendable, Codable {
    case escalated
    case overdue
    case coming

    package init(rule: NoticeRule, stage: Int, dueOn: Day, on day: Day) {
        if stage >= rule.firstEscalation {
            self = .escalated
        } else {
            self = dueOn < day ? .overdue : .coming
        }
    }

    package static func < (left: DigestSeverity, right: DigestSeverity) -> Bool {
        left.rawValue < right.rawValue
    }
}

extension NoticeRule {
    /// The first stage of the defaults whose recipients are leaders alone, or, for
    /// `agreement.expiry`, include one.
    fileprivate var firstEscalation: Int {
        switch self {
        case .meetingUpcoming: .max
        case .meetingOutcome, .meetingMissing, .agreementExpired, .settlementMissing: 2
        case .planMissing, .agreementExpiry: 3
        case .followUpDue, .measureDue, .evaluationDue: 4
        }
    }
}
