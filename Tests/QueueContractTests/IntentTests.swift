import Agreements
import Foundation
import Register
import Support
import Tasks
import Testing

/// C1, C2, C9, C10: what is planned is done, once for its key and in its order.
struct IntentTests {
    private struct Undone: Error {}

    @Test(arguments: Queues.all)
    func `C1 a task exists if and only if the transaction that created it committed`(
        under: QueueUnderTest
    ) async throws {
        let coordinator = try await Coordinator.on(under)
        let register = coordinator.register
        #expect(throws: Undone.self) {
            try register.write { db in
                try TaskStore(db).plan([.sample("undone")], at: coordinator.clock.now())
                throw Undone()
            }
        }
        try coordinator.plan([.sample("committed")])

        let counts = try await coordinator.dispatch()

        #expect(counts.published == 1)
        #expect(try coordinator.task(TaskID("undone")) == nil)
        let consumer = try await coordinator.consumer()
        #expect(await coordinator.deliveries(1, to: consumer).map(\.id) == [TaskID("committed")])
    }

    @Test(arguments: Queues.all)
    func `C2 every committed task starts or ends visibly with a reason`(
        under: QueueUnderTest
    ) async throws {
        let coordinator = try await Coordinator.on(under)
        let now = coordinator.clock.now()
        try coordinator.plan(
            NewTask.samples(250) + [.sample("late", expiresAt: now), .sample("unwanted")])
        _ = try coordinator.register.write { db in
            try TaskStore(db).cancel(TaskID("unwanted"), at: now, reason: "not wanted")
        }
        coordinator.batch = 100
        let consumer = try await coordinator.consumer(prefetch: 1000)
        while try await coordinator.dispatch().mayHaveMore {}

        let deliveries = await coordinator.deliveries(250, to: consumer)
        await consumer.reply(deliveries.map { .finish($0) })
        try await coordinator.recordAll(250)

        #expect(Set(deliveries.compactMap(\.id)).count == 250)
        #expect(try coordinator.counts() == [.done: 250, .expired: 1, .cancelled: 1])
        for name in ["late", "unwanted"] {
            let last = try #require(try coordinator.events(of: TaskID(name)).last)
            #expect(last.reason?.isEmpty == false)
        }
    }

    @Test(arguments: Queues.all)
    func `C2 what a worker cannot do is kept for another and not dropped`(
        under: QueueUnderTest
    ) async throws {
        let coordinator = try await Coordinator.on(under)
        try coordinator.plan([.sample("new", kind: TaskKind(rawValue: "reminder.letter"))])
        try await coordinator.dispatch()
        let consumer = try await coordinator.consumer()
        let delivery = await coordinator.deliveries(1, to: consumer)[0]

        await consumer.reply([
            Reply(.sample(.kept(reason: "unknown"), of: delivery), acknowledging: delivery.tag)
        ])
        try await coordinator.recordAll(1)

        #expect(try await coordinator.dispatch().published == 0)
        coordinator.clock.advance(by: coordinator.policy.keptFor)
        #expect(try await coordinator.dispatch().published == 1)
        #expect(await coordinator.deliveries(1, to: consumer).map(\.attempt) == [1])
    }

    @Test(arguments: Queues.all)
    func `C9 there is one task for a unique key whoever plans it and however often`(
        under: QueueUnderTest
    ) async throws {
        let coordinator = try await Coordinator.on(under)
        let digest = NewTask.sample(
            "a", uniqueKey: "reminder.digest/nord.saksbehandler1/2013-03-01")
        var double = digest
        double.id = TaskID("b")

        let first = try coordinator.plan([digest, double])
        let second = try coordinator.plan([double])

        #expect(first == [TaskID("a")])
        #expect(second == [])
        #expect(try await coordinator.dispatch().published == 1)
        #expect(try await coordinator.dispatch().published == 0)
    }

    @Test(arguments: Queues.all)
    func `C10 a report's whole waits for its parts and parts do not wait for each other`(
        under: QueueUnderTest
    ) async throws {
        let coordinator = try await Coordinator.on(under)
        try coordinator.plan([
            .sample("whole", kind: .reportWhole, sequence: ("annual/2012", 1)),
            .sample("part1", kind: .reportPart, sequence: ("annual/2012", 0)),
            .sample("part2", kind: .reportPart, sequence: ("annual/2012", 0)),
            .sample("other", kind: .reportWhole, sequence: ("annual/2011", 1)),
        ])
        let consumer = try await coordinator.consumer(of: "report")
        #expect(try await coordinator.dispatch().published == 3)
        let deliveries = await coordinator.deliveries(3, to: consumer)
        let parts = deliveries.filter { $0.id != TaskID("other") }

        await consumer.reply([.finish(parts[0])])
        try await coordinator.recordAll(1)
        #expect(try await coordinator.dispatch().published == 0)
        await consumer.reply([.finish(parts[1])])
        try await coordinator.recordAll(1)

        #expect(try await coordinator.dispatch().published == 1)
        #expect(await coordinator.deliveries(1, to: consumer).map(\.id) == [TaskID("whole")])
    }
}
