import Foundation

/// What is published.
package struct Message: Hashable, Sendable {
    /// RabbitMQ's limit of its short strings.
    static let nameLimit = 255

    package var exchange: String
    package var routingKey: String
    /// The task's id.
    package var id: String
    /// The task's kind, or `report`.
    package var type: String
    package var attempt: Int
    /// How long it may wait in a queue; nil for any time.
    package var lifetime: Duration?
    package var body: Data

    package init(
        exchange: String, routingKey: String, id: String, type: String, attempt: Int,
        lifetime: Duration? = nil, body: Data
    ) {
        self.exchange = exchange
        self.routingKey = routingKey
        self.id = id
        self.type = type
        self.attempt = attempt
        self.lifetime = lifetime
        self.body = body
    }
}

/// What was delivered.
package struct ReceivedMessage: Hashable, Sendable {
    /// Empty where the message does not say.
    package var id = ""
    package var type = ""
    /// 1 where the message does not say.
    package var attempt = 1
    /// Why and in which queue it was given up first; nil for a message that was not.
    package var death: String?
    /// Whether the broker has delivered it before, to somebody who did not acknowledge it.
    package var isRedelivered = false
    package var body = Data()
    /// As the message says; more than `body` holds if that was too large to take in.
    package var size = 0
}

/// A delivery that waits to be taken.
package struct Receipt: Hashable, Sendable {
    package var generation: UInt64
    /// The broker's number, counted from 1 on each connection.
    package var number: UInt64
    package var queue: String
    package var arrivedAt: ContinuousClock.Instant
    package var message: ReceivedMessage
}
