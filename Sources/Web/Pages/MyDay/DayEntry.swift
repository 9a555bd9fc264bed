import Agreements

/// Something that concerns a reader, before it is known what it is called.
struct DayEntry: Hashable, Sendable {
    enum Kind: String, CaseIterable, Hashable, Sendable {
        case meeting
        case followUp = "followup"
        case measure
        /// A year's plan that nobody has adopted.
        case planMissing = "plan_missing"
        /// A draft of a plan that the reader may adopt.
        case planDraft = "plan_draft"
        case evaluationDue = "evaluation_due"
        /// An evaluation that the reader may approve.
        case evaluationSubmitted = "evaluation_submitted"
        case meetingsMissing = "meetings_missing"
        case expiring
        case expired
        case handover
        case settlement
    }

    /// What the reader is to it.
    enum Stand: Int, Hashable, Sendable {
        case responsible
        /// The reader is deputy of somebody who is not there.
        case standsIn
        /// A stage of the rules has reached the deputy beside the responsible.
        case deputy
        /// A stage of the rules has reached the reader as a leader or in head office.
        case leader
        /// Nobody who is named is there.
        case leaderStandsIn
        /// It is of the unit that is looked at.
        case looksOn
    }

    let kind: Kind
    /// Of the row of its table; of the agreement where it has none of its own.
    let key: Int64
    let dueOn: Day
    let agreement: Int64?
    let stand: Stand

    /// Where it is shown.
    func part(on today: Day) -> DayPart {
        switch kind {
        case .planDraft, .evaluationSubmitted, .settlement: return .waiting
        case .handover, .meetingsMissing: return isEscalated ? .escalated : .waiting
        case .meeting where dueOn < today:
            return isEscalated ? .escalated : .waiting
        default: break
        }
        if isEscalated { return .escalated }
        if dueOn < today { return .late }
        if dueOn == today { return .today }
        return dueOn <= today.adding(days: Self.soonDays) ? .soon : .ahead
    }

    /// How far «the next two weeks» go.
    static let soonDays = 14

    var isEscalated: Bool { stand == .leader || stand == .leaderStandsIn }
}
