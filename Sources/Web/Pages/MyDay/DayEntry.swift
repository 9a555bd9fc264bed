import Agreements

/// Something that concerns a reader, before it is known what it is called.
struct DayEntry: Hashable, Sendable {
    /// In the order of the lines of one day; the register's statement answers with the number.
    enum Kind: Int, CaseIterable, Hashable, Sendable {
        case evaluationDue
        /// An evaluation that the reader may approve.
        case evaluationSubmitted
        case expired
        case expiring
        case followUp
        case handover
        case measure
        case meeting
        case meetingsMissing
        /// A draft of a plan that the reader may adopt.
        case planDraft
        /// A year's plan that nobody has adopted.
        case planMissing
        case settlement

        /// Of its table where it has one, and in the keys of texts.
        var name: String {
            switch self {
            case .evaluationDue: "evaluation_due"
            case .evaluationSubmitted: "evaluation_submitted"
            case .expired: "expired"
            case .expiring: "expiring"
            case .followUp: "followup"
            case .handover: "handover"
            case .measure: "measure"
            case .meeting: "meeting"
            case .meetingsMissing: "meetings_missing"
            case .planDraft: "plan_draft"
            case .planMissing: "plan_missing"
            case .settlement: "settlement"
            }
        }
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

    /// Where it stands among others: by its day, its kind, its key, and what the reader is to it.
    ///
    /// Two numbers, since a thousand entries are compared ten thousand times.
    var place: (Int64, Int64) {
        (Int64(dueOn.number) << 8 | Int64(kind.rawValue), key << 8 | Int64(stand.rawValue))
    }

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
