import Agreements
import Foundation
import GRDB
import Register
import Support
import Tasks
import Testing

/// C3, C4, C5: what is published is confirmed, and what comes of it is taken in once.
struct EffectTests {
    private struct Trouble: Error {}

    /// Counts in the register how often a result was taken in.
    private func counting(in coordinator: Coordinator) throws {
        try coordinator.register.write { db in
            try db.execute(sql: "CREATE TABLE effect (task TEXT NOT NULL, result BLOB NOT NULL)")
        }
        coordinator.effects[.reminderDigest] = TaskEffect { result, task, db in
            try db.execute(
                sql: "INSERT INTO effect VALUES (?, ?)", arguments: [task.id.text, result])
            if result == Data("bad".utf8) { throw Trouble() }
        }
    }

    private func effects(in coordinator: Coordinator) throws -> [String] {
        try coordinator.register.read { db in
            try String.fetchAll(db, sql: "SELECT task FROM effect ORDER BY task")
        }
    }

    @Test(arguments: Queues.all)
    func `C3 of all deliveries of a task one outcome is taken in`(
        under: QueueUnderTest
    ) async throws {
        let coordinator = try await Coordinator.on(under)
        try counting(in: coordinator)
        try coordinator.plan([.sample("t")])
        let published = try #require(try coordinator.task(TaskID("t"))).envelope
        _ = await coordinator.queue.publish(Array(repeating: published, count: 999))
        try await coordinator.dispatch()
        let consumer = try await coordinator.consumer(prefetch: 1000)
        let deliveries = await coordinator.deliveries(1000, to: consumer)

        await consumer.reply(deliveries.map { .finish($0) })
        let total = try await coordinator.recordAll(1000)

        #expect(total.recorded == 1)
        #expect(total.refused == 999)
        #expect(try effects(in: coordinator) == ["t"])
    }

    @Test(arguments: Queues.all)
    func `C3 an outcome of an earlier attempt is refused`(under: QueueUnderTest) async throws {
        let coordinator = try await Coordinator.on(under)
        try coordinator.plan([.sample("t")])
        try await coordinator.dispatch()
        let consumer = try await coordinator.consumer()
        let delivery = await coordinator.deliveries(1, to: consumer)[0]

        await consumer.reply([
            .finish(delivery, .retry(reason: "no answer")), .finish(delivery, .done()),
        ])
        let total = try await coordinator.recordAll(2)

        #expect(total.recorded == 1)
        #expect(total.refused == 1)
        #expect(try coordinator.task(TaskID("t"))?.state.phase == .retrying)
    }

    @Test(arguments: Queues.all)
    func `C3 a result that cannot be taken in ends its own task and no other`(
        under: QueueUnderTest
    ) async throws {
        let coordinator = try await Coordinator.on(under)
        try counting(in: coordinator)
        try coordinator.plan([.sample("a"), .sample("b"), .sample("c")])
        try await coordinator.dispatch()
        let consumer = try await coordinator.consumer()
        let deliveries = await coordinator.deliveries(3, to: consumer)

        await consumer.reply(
            deliveries.map {
                .finish($0, .done(result: Data(($0.id == TaskID("b") ? "bad" : "good").utf8)))
            })
        try await coordinator.recordAll(3)

        #expect(try effects(in: coordinator) == ["a", "c"])
        #expect(try coordinator.counts() == [.done: 2, .dead: 1])
        #expect(try coordinator.task(TaskID("b"))?.state.lastError == "Trouble()")
    }

    @Test(arguments: Queues.all)
    func `C4 a task keeps its id over deliveries and attempts and counts the attempts`(
        under: QueueUnderTest
    ) async throws {
        let coordinator = try await Coordinator.on(under)
        let id = TaskID(uniqueKey: "reminder.digest/nord.saksbehandler1/2013-03-01")
        try coordinator.plan([.sample(id.text)])
        try await coordinator.dispatch()
        let first = try await coordinator.consumer()
        let delivered = await coordinator.deliveries(1, to: first)
        await first.close()
        let second = try await coordinator.consumer()
        let again = await coordinator.deliveries(1, to: second)

        await second.reply([.finish(again[0], .retry(after: .zero, reason: "no answer"))])
        try await coordinator.recordAll(1)
        try await coordinator.dispatch()
        let retried = await coordinator.deliveries(1, to: second)

        #expect((delivered + again + retried).map(\.id) == [id, id, id])
        #expect((delivered + again + retried).map(\.attempt) == [1, 1, 2])
    }

    @Test(arguments: Queues.all)
    func `C5 a task that no queue takes stays unpublished and holds no other up`(
        under: QueueUnderTest
    ) async throws {
        let coordinator = try await Coordinator.on(under)
        try coordinator.plan([
            .sample("nowhere", kind: TaskKind(rawValue: "nobody.work")), .sample("t"),
        ])

        let counts = try await coordinator.dispatch()

        #expect(counts.published == 1)
        #expect(counts.returned == 1)
        #expect(try coordinator.task(TaskID("nowhere"))?.state.phase == .planned)
        #expect(try await coordinator.dispatch().returned == 0)
        coordinator.clock.advance(by: .seconds(10))
        #expect(try await coordinator.dispatch().returned == 1)
    }

    @Test(arguments: [Publication.refused(reason: "full"), .unknown(reason: "connection lost")])
    func `C5 a task without a confirmation stays due`(answer: Publication) async throws {
        let coordinator = try Coordinator(AnsweringQueue(answer: answer))
        try coordinator.plan([.sample("t")])

        let counts = try await coordinator.dispatch()

        #expect(counts.unconfirmed == 1)
        #expect(try coordinator.task(TaskID("t"))?.state.phase == .planned)
        #expect(try await coordinator.dispatch().unconfirmed == 1)
    }

    @Test func `C5 an embedded queue that is full refuses and loses nothing`() async throws {
        let queue = EmbeddedQueue(bounds: EmbeddedQueue.Bounds(tasks: 10))
        let coordinator = try Coordinator(queue)
        try coordinator.plan(NewTask.samples(15))

        let counts = try await coordinator.dispatch()
        let consumer = try await coordinator.consumer()
        let deliveries = await coordinator.deliveries(10, to: consumer)
        await consumer.reply(deliveries.map { .finish($0) })
        try await coordinator.recordAll(10)

        #expect(counts.published == 10)
        #expect(counts.unconfirmed == 5)
        #expect(try await coordinator.dispatch().published == 5)
    }
}
