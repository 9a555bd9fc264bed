import Tasks

/// A queue that answers every publication the same and carries nothing.
struct AnsweringQueue: TaskQueue {
    let answer: Publication
    var outlivesCoordinator = false

    func publish(_ tasks: [Envelope]) async -> [Publication] { tasks.map { _ in answer } }
    func reports(upTo limit: Int) async -> [ReportDelivery] { [] }
    func acknowledge(_ reports: [DeliveryTag]) async {}
    func close() async {}

    func consume(_ worker: String, prefetch: Int) async throws -> any TaskConsumer {
        try await EmbeddedQueue().consume(worker, prefetch: prefetch)
    }
}
