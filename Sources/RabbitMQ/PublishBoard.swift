import Tasks

/// A batch of messages that somebody waits for.
struct PublishJob: Sendable {
    let number: UInt64
    let messages: [Message]
    /// Called once, with an answer for each.
    let answer: @Sendable ([Publication]) -> Void
}

/// The batches that are being published: what is to be sent next, and what is answered.
///
/// A batch is answered when each of its messages is, when it is abandoned, or when its time is
/// over; those without an answer are unknown then.
struct PublishBoard {
    /// Which message of which batch.
    struct Slot: Hashable {
        let job: UInt64
        let index: Int
    }

    private struct Entry {
        let job: PublishJob
        let deadline: Duration
        var answers: [Publication?]
        var missing: Int
    }

    private var entries: [UInt64: Entry] = [:]
    private var unsent = Line<Slot>()

    mutating func add(_ job: PublishJob, deadline: Duration) {
        guard !job.messages.isEmpty else { return job.answer([]) }
        entries[job.number] = Entry(
            job: job, deadline: deadline,
            answers: Array(repeating: nil, count: job.messages.count),
            missing: job.messages.count)
        for index in job.messages.indices { unsent.append(Slot(job: job.number, index: index)) }
    }

    /// The message to be sent next; it stays so until `sendNext`.
    mutating func next() -> (slot: Slot, message: Message)? {
        while let slot = unsent.first {
            if let entry = entries[slot.job] { return (slot, entry.job.messages[slot.index]) }
            _ = unsent.take(upTo: 1)
        }
        return nil
    }

    /// The next message has been sent.
    mutating func sendNext() {
        _ = unsent.take(upTo: 1)
    }

    /// Sets the answer of a message; one of a batch that is gone is nobody's.
    mutating func answer(_ slot: Slot, _ publication: Publication) {
        guard var entry = entries[slot.job], entry.answers[slot.index] == nil else { return }
        entry.answers[slot.index] = publication
        entry.missing -= 1
        guard entry.missing > 0 else {
            entries.removeValue(forKey: slot.job)
            return entry.job.answer(entry.answers.compactMap { $0 })
        }
        entries[slot.job] = entry
    }

    /// Gives all that is not sent the same answer.
    mutating func answerUnsent(_ publication: Publication) {
        for slot in unsent.take(upTo: unsent.count) { answer(slot, publication) }
    }

    mutating func abandon(_ number: UInt64, reason: String) {
        guard let entry = entries.removeValue(forKey: number) else { return }
        entry.job.answer(entry.answers.map { $0 ?? .unknown(reason: reason) })
    }

    mutating func abandonAll(reason: String) {
        for number in entries.keys.sorted() { abandon(number, reason: reason) }
        _ = unsent.take(upTo: unsent.count)
    }

    mutating func expire(at now: Duration) {
        for (number, entry) in entries where entry.deadline <= now {
            abandon(number, reason: "The broker has not confirmed it in time.")
        }
    }
}
