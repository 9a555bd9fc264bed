import Foundation

@testable import RabbitMQ

/// A file of definitions, as RabbitMQ reads it: what the tests look at.
struct Definitions: Decodable {
    /// The folder of what is set up on a broker.
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "ops/rabbitmq")
    static let file = folder.appending(path: "definitions.json")

    struct Exchange: Decodable {
        let vhost: String
        let name: String
        let type: String
        let durable: Bool
        let autoDelete: Bool
        let `internal`: Bool
        let arguments: [String: Argument]
    }

    struct Queue: Decodable {
        let vhost: String
        let name: String
        let durable: Bool
        let autoDelete: Bool
        let arguments: [String: Argument]
    }

    struct Binding: Decodable {
        let vhost: String
        let source: String
        let destination: String
        let destinationType: String
        let routingKey: String
        let arguments: [String: Argument]
    }

    struct Policy: Decodable {
        let vhost: String
        let name: String
        let pattern: String
    }

    struct Permission: Decodable {
        let user: String
        let vhost: String
        let configure: String
        let write: String
        let read: String
    }

    var exchanges: [Exchange]? = []
    let queues: [Queue]
    let bindings: [Binding]
    var policies: [Policy]? = []
    var permissions: [Permission]? = []

    static func read(_ data: Data) throws -> Definitions {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(Definitions.self, from: data)
    }

    /// What is declared, in the words of the program.
    var topology: Topology {
        Topology(
            exchanges: (exchanges ?? []).map { exchange in
                Topology.Exchange(
                    name: exchange.name, type: exchange.type,
                    alternate: exchange.arguments["alternate-exchange"]?.text)
            },
            queues: queues.map { queue in
                Topology.Queue(
                    name: queue.name,
                    arguments: queue.arguments.filter { $0.key != "x-queue-type" }
                        .mapValues(\.value))
            },
            bindings: bindings.map {
                Topology.Binding(
                    queue: $0.destination, exchange: $0.source, routingKey: $0.routingKey)
            })
    }

    /// The value of an argument: text, a number or a flag.
    struct Argument: Decodable {
        let value: Topology.Argument

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let flag = Self.read(Bool.self, container) {
                value = .flag(flag)
            } else if let number = Self.read(Int32.self, container) {
                value = .number(number)
            } else {
                value = .text(try container.decode(String.self))
            }
        }

        private static func read<Value: Decodable>(
            _ type: Value.Type, _ container: any SingleValueDecodingContainer
        ) -> Value? {
            do {
                return try container.decode(type)
            } catch {
                return nil
            }
        }

        var text: String? {
            if case .text(let text) = value { text } else { nil }
        }
    }
}
