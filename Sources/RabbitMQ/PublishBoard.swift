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

        /// Answers whether it was new.
        mutating func set(_ publication: Publication, at index: Int) -> Bool {
            guard answers[index] == nil else { return false }
            answers[index] = publication
            missing -= 1
            return true
        }
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
            if let message = entries[slot.job]?.job.messages[slot.index] { return (slot, message) }
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
        // In place: a copy of the entry would copy all of its answers for each of them.
        guard entries[slot.job]?.set(publication, at: slot.index) == true,
            entries[slot.job]?.missing == 0,
            let entry = entries.removeValue(forKey: slot.job)
        else { return }
        entry.job.answer(entry.answers.compactMap { $0 })
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
