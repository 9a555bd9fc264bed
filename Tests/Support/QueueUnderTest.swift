import RabbitMQ
import Settings
import Tasks

/// A queue that the contract is held against: how to make one, and how to take everything from it.
package struct QueueUnderTest: Sendable, CustomStringConvertible {
    package let description: String
    package let make: @Sendable () async throws -> any TaskQueue
    /// Makes it lose every message, and answers the queue to go on with.
    package let lose: @Sendable (any TaskQueue) async throws -> any TaskQueue

    package init(
        _ description: String,
        make: @escaping @Sendable () async throws -> any TaskQueue,
        lose: @escaping @Sendable (any TaskQueue) async throws -> any TaskQueue
    ) {
        self.description = description
        self.make = make
        self.lose = lose
    }

    package static let embedded = QueueUnderTest(
        "embedded",
        make: { EmbeddedQueue() },
        lose: { queue in
            await queue.close()
            return EmbeddedQueue()
        })

    /// Each on a virtual host of its own at the broker of this test run.
    package static let rabbitMQ = QueueUnderTest(
        "RabbitMQ",
        make: { RabbitMQQueue.sample(at: try await Broker.ofThisRun().virtualHost()) },
        lose: { queue in
            guard let queue = queue as? RabbitMQQueue else { return queue }
            await queue.close()
            try await Broker.ofThisRun().empty(queue.address)
            return RabbitMQQueue.sample(at: queue.address)
        })
}

extension RabbitMQQueue {
    package static func sample(at address: BrokerAddress) -> RabbitMQQueue {
        RabbitMQQueue(
            settings: LinkSettings(nodes: [address], name: "test"), surroundings: .silent)
    }

    package nonisolated var address: BrokerAddress { settings.nodes[0] }
}
