/// Something that happens, any number of times, and that a test waits for.
package actor Signal {
    /// That it did not happen in time.
    package struct Missing: Error {}

    package private(set) var count = 0
    private var waiting: [Int: (target: Int, continuation: CheckedContinuation<Void, Never>)] = [:]
    private var lastWaiter = 0

    package init() {}

    package func happen() {
        count += 1
        for (waiter, entry) in waiting where entry.target <= count {
            waiting.removeValue(forKey: waiter)
            entry.continuation.resume()
        }
    }

    /// Returns once it has happened that many times in all; throws after ten seconds.
    package func wait(for target: Int = 1) async throws {
        guard count < target else { return }
        lastWaiter += 1
        let waiter = lastWaiter
        let alarm = Task {
            try await Task.sleep(for: .seconds(10))
            waiting.removeValue(forKey: waiter)?.continuation.resume()
        }
        await withCheckedContinuation { waiting[waiter] = (target, $0) }
        alarm.cancel()
        guard count >= target else { throw Missing() }
    }
}
