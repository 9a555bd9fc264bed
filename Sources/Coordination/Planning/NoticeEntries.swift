import Agreements
import Register
import Rules

/// What a day's decisions put into the ledger, and the notices that the digests are made of.
struct NoticeEntries {
    let ledger: NoticeLedger
    let silence: NoticeSilence
    let day: Day
    let now: Instant
    /// With those recipients only who are to hear of it now.
    private(set) var sent: [Notice] = []
    private(set) var passedOver = 0
    /// Shares that are not told before an answer's day, or after a unit's quiet days.
    private(set) var silenced = 0

    init(_ ledger: NoticeLedger, _ silence: NoticeSilence, on day: Day, at now: Instant) {
        self.ledger = ledger
        self.silence = silence
        self.day = day
        self.now = now
    }

    /// Enters a decision about a stage that nothing was decided about yet.
    mutating func enter(_ decision: NoticeDecision) throws {
        switch decision {
        case .send(let notice):
            guard try ledger.produce(notice, on: day) else { return }
            try send(notice, to: notice.recipients)
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
            let rest = notice.recipients.filter { !heard.contains($0) }
            try giveUp(
                notice.key, unheard.subtracting(rest), as: .skipped,
                "Others were to hear of it by then.")
            try send(notice, to: rest)
        case .skip(let key, _, let reason):
            try giveUp(key, unheard, as: reason.state, reason.sentence)
            passedOver += 1
        }
    }

    /// Enters that a stage which some have not heard of holds no more.
    func enterResolved(_ key: NoticeKey, forThoseWhoMissed unheard: Set<String>) throws {
        try giveUp(key, unheard, as: .resolved, "It was resolved before it could be sent again.")
    }

    private mutating func send(_ notice: Notice, to recipients: [String]) throws {
        var told = notice
        told.recipients = []
        for recipient in recipients {
            if let reason = silence.reason(notice, for: recipient) {
                try ledger.enter(
                    notice.key, for: recipient, on: day, as: .silenced, reason: reason.sentence,
                    silentUntil: reason.until, at: now)
                silenced += 1
            } else {
                try ledger.enter(notice.key, for: recipient, on: day, as: .planned, at: now)
                told.recipients.append(recipient)
            }
        }
        if !told.recipients.isEmpty || recipients.isEmpty { sent.append(told) }
    }

    private func giveUp(
        _ key: NoticeKey, _ recipients: Set<String>, as state: RecipientState, _ reason: String
    ) throws {
        for recipient in recipients.sorted() {
            try ledger.enter(key, for: recipient, on: day, as: state, reason: reason, at: now)
        }
    }
}
