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
    /// The attempt that the message says it is; 1 where it does not say.
    package let attempt: Int
    package let content: Result<Envelope, Unreadable>
    /// Whether somebody had it before whose connection ended without an acknowledgement: their
    /// process may have ended at it, which its content does not tell yet.
    package let isRedelivered: Bool

    package init(
        tag: DeliveryTag, id: TaskID?, attempt: Int, content: Result<Envelope, Unreadable>,
        isRedelivered: Bool = false
    ) {
        self.isRedelivered = isRedelivered
        self.tag = tag
        self.id = id
        self.attempt = attempt
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
