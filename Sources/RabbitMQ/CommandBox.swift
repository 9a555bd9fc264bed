import CRabbitMQ
import Foundation
import Synchronization

/// What is asked of a link's thread, and the bell that wakes it.
///
/// Any thread may send; the link's own takes. Whoever waits for the first attempt to connect is
/// answered once it has succeeded or failed.
final class CommandBox<Command: Sendable>: Sendable {
    private struct Contents {
        var commands: [Command] = []
        var isClosing = false
        var hasEnded = false
        var attempt: Result<Void, BrokerError>?
        var attemptWaiters: [CheckedContinuation<Result<Void, BrokerError>, Never>] = []
        var endWaiters: [CheckedContinuation<Void, Never>] = []
    }

    private let contents = Mutex(Contents())
    /// Without a descriptor left for it the thread wakes at its own times only.
    private let bell = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))

    deinit {
        if bell >= 0 { Foundation.close(bell) }
    }

    var isClosing: Bool { contents.withLock { $0.isClosing } }

    /// Answers whether the thread is still there to do it.
    @discardableResult
    func send(_ command: Command) -> Bool {
        let isTaken = contents.withLock { contents in
            guard !contents.hasEnded else { return false }
            contents.commands.append(command)
            return true
        }
        if isTaken { ring() }
        return isTaken
    }

    func close() {
        contents.withLock { $0.isClosing = true }
        ring()
    }

    private func ring() {
        eventfd_write(bell, 1)
    }

    /// What the latest attempt to connect came to; waits for the first.
    func attempted() async -> Result<Void, BrokerError> {
        await withCheckedContinuation { continuation in
            let known = contents.withLock { contents -> Result<Void, BrokerError>? in
                if contents.attempt == nil { contents.attemptWaiters.append(continuation) }
                return contents.attempt
            }
            if let known { continuation.resume(returning: known) }
        }
    }

    /// Returns once the thread has ended.
    func ended() async {
        await withCheckedContinuation { continuation in
            let hasEnded = contents.withLock { contents in
                if !contents.hasEnded { contents.endWaiters.append(continuation) }
                return contents.hasEnded
            }
            if hasEnded { continuation.resume() }
        }
    }

    // MARK: The thread's end

    func take() -> (commands: [Command], isClosing: Bool) {
        contents.withLock { contents in
            defer { contents.commands.removeAll(keepingCapacity: true) }
            return (contents.commands, contents.isClosing)
        }
    }

    func tellAttempt(_ result: Result<Void, BrokerError>) {
        let waiters = contents.withLock { contents in
            contents.attempt = result
            defer { contents.attemptWaiters.removeAll() }
            return contents.attemptWaiters
        }
        for waiter in waiters { waiter.resume(returning: result) }
    }

    /// Takes nothing more; answers what was not taken.
    func end() -> [Command] {
        let (commands, waiters) = contents.withLock { contents in
            contents.hasEnded = true
            defer {
                contents.commands.removeAll()
                contents.endWaiters.removeAll()
            }
            return (contents.commands, contents.endWaiters)
        }
        for waiter in waiters { waiter.resume() }
        return commands
    }

    /// Waits for a ring, for something to read on the socket, or for the time to pass; answers
    /// whether there is something to read.
    func wait(for socket: Int32?, atMost limit: Duration) -> Bool {
        var descriptors = [
            pollfd(fd: bell, events: Int16(POLLIN), revents: 0),
            pollfd(fd: socket ?? -1, events: Int16(POLLIN), revents: 0),
        ]
        guard poll(&descriptors, 2, limit.wholeMilliseconds) > 0 else { return false }
        if descriptors[0].revents != 0 {
            var rings: eventfd_t = 0
            eventfd_read(bell, &rings)
        }
        return descriptors[1].revents != 0
    }
}
