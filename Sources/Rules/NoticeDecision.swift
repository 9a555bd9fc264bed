import Agreements

/// What a run does with a stage that has fallen due since the last run (domain.md, 7).
package enum NoticeDecision: Hashable, Sendable, Codable {
    case send(Notice)
    /// Recorded and not sent.
    case skip(NoticeKey, stagedOn: Day, reason: SkipReason)

    package enum SkipReason: String, CaseIterable, Hashable, Sendable, Codable {
        /// A higher stage of the same subject fell due as well.
        case superseded
        /// The stage's date lies further back than the catch-up limit.
        case tooLate = "too_late"
    }

    /// What the decision is about.
    package var key: NoticeKey {
        switch self {
        case .send(let notice): notice.key
        case .skip(let key, _, _): key
        }
    }
}

extension NoticeKey: Comparable {
    /// By rule, subject, due date and stage (interfaces.md).
    package static func < (left: NoticeKey, right: NoticeKey) -> Bool {
        if left.rule != right.rule { return left.rule.rawValue < right.rule.rawValue }
        if left.subject != right.subject { return left.subject < right.subject }
        if left.dueOn != right.dueOn { return left.dueOn < right.dueOn }
        return left.stage < right.stage
    }
}
