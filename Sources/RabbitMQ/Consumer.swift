import Logging
import Tasks

/// Consumes queues on a connection of its own.
package final class Consumer: Sendable {
    private let link: Link<ConsumingWork>
    private let inbox = Inbox()

    package init(
        _ queues: [String], prefetch: Int, _ topology: Topology, settings: LinkSettings,
        logger: Logger
    ) {
        let inbox = inbox
        link = Link(settings, logger: logger) {
            ConsumingWork(topology, queues: queues, prefetch: prefetch, inbox: inbox)
        }
    }

    package var health: LinkHealth { link.health }
    package var isClosed: Bool { link.box.isClosing }

    /// Waits for the first attempt to connect.
    package func attempted() async -> Result<Void, BrokerError> { await link.box.attempted() }

    /// Waits for deliveries; none when it is closed or the caller cancelled.
    package func take(upTo limit: Int) async -> [Receipt] { await inbox.take(upTo: limit) }

    package func acknowledge(_ tags: [DeliveryTag]) {
        link.box.send(.acknowledge(tags))
    }

    package func requeue(_ tags: [DeliveryTag]) {
        link.box.send(.requeue(tags))
    }

    /// Gives back what is not acknowledged, and ends every call that waits.
    package func close() async {
        await link.close()
        inbox.close()
    }
}

extension Receipt {
    package var tag: DeliveryTag { DeliveryTag(generation: generation, number: number) }
}
