/// Carries what is due now from the coordinator to the workers, and their reports back.
///
/// The coordinator publishes envelopes; each goes to the queue of its kind's worker. A worker
/// consumes that queue: deliveries come to it up to its prefetch, stay its own until it
/// acknowledges them with a report or hands them back, and go to another consumer when it is
/// closed or dies. Reports come to the coordinator, which acknowledges them once they are
/// recorded; what was not acknowledged comes again.
///
/// The queue promises at least once and keeps no order. It knows no delays, no attempts and no
/// results: those are the register's. Everything crosses in batches. Connections are the
/// queue's own business: while it has none, publishing answers `unknown` and receiving waits.
package protocol TaskQueue: Sendable {
    /// Whether what was published is still there after the coordinator's process has ended. If
    /// not, the next coordinator publishes it again at once.
    var outlivesCoordinator: Bool { get }

    /// Whether reports that workers send arrive now.
    var hears: Bool { get async }

    /// Publishes all, and answers for each in the same order. A cancelled call answers `unknown`
    /// for those it does not know about.
    func publish(_ tasks: [Envelope]) async -> [Publication]

    /// Waits for reports of workers, and takes up to `limit`; none when the queue is closed or
    /// the caller cancelled.
    func reports(upTo limit: Int) async -> [ReportDelivery]

    /// Tells the queue that these reports are recorded; tags of an older connection do nothing.
    /// A coordinator that cannot record keeps its reports and tries again; a queue that outlives
    /// it gives them to the next one.
    func acknowledge(_ reports: [DeliveryTag]) async

    /// Begins to consume the tasks of a worker (`reminder`), `prefetch` of them at a time.
    func consume(_ worker: String, prefetch: Int) async throws -> any TaskConsumer

    /// Ends every call that waits. Consumers get nothing more.
    func close() async
}

extension TaskQueue {
    /// A queue without a connection that could be lost.
    package var hears: Bool { true }
}
