import Agreements
import Register
import Rules

/// How notices that were planned stand by now: told, resolved, or silent.
struct NoticeStanding {
    let facts: Facts
    /// What the rules would send.
    let notices: [NoticeKey: Notice]
    private let silence: NoticeSilence

    /// Why a share is not to go out any more.
    struct End {
        let state: RecipientState
        let sentence: String
        var silentUntil: Day?
    }

    init(_ decisions: [NoticeDecision], facts: Facts, silence: NoticeSilence) {
        self.facts = facts
        self.silence = silence
        let sent = decisions.compactMap { decision in
            if case .send(let notice) = decision { notice } else { nil }
        }
        notices = Dictionary(sent.map { ($0.key, $0) }) { first, _ in first }
    }

    /// Nil for a share that is still to be told.
    func end(of key: NoticeKey, for recipient: String) -> End? {
        guard let notice = notices[key] else {
            return End(state: .resolved, sentence: "It was resolved before the digest went out.")
        }
        return silence.reason(notice, for: recipient).map {
            End(state: .silenced, sentence: $0.sentence, silentUntil: $0.until)
        }
    }
}
