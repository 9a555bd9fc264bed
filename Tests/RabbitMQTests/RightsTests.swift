import Agreements
import Foundation
import Settings
import Support
import Tasks
import Testing

@testable import RabbitMQ

/// What the accounts of ops/rabbitmq may do, on a real broker that has its definitions.
struct RightsTests {
    private static let password = "sixteen characters"

    /// The broker of this test run, with the accounts beside its own.
    private static let broker = Task {
        let broker = try await Broker.ofThisRun()
        try await broker.load(
            definitions: Definitions.file, accounts: ["coordinator", "worker", "operator"],
            password: password)
        return broker
    }

    private func address(of account: String) async throws -> BrokerAddress {
        var address = try await Self.broker.value.address(of: "avtalt")
        address.user = account
        address.password = Secret(Self.password)
        return address
    }

    /// Something that an account does, and what it needs for it.
    enum Deed: Sendable, CustomStringConvertible {
        case publish(String, key: String)
        case consume(String)
        case declare(String)

        var description: String {
            switch self {
            case .publish(let exchange, let key): "publish to «\(exchange)» with «\(key)»"
            case .consume(let queue): "consume \(queue)"
            case .declare(let queue): "declare \(queue)"
            }
        }

        /// What the broker says against it; nil where it lets it happen.
        func refusal(_ session: Session) -> BrokerError? {
            do throws(BrokerError) {
                switch self {
                case .publish(let exchange, let key):
                    try session.publish(
                        Message(
                            exchange: exchange, routingKey: key, id: "t", type: "?", attempt: 1,
                            body: Data("{}".utf8)))
                    // The broker answers in order: what it has against the message comes first.
                    try session.startConfirming()
                case .consume(let queue):
                    try session.consume([queue], prefetch: 1)
                case .declare(let queue):
                    let queue = Topology.Queue(name: queue)
                    try session.declare(Topology(exchanges: [], queues: [queue], bindings: []))
                }
                return nil
            } catch {
                return error
            }
        }
    }

    private static let refused: [(account: String, deed: Deed)] = [
        ("worker", .publish(Topology.tasks, key: "reminder.nord")),
        ("worker", .publish(Topology.shared, key: "reminder.nord")),
        ("worker", .publish("", key: "avtalt.v1.tasks.reminder")),
        ("worker", .publish(Topology.dead, key: "")),
        ("worker", .consume(Topology.results)),
        ("worker", .consume(Topology.dead)),
        ("worker", .consume(Topology.unreadable)),
        ("worker", .declare("avtalt.v1.tasks.reminder.nord")),
        ("coordinator", .publish(Topology.tasks, key: "unheard.of")),
        ("coordinator", .publish("", key: Topology.results)),
        ("coordinator", .declare("another")),
        ("operator", .publish(Topology.tasks, key: "reminder.nord")),
        ("operator", .publish(Topology.results, key: Topology.results)),
        ("operator", .publish(Topology.unreadable, key: "")),
        ("operator", .publish("", key: Topology.results)),
        ("operator", .consume(Topology.results)),
        ("operator", .consume("avtalt.v1.tasks.reminder")),
        ("operator", .declare("another")),
    ]

    private static let allowed: [(account: String, deed: Deed)] = [
        ("worker", .publish(Topology.unreadable, key: "")),
        ("worker", .consume("avtalt.v1.tasks.evaluation")),
        ("operator", .consume(Topology.unreadable)),
    ]

    @Test(.timeLimit(.minutes(10)), arguments: refused)
    func `what an account is not there for is refused`(account: String, deed: Deed) async throws {
        let address = try await address(of: account)
        let session = try Session(address, settings: LinkSettings(nodes: [address], name: "test"))

        let error = try #require(deed.refusal(session), "\(account) may \(deed)")

        #expect(error.exitCode == 77, "\(error)")
        #expect("\(error)".contains("does not let this process in"))
        #expect("\(error)".contains("'\(account)'"))
    }

    @Test(.timeLimit(.minutes(10)), arguments: allowed)
    func `what an account is there for is allowed`(account: String, deed: Deed) async throws {
        let address = try await address(of: account)
        let session = try Session(address, settings: LinkSettings(nodes: [address], name: "test"))

        let error = deed.refusal(session)
        session.close()

        #expect(error == nil)
    }

    @Test(.timeLimit(.minutes(10)))
    func `a task goes there and its report comes back with the accounts of both`() async throws {
        let coordinator = RabbitMQQueue.sample(at: try await address(of: "coordinator"))
        let worker = RabbitMQQueue.sample(at: try await address(of: "worker"))
        try await coordinator.connect()
        try await worker.connect()
        let consumer = try await worker.consume("report", prefetch: 1)
        let task = Envelope(
            id: TaskID("t"), kind: .reportPart, unit: .nord, subject: "t",
            dueAt: Instant(milliseconds: 0), payload: Data("{}".utf8))

        let published = await coordinator.publish([task])
        let delivery = try #require(await consumer.deliveries(upTo: 1).first)
        let safe = await consumer.reply([.finish(delivery)])
        let reports = await coordinator.reports(upTo: 1)

        #expect(published == [.confirmed])
        #expect(safe == 1)
        #expect(reports.first?.report?.id == TaskID("t"))
        await coordinator.acknowledge(reports.map(\.tag))
        await coordinator.close()
        await worker.close()
    }

    @Test(.timeLimit(.minutes(10)))
    func `an office's queue that nobody has declared has its sentence`() async throws {
        let address = try await address(of: "worker")
        let session = try Session(address, settings: LinkSettings(nodes: [address], name: "test"))

        let error = Deed.consume(Topology.queue(of: "report", unit: .vest)).refusal(session)

        guard case .missing(_, let reason)? = error else {
            Issue.record("\(error as Any)")
            return
        }
        #expect(reason.contains("avtalt.v1.tasks.report.vest"))
    }
}
