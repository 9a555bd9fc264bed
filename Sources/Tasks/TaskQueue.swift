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
    /// Publishes all, and answers for each in the same order. A cancelled call answers `unknown`
    /// for those it does not know about.
    func publish(_ tasks: [Envelope]) async -> [Confirmation]

    /// Waits for reports of workers, and takes up to `limit`; none when the queue is closed or
    /// the caller cancelled.
    func reports(upTo limit: Int) async -> [ReportDelivery]

    /// Tells the queue that these reports are recorded; tags of an older connection do nothing.
    func acknowledge(_ reports: [DeliveryTag]) async

    /// Begins to consume the tasks of a worker (`reminder`), `prefetch` of them at a time.
    func consume(_ worker: String, prefetch: Int) async throws -> any TaskConsumer

    /// Ends every call that waits. Consumers get nothing more.
    func close() async
}

/// A worker's end of a queue.
package protocol TaskConsumer: Sendable {
    /// Waits for deliveries, and takes up to `limit`; none when the consumer is closed or the
    /// caller cancelled.
    func deliveries(upTo limit: Int) async -> [Delivery]

    /// Sends each report, and once it is safe with the coordinator's queue acknowledges the
    /// delivery that it answers. Answers how many reports are safe, in order from the first;
    /// deliveries of the others come again.
    @discardableResult func reply(_ replies: [Reply]) async -> Int

    /// Gives deliveries back for any consumer to take; tags of an older connection do nothing.
    func handBack(_ deliveries: [DeliveryTag]) async

    /// Gives back every delivery that is not acknowledged, and ends every call that waits.
    func close() async
}

/// What is known of a message after publishing it.
package enum Confirmation: Hashable, Sendable {
    /// The queue has it and there is a worker's queue for it.
    case confirmed
    /// There is no queue for its worker.
    case returned(reason: String)
    /// The queue has refused it, for instance because it is full.
    case refused(reason: String)
    /// No answer came: it may be there or not.
    case unknown(reason: String)
}

/// Names a delivery to the queue that made it.
package struct DeliveryTag: Hashable, Sendable {
    /// The connection, counted from 1; tags of an older one are void.
    package let generation: UInt64
    package let number: UInt64

    package init(generation: UInt64, number: UInt64) {
        self.generation = generation
        self.number = number
    }
}

/// A task in the hands of a consumer.
package struct Delivery: Sendable {
    package let tag: DeliveryTag
    /// The task that the message says it is, readable or not; nil where it does not say.
    package let id: TaskID?
    package let content: Result<Envelope, Unreadable>

    package init(tag: DeliveryTag, id: TaskID?, content: Result<Envelope, Unreadable>) {
        self.tag = tag
        self.id = id
        self.content = content
    }
}

/// A report on its way from a worker.
package struct Reply: Sendable {
    /// Nil only for a delivery that names no task, which the register will publish again.
    package let report: TaskReport?
    /// The delivery that is thereby done with; nil for one that goes on (`started`, `alive`).
    package let acknowledging: DeliveryTag?

    package init(_ report: TaskReport?, acknowledging: DeliveryTag? = nil) {
        self.report = report
        self.acknowledging = acknowledging
    }
}

/// A report in the hands of the coordinator.
package struct ReportDelivery: Sendable {
    package let tag: DeliveryTag
    /// Nil when the message could not be read; it is acknowledged, logged and counted.
    package let report: TaskReport?

    package init(tag: DeliveryTag, report: TaskReport?) {
        self.tag = tag
        self.report = report
    }
}
