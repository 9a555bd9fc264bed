import Foundation

/// What is published.
struct Message: Hashable, Sendable {
    /// RabbitMQ's limit of its short strings.
    static let nameLimit = 255

    var exchange: String
    var routingKey: String
    /// The task's id.
    var id: String
    /// The task's kind, or `report`.
    var type: String
    var attempt: Int
    /// How long it may wait in a queue; nil for any time.
    var lifetime: Duration?
    var body: Data
}

/// What was delivered.
struct ReceivedMessage: Hashable, Sendable {
    /// Empty where the message does not say.
    var id = ""
    var type = ""
    /// 1 where the message does not say.
    var attempt = 1
    /// Why and in which queue it was given up first; nil for a message that was not.
    var death: String?
    var body = Data()
    /// As the message says; more than `body` holds if that was too large to take in.
    var size = 0
}

/// A delivery that waits to be taken.
struct Receipt: Hashable, Sendable {
    var generation: UInt64
    /// The broker's number, counted from 1 on each connection.
    var number: UInt64
    var queue: String
    var arrivedAt: ContinuousClock.Instant
    var message: ReceivedMessage
}
