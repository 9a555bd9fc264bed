import Synchronization
import Tasks

/// Deliveries that wait to be taken, and those who wait for deliveries. The prefetch bounds it.
final class Inbox: Sendable {
    private struct Contents {
        var receipts = Line<Receipt>()
        var waiters: [Int: CheckedContinuation<Void, Never>] = [:]
        var lastWaiter = 0
        var isClosed = false
    }

    private let contents = Mutex(Contents())

    func put(_ receipts: [Receipt]) {
        wake { contents in
            for receipt in receipts { contents.receipts.append(receipt) }
        }
    }

    /// Forgets what was not taken: its connection is gone, and it comes again.
    func drop() {
        contents.withLock { $0.receipts = Line() }
    }

    func close() {
        wake { contents in
            contents.isClosed = true
            contents.receipts = Line()
        }
    }

    private func wake(_ change: (inout Contents) -> Void) {
        let waiters = contents.withLock { contents in
            change(&contents)
            defer { contents.waiters.removeAll() }
            return contents.waiters
        }
        for waiter in waiters.values { waiter.resume() }
    }

    /// Waits for deliveries; none when it is closed or the caller cancelled.
    func take(upTo limit: Int) async -> [Receipt] {
        while !Task.isCancelled {
            let (receipts, isClosed) = contents.withLock {
                ($0.receipts.take(upTo: limit), $0.isClosed)
            }
            guard receipts.isEmpty, !isClosed else { return receipts }
            await arrival()
        }
        return []
    }

    private func arrival() async {
        let number = contents.withLock { contents in
            contents.lastWaiter += 1
            return contents.lastWaiter
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let mustWait = contents.withLock { contents in
                    guard contents.receipts.isEmpty, !contents.isClosed, !Task.isCancelled
                    else { return false }
                    contents.waiters[number] = continuation
                    return true
                }
                if !mustWait { continuation.resume() }
            }
        } onCancel: {
            contents.withLock { $0.waiters.removeValue(forKey: number) }?.resume()
        }
    }
}
