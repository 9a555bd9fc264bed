/// Wakes a service that waits for something to do.
///
/// A ring while nobody waits is kept, so that none is missed; several count as one.
package actor Bell {
    private var hasRung = false
    private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    private var lastWaiter = 0

    package init() {}

    package func ring() {
        hasRung = true
        for waiter in waiting.values { waiter.resume() }
        waiting.removeAll()
    }

    /// Returns at the next ring, when the time is over, or when the caller is cancelled.
    package func wait(atMost limit: Duration) async {
        guard !hasRung else {
            hasRung = false
            return
        }
        lastWaiter += 1
        let waiter = lastWaiter
        let alarm = Task {
            try await Task.sleep(for: limit)
            wake(waiter)
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                if Task.isCancelled {
                    continuation.resume()
                } else {
                    waiting[waiter] = continuation
                }
            }
        } onCancel: {
            Task { await wake(waiter) }
        }
        alarm.cancel()
        hasRung = false
    }

    private func wake(_ waiter: Int) {
        waiting.removeValue(forKey: waiter)?.resume()
    }
}
