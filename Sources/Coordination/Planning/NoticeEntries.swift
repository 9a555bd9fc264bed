import Agreements
import Register
import Rules

/// What a day's decisions put into the ledger, and the notices that the digests are made of.
struct NoticeEntries {
    let ledger: NoticeLedger
    let day: Day
    let now: Instant
    /// With those recipients only who are to hear of it now.
    private(set) var sent: [Notice] = []
    private(set) var passedOver = 0

    init(_ ledger: NoticeLedger, on day: Day, at now: Instant) {
        self.ledger = ledger
        self.day = day
        self.now = now
    }

    /// Enters a decision about a stage that nothing was decided about yet.
    mutating func enter(_ decision: NoticeDecision) throws {
        switch decision {
        case .send(let notice):
            if try ledger.produce(notice, on: day, at: now) { sent.append(notice) }
        case .skip(let key, let stagedOn, let reason):
            if try ledger.pass(over: key, stagedOn: stagedOn, because: reason, on: day) {
                passedOver += 1
            }
        }
    }

    /// Enters a decision about a stage that some were to hear of and have not.
    mutating func enter(_ decision: NoticeDecision, forThoseWhoMissed unheard: Set<String>) throws {
        switch decision {
        case .send(let notice):
            let heard = try ledger.heard(of: notice.key)
            var rest = notice
            rest.recipients = notice.recipients.filter { !heard.contains($0) }
            for recipient in rest.recipients {
                try ledger.enter(notice.key, for: recipient, on: day, as: .planned, at: now)
            }
            try giveUp(
                notice.key, unheard.subtracting(rest.recipients), as: .skipped,
                "Others were to hear of it by then.")
            if !rest.recipients.isEmpty { sent.append(rest) }
        case .skip(let key, _, let reason):
            try giveUp(key, unheard, as: reason.state, reason.sentence)
            passedOver += 1
        }
    }

    /// Enters that a stage which some have not heard of holds no more.
    func enterResolved(_ key: NoticeKey, forThoseWhoMissed unheard: Set<String>) throws {
        try giveUp(key, unheard, as: .resolved, "It was resolved before it could be sent again.")
    }

    private func giveUp(
        _ key: NoticeKey, _ recipients: Set<String>, as state: RecipientState, _ reason: String
    ) throws {
        for recipient in recipients.sorted() {
            try ledger.enter(key, for: recipient, on: day, as: state, reason: reason, at: now)
        }
    }
}
