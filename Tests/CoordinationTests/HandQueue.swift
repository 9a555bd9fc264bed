import Tasks

/// A queue that holds what is published until the test takes it.
actor HandQueue: TaskQueue {
    nonisolated let outlivesCoordinator = false
    private var published: [Envelope] = []
    private var reported: [ReportDelivery] = []
    private var lastNumber: UInt64 = 0

    func publish(_ tasks: [Envelope]) async -> [Publication] {
        published += tasks
        return tasks.map { _ in .confirmed }
    }

    func take() -> [Envelope] {
        defer { published = [] }
        return published
    }

    func report(_ report: TaskReport) {
        lastNumber += 1
        reported.append(
            ReportDelivery(tag: DeliveryTag(generation: 1, number: lastNumber), report: report))
    }

    func reports(upTo limit: Int) async -> [ReportDelivery] {
        defer { reported = Array(reported.dropFirst(limit)) }
        return Array(reported.prefix(limit))
    }

    func acknowledge(_ reports: [DeliveryTag]) async {}

    func consume(_ worker: String, prefetch: Int) async throws -> any TaskConsumer {
        try await EmbeddedQueue().consume(worker, prefetch: prefetch)
    }

    func close() async {}
}
