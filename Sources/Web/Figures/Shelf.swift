/// Keeps what is dear to work out: one computation at a time for each key, so many keys at most.
///
/// What was used longest ago makes room. A visitor who goes away does not stop a computation that
/// others wait for. A computation that fails is told to all who wait, and not kept.
actor Shelf<Key: Hashable & Sendable, Value: Sendable> {
    private struct Entry {
        let task: Task<Value, any Error>
        var lastUse: UInt64
    }

    private let limit: Int
    private var entries: [Key: Entry] = [:]
    private var uses: UInt64 = 0

    init(limit: Int) {
        precondition(limit > 0, "A shelf has room for one thing at least.")
        self.limit = limit
    }

    /// The value of a key, worked out with `make` unless it is there or under way.
    func value(
        of key: Key, make: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        uses += 1
        if let entry = entries[key] {
            entries[key]?.lastUse = uses
            return try await entry.task.value
        }
        if entries.count >= limit,
            let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse })
        {
            entries[oldest.key] = nil
        }
        let use = uses
        let task = Task.detached(executorPreference: PageThreads.reading) { try await make() }
        entries[key] = Entry(task: task, lastUse: use)
        do {
            return try await task.value
        } catch {
            if entries[key]?.task == task { entries[key] = nil }
            throw error
        }
    }

    var count: Int { entries.count }
}
