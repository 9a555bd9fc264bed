import Dispatch

/// Hashes and checks passwords one at a time, beside the threads that serve pages.
///
/// A hash takes a fifth of a second and 32 MB on purpose. So few may wait that nobody waits for
/// longer than a few seconds; more are turned away, and the pages stay fast.
package actor PasswordDesk {
    private let queue = DispatchQueue(label: "avtalt.passwords")
    private let cost: PasswordHash.Cost
    private let most: Int
    private var waiting = 0
    /// Stands in where somebody has no password, so that the answer takes as long.
    private let nobody: PasswordHash

    /// - Parameter most: How many are hashed or waiting at the same time.
    package init(cost: PasswordHash.Cost = .standard, most: Int = 16) {
        self.cost = cost
        self.most = most
        nobody = PasswordHash.ofNone(cost: cost)
    }

    /// Whether the password is that of the hash, never without one; nil when too many wait.
    package func matches(_ password: String, _ hash: PasswordHash?) async -> Bool? {
        let compared = hash ?? nobody
        return await take { compared.matches(password) && hash != nil }
    }

    /// A hash to keep; nil when too many wait.
    package func hash(of password: String) async -> PasswordHash? {
        let cost = cost
        return await take { PasswordHash(of: password, cost: cost) }
    }

    private func take<T: Sendable>(_ work: @escaping @Sendable () -> T) async -> T? {
        guard waiting < most else { return nil }
        waiting += 1
        defer { waiting -= 1 }
        return await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: work()) }
        }
    }
}
