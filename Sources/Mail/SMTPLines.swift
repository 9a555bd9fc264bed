import Foundation
import Synchronization

/// The connections to a mail server that are open, each on a thread of its own, which takes one
/// message after the other and ends when there has been none for a while.
final class SMTPLines: Sendable {
    /// A message, and who waits for what becomes of it.
    private struct Job: Sendable {
        let message: MailMessage
        let answer: CheckedContinuation<MailOutcome, Never>
    }

    /// A line that has nothing to do.
    private final class Seat: Sendable {
        let bell = DispatchSemaphore(value: 0)
        let job = Mutex<Job?>(nil)
    }

    private struct Office {
        var lines = 0
        var idle: [Seat] = []
        var waiting: [Job] = []
    }

    private let settings: SMTPSettings
    private let office = Mutex(Office())

    init(_ settings: SMTPSettings) {
        self.settings = settings
    }

    /// Lines that are at a message.
    var busy: Int { office.withLock { $0.lines - $0.idle.count } }

    /// Returns when the message was taken or not, within `SMTPSettings.timeout` of its turn.
    func send(_ message: MailMessage) async -> MailOutcome {
        await withCheckedContinuation { answer in
            give(Job(message: message, answer: answer))
        }
    }

    private func give(_ job: Job) {
        let isNew = office.withLock { office -> Bool in
            if let seat = office.idle.popLast() {
                seat.job.withLock { $0 = job }
                seat.bell.signal()
                return false
            }
            guard office.lines < settings.connections else {
                office.waiting.append(job)
                return false
            }
            office.lines += 1
            return true
        }
        if isNew { Thread.detachNewThread { self.work(job) } }
    }

    /// The life of a line.
    private func work(_ first: Job) {
        let connection = SMTPConnection(settings)
        var next: Job? = first
        while let job = next {
            job.answer.resume(returning: connection.send(job.message))
            next = take()
        }
    }

    /// The next message for a line; nil when it is to end.
    private func take() -> Job? {
        let seat = Seat()
        let waiting = office.withLock { office -> Job? in
            guard office.waiting.isEmpty else { return office.waiting.removeFirst() }
            office.idle.append(seat)
            return nil
        }
        if let waiting { return waiting }
        _ = seat.bell.wait(timeout: .now() + settings.idle.seconds)
        return office.withLock { office in
            if let job = seat.job.withLock({ $0 }) { return job }
            office.idle.removeAll { $0 === seat }
            office.lines -= 1
            return nil
        }
    }
}

extension Duration {
    fileprivate var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
