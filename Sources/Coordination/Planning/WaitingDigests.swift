import Agreements
import Register
import Rules
import Synchronization

/// Remembers when the digests that wait were last looked into, so that the day's facts are not read
/// again before anything has changed: a digest may wait for its reader's hour all day.
///
/// Whatever the rules go by is registered with an entry in the audit trail. Tasks are not, so that
/// a morning's work on the queue changes nothing here.
final class WaitingDigests: Sendable {
    /// What it depends on whether something in the digests has ended.
    struct Look: Hashable, Sendable {
        let day: Day
        /// Of the whole register.
        let version: RecordVersion?
        /// Number of the adopted edition; nil for the standard.
        let rules: Int?
        /// By recipient.
        let waiting: [String: [NoticeKey]]
    }

    private let last = Mutex<Look?>(nil)

    /// Whether something in the digests may have ended since the last look.
    ///
    /// Fewer digests than before need no new look. What waits for another attempt does: it may have
    /// been with a worker the last time.
    func mayHaveEnded(_ look: Look) -> Bool {
        guard !look.waiting.isEmpty else { return false }
        guard let last = last.withLock({ $0 }), last.day == look.day,
            last.version == look.version, last.rules == look.rules
        else { return true }
        return look.waiting.contains { recipient, keys in
            !Set(keys).isSubset(of: last.waiting[recipient] ?? [])
        }
    }

    /// Takes note that what had ended at this look, or since, is taken out.
    func remember(_ look: Look) {
        last.withLock { $0 = look }
    }
}
