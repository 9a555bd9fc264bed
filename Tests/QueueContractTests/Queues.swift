import Agreements
import Register
import Support
import Tasks
import Testing

/// The queues that every promise is held against.
enum Queues {
    static let all: [QueueUnderTest] = [.embedded, .rabbitMQ]
}

extension Coordinator {
    /// A coordinator on a new queue of that sort.
    static func on(_ queue: QueueUnderTest) async throws -> Coordinator {
        try Coordinator(try await queue.make())
    }

    /// A worker's end of the queue.
    func consumer(of worker: String = "reminder", prefetch: Int = 100) async throws
        -> any TaskConsumer
    {
        try await queue.consume(worker, prefetch: prefetch)
    }

    /// Every delivery of the next `count` tasks.
    func deliveries(
        _ count: Int, to consumer: any TaskConsumer
    ) async -> [Delivery] {
        var deliveries: [Delivery] = []
        while deliveries.count < count {
            let batch = await consumer.deliveries(upTo: count - deliveries.count)
            guard !batch.isEmpty else { break }
            deliveries += batch
        }
        return deliveries
    }

    /// Takes reports in until so many have been.
    @discardableResult
    func recordAll(_ count: Int) async throws -> (recorded: Int, refused: Int) {
        var total = (recorded: 0, refused: 0)
        var seen = 0
        while seen < count {
            let counts = try await record()
            total.recorded += counts.recorded
            total.refused += counts.refused
            seen += counts.recorded + counts.renewed + counts.refused + counts.unknown
        }
        return total
    }

    /// Takes in what a worker tells of a task's first attempt, as if it had come by the queue.
    func hear(_ event: TaskReport.Event, of id: TaskID) throws {
        let now = clock.now()
        let report = TaskReport(
            id: id, attempt: 1, worker: "worker-1", startedAt: now, reportedAt: now, event: event)
        try register.write { db in
            let store = TaskStore(db)
            guard var task = try store.task(id) else { return }
            let action = task.state.apply(
                report, at: now, policy: policy, limits: limits, jitter: 0)
            guard case .changed(let event) = action else { return }
            try store.save(task, event)
        }
    }
}
