import Agreements
import Foundation
import Settings
import Support
import Tasks
import Testing

@testable import RabbitMQ

/// What the other queue has no counterpart of, on a real broker.
struct RabbitMQQueueTests {
    private let now = Instant(milliseconds: 1_362_117_600_000)

    private func task(
        _ id: String, unit: OwningUnit = .nord, expiresAt: Instant? = nil, bytes: Int = 2
    ) -> Envelope {
        Envelope(
            id: TaskID(id), kind: .reminderDigest, unit: unit, subject: id, dueAt: now,
            expiresAt: expiresAt, payload: Data(repeating: 32, count: bytes))
    }

    private func queue(
        at address: BrokerAddress, workers: [String] = ["reminder", "evaluation", "report"],
        unit: OwningUnit? = nil
    ) -> RabbitMQQueue {
        RabbitMQQueue(
            settings: LinkSettings(nodes: [address], name: "test"), workers: workers, unit: unit,
            surroundings: .silent)
    }

    /// Publishes a message as a foreign program might.
    private func publish(
        _ body: Data, id: String, type: String = "reminder.digest", to exchange: String,
        _ key: String, at address: BrokerAddress
    ) async -> [Publication] {
        let publisher = Publisher(
            Topology(workers: ["reminder"]),
            settings: LinkSettings(nodes: [address], name: "foreign"),
            logger: Surroundings.silent.logger)
        let answers = await publisher.publish([
            Message(
                exchange: exchange, routingKey: key, id: id, type: type, attempt: 1, body: body)
        ])
        await publisher.close()
        return answers
    }

    private func event(_ queue: RabbitMQQueue) async -> TaskReport.Event? {
        await queue.reports(upTo: 1).first?.report?.event
    }

    @Test(.timeLimit(.minutes(10)))
    func `a task whose queue is gone comes back as kept with the reason`() async throws {
        let broker = try await Broker.ofThisRun()
        let address = try await broker.virtualHost()
        let queue = queue(at: address)
        _ = await queue.publish([task("first")])
        try await broker.delete(queue: "avtalt.v1.tasks.reminder", at: address)

        let answers = await queue.publish([task("second")])

        #expect(answers == [.confirmed])
        guard case .kept(let reason)? = await event(queue) else {
            Issue.record("no report")
            return
        }
        #expect(reason.contains("No queue"))
    }

    @Test(.timeLimit(.minutes(10)))
    func `a task that waits too long in its queue is expired by the coordinator's clock`()
        async throws
    {
        let queue = queue(at: try await Broker.ofThisRun().virtualHost())
        let soon = Surroundings.silent.clock.now().adding(.milliseconds(200))

        let answers = await queue.publish([task("late", expiresAt: soon)])

        #expect(answers == [.confirmed])
        #expect(await event(queue) == .expired)
    }

    @Test(.timeLimit(.minutes(10)))
    func `a unit's own worker gets its tasks and the shared one all others, each once`()
        async throws
    {
        let address = try await Broker.ofThisRun().virtualHost()
        let own = queue(at: address, unit: .nord)
        let shared = queue(at: address)
        let north = try await own.consume("reminder", prefetch: 10)
        let others = try await shared.consume("reminder", prefetch: 10)

        let answers = await shared.publish([
            task("a", unit: .nord), task("b", unit: .vest), task("c", unit: .nord),
            task("d", unit: .central),
        ])

        #expect(answers.allSatisfy { $0 == .confirmed })
        #expect(await ids(of: north, 2) == ["a", "c"])
        #expect(await ids(of: others, 2) == ["b", "d"])
    }

    private func ids(of consumer: any TaskConsumer, _ count: Int) async -> [String] {
        var ids: [String] = []
        while ids.count < count {
            let batch = await consumer.deliveries(upTo: count - ids.count)
            guard !batch.isEmpty else { break }
            ids += batch.compactMap(\.id?.text)
        }
        return ids.sorted()
    }

    @Test(.timeLimit(.minutes(10)))
    func `a body that cannot be read reaches the worker under its task's id`() async throws {
        let address = try await Broker.ofThisRun().virtualHost()
        let consumer = try await queue(at: address).consume("reminder", prefetch: 10)

        let answers = await publish(
            Data("{".utf8), id: "t", to: Topology.tasks, "reminder.nord", at: address)

        #expect(answers == [.confirmed])
        let delivery = try #require(await consumer.deliveries(upTo: 1).first)
        #expect(delivery.id == TaskID("t"))
        #expect(throws: Unreadable.self) { try delivery.content.get() }
    }

    @Test(
        .timeLimit(.minutes(10)),
        arguments: [(Topology.tasks, "reminder.nord"), (Topology.results, Topology.results)])
    func `what names no task is kept where people find it`(exchange: String, key: String)
        async throws
    {
        let address = try await Broker.ofThisRun().virtualHost()
        let queue = queue(at: address)
        let consumer = try await queue.consume("reminder", prefetch: 10)
        let type = exchange == Topology.results ? "reports" : "?"
        _ = await publish(
            Data("lost property".utf8), id: "", type: type, to: exchange, key, at: address)

        async let reports = queue.reports(upTo: 1)
        async let deliveries = consumer.deliveries(upTo: 1)
        let kept = Consumer(
            [Topology.unreadable], prefetch: 1, Topology(workers: ["reminder"]),
            settings: LinkSettings(nodes: [address], name: "test"),
            logger: Surroundings.silent.logger)
        let found = await kept.take(upTo: 1)

        #expect(found.map(\.message.body) == [Data("lost property".utf8)])
        await consumer.close()
        await queue.close()
        #expect(await deliveries.isEmpty)
        #expect(await reports.allSatisfy { $0.report == nil })
    }

    @Test(.timeLimit(.minutes(10)))
    func `after a broken connection acknowledgements of old tags do nothing and work goes on`()
        async throws
    {
        let broker = try await Broker.ofThisRun()
        let address = try await broker.virtualHost()
        let queue = queue(at: address)
        let consumer = try await queue.consume("reminder", prefetch: 10)
        _ = await queue.publish([task("t")])
        let first = try #require(await consumer.deliveries(upTo: 1).first)

        try await broker.breakConnections(2, to: address)
        let second = try #require(await consumer.deliveries(upTo: 1).first)
        let safe = await consumer.reply([.finish(first)])

        #expect(first.id == second.id)
        #expect(second.tag.generation > first.tag.generation)
        #expect(safe == 1)
        #expect(await event(queue) == .finished(.done()))
    }

    @Test(.timeLimit(.minutes(10)))
    func `a connection that breaks gives no task away that a worker is at`() async throws {
        let broker = try await Broker.ofThisRun()
        let address = try await broker.virtualHost()
        let queue = queue(at: address)
        let started = Signal()
        let release = Signal()
        let handler = ClosureHandler { task in
            await started.happen()
            if task.id == TaskID("t") { try await release.wait() }
            return .done()
        }
        let worker = Worker(
            settings: Worker.Settings(
                name: "reminder", identity: "w", concurrency: 1, prefetch: 1,
                announceAfter: .zero),
            handlers: [handler], queue: queue, surroundings: .silent)
        let working = Task { try await worker.run() }
        _ = await queue.publish([task("t")])
        try await started.wait()

        try await broker.breakConnections(2, to: address)
        let other = try await self.queue(at: address).consume("reminder", prefetch: 10)
        // Of two the busy worker can hold back one; and the publisher connects anew.
        while await queue.publish([task("a"), task("b")]) != [.confirmed, .confirmed] {
            try Task.checkCancellation()
            await Task.yield()
        }
        let deliveries = await other.deliveries(upTo: 10)

        #expect(!deliveries.isEmpty)
        #expect(!deliveries.contains { $0.id == TaskID("t") })
        await release.happen()
        working.cancel()
        try await working.value
        await other.close()
    }

    @Test(.timeLimit(.minutes(10)))
    func `a consumer whose queue is deleted declares it again and goes on`() async throws {
        let broker = try await Broker.ofThisRun()
        let address = try await broker.virtualHost()
        let queue = queue(at: address)
        let consumer = try await queue.consume("reminder", prefetch: 10)
        let arrived = Signal()
        let taking = Task {
            let deliveries = await consumer.deliveries(upTo: 1)
            await arrived.happen()
            return deliveries
        }

        try await broker.delete(queue: "avtalt.v1.tasks.reminder", at: address)
        // Until the queue is there again, what is published lands among the unroutable.
        let end = ContinuousClock.now + .seconds(120)
        while await arrived.count == 0, ContinuousClock.now < end {
            _ = await queue.publish([task("t")])
            try await Task.sleep(for: .milliseconds(20))
        }
        if await arrived.count == 0 { taking.cancel() }

        #expect(await taking.value.map(\.id) == [TaskID("t")])
    }

    @Test(.timeLimit(.minutes(10)))
    func `a task too large for a message is returned with its size`() async throws {
        let queue = queue(at: try await Broker.ofThisRun().virtualHost())

        let answers = await queue.publish([task("large", bytes: 16 * 1024 * 1024), task("small")])

        guard case .returned(let reason)? = answers.first else {
            Issue.record("\(answers)")
            return
        }
        #expect(reason.contains("16777216"))
        #expect(answers.last == .confirmed)
    }

    @Test(.timeLimit(.minutes(10)))
    func `a wrong password, a wrong virtual host and no broker each have their sentence`()
        async throws
    {
        let address = try await Broker.ofThisRun().virtualHost()
        var password = address
        password.password = Secret("wrong")
        var host = address
        host.virtualHost = "nowhere"
        var port = address
        port.port = 1

        for (wrong, code) in [(password, Int32(77)), (host, 77), (port, 69)] {
            let queue = queue(at: wrong)
            do throws(BrokerError) {
                try await queue.connect()
                Issue.record("\(wrong) was connected")
            } catch {
                #expect(error.exitCode == code, "\(error)")
                #expect("\(error)".contains("127.0.0.1:\(wrong.port)"))
            }
            await queue.close()
        }
    }

    @Test(.timeLimit(.minutes(10)))
    func `a queue that exists with other arguments has its sentence`() async throws {
        let address = try await Broker.ofThisRun().virtualHost()
        let settings = LinkSettings(nodes: [address], name: "test")
        let session = try Session(address, settings: settings)
        try session.declare(
            Topology(
                exchanges: [],
                queues: [Topology.Queue(name: "avtalt.v1.tasks.reminder")], bindings: []))
        session.close()

        let queue = queue(at: address)

        await #expect {
            try await queue.connect()
        } throws: { error in
            guard case .mismatch(_, let reason)? = error as? BrokerError else { return false }
            return reason.contains("avtalt.v1.tasks.reminder")
        }
    }

    @Test(.timeLimit(.minutes(10)))
    func `connecting succeeds if any node answers and fails once none did`() async throws {
        let there = try await Broker.ofThisRun().virtualHost()
        var away = there
        away.port = 1
        let some = RabbitMQQueue(
            settings: LinkSettings(nodes: [away, away, there], name: "test"),
            surroundings: .silent)
        let none = RabbitMQQueue(
            settings: LinkSettings(nodes: [away, away], name: "test"), surroundings: .silent)

        try await some.connect()

        await #expect(throws: BrokerError.self) { try await none.connect() }
        await some.close()
        await none.close()
    }

    @Test(.timeLimit(.minutes(10)))
    func `publishing without a connection answers unknown and does not wait for one`()
        async throws
    {
        var address = try await Broker.ofThisRun().virtualHost()
        address.port = 1
        let queue = queue(at: address)

        let answers = await queue.publish([task("a"), task("b")])

        for answer in answers {
            guard case .unknown = answer else {
                Issue.record("\(answer)")
                return
            }
        }
        #expect(answers.count == 2)
    }
}
