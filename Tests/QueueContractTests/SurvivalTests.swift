import Agreements
import Foundation
import Register
import Support
import Tasks
import Testing

/// C6, C7, C8: brokers, workers and coordinators die, and the tasks go on.
struct SurvivalTests {
    @Test(arguments: Queues.all)
    func `C6 what the queue has lost is published again within one rescue period`(
        under: QueueUnderTest
    ) async throws {
        let coordinator = try await Coordinator.on(under)
        try coordinator.plan(NewTask.samples(20))
        try await coordinator.dispatch()
        coordinator.queue = try await under.lose(coordinator.queue)

        coordinator.clock.advance(by: coordinator.limits.rescue)
        let counts = try await coordinator.rescuer().runOnce()
        try await coordinator.dispatch()

        #expect(counts.rescued == 20)
        let consumer = try await coordinator.consumer()
        let deliveries = await coordinator.deliveries(20, to: consumer)
        #expect(Set(deliveries.compactMap(\.id)).count == 20)
        #expect(deliveries.allSatisfy { $0.attempt == 1 })
    }

    @Test(arguments: Queues.all)
    func `C7 a task is not given to another while its worker is alive`(
        under: QueueUnderTest
    ) async throws {
        let coordinator = try await Coordinator.on(under)
        try coordinator.plan([.sample("t")])
        try await coordinator.dispatch()
        let consumer = try await coordinator.consumer()
        let delivery = await coordinator.deliveries(1, to: consumer)[0]
        await consumer.reply([Reply(.sample(.started, of: delivery))])
        try await coordinator.recordAll(1)

        for _ in 1...50 {
            coordinator.clock.advance(by: .seconds(29))
            await consumer.reply([Reply(.sample(.alive, of: delivery))])
            try await coordinator.recordAll(1)
            #expect(try await coordinator.rescuer().runOnce() == .init())
        }

        #expect(try await coordinator.dispatch().published == 0)
        await consumer.reply([.finish(delivery)])
        #expect(try await coordinator.recordAll(1).recorded == 1)
    }

    @Test(arguments: Queues.all)
    func `C7 a task whose worker is silent runs elsewhere when its lease is over`(
        under: QueueUnderTest
    ) async throws {
        let coordinator = try await Coordinator.on(under)
        try coordinator.plan([.sample("t")])
        try await coordinator.dispatch()
        let consumer = try await coordinator.consumer()
        let delivery = await coordinator.deliveries(1, to: consumer)[0]
        await consumer.reply([Reply(.sample(.started, of: delivery))])
        try await coordinator.recordAll(1)

        coordinator.clock.advance(by: .milliseconds(29_999))
        #expect(try await coordinator.rescuer().runOnce().crashed == 0)
        coordinator.clock.advance(by: .milliseconds(1))
        #expect(try await coordinator.rescuer().runOnce().crashed == 1)

        #expect(try await coordinator.dispatch().published == 1)
        #expect(await coordinator.deliveries(1, to: consumer).map(\.attempt) == [1])
    }

    @Test func `C7 a worker that went on while the coordinator was away keeps its task`()
        async throws
    {
        let queue = AnsweringQueue(answer: .confirmed, outlivesCoordinator: true)
        let coordinator = try Coordinator(queue)
        try coordinator.plan([.sample("t")])
        try await coordinator.dispatch()
        try coordinator.hear(.started, of: TaskID("t"))

        coordinator.clock.advance(by: .seconds(3600))
        try coordinator.restart(with: queue)
        _ = try await coordinator.rescuer().recover()
        coordinator.clock.advance(by: .milliseconds(29_999))
        let during = try await coordinator.rescuer().runOnce()
        coordinator.clock.advance(by: .milliseconds(1))
        let after = try await coordinator.rescuer().runOnce()

        #expect(during.crashed == 0)
        #expect(after.crashed == 1)
    }

    @Test(arguments: Queues.all)
    func `C8 attempts wait longer each time and end with the last error`(
        under: QueueUnderTest
    ) async throws {
        let coordinator = try await Coordinator.on(under)
        try coordinator.plan([.sample("t")])
        let consumer = try await coordinator.consumer()

        for (attempt, seconds) in [(1, 22), (2, 44), (3, 88)] {
            try await coordinator.dispatch()
            let delivery = await coordinator.deliveries(1, to: consumer)[0]
            #expect(delivery.attempt == attempt)
            await consumer.reply([.finish(delivery, .retry(reason: "no answer \(attempt)"))])
            _ = try await coordinator.record(jitter: 1)
            coordinator.clock.advance(by: .milliseconds(seconds * 1000 - 1))
            #expect(try await coordinator.dispatch().published == 0)
            coordinator.clock.advance(by: .milliseconds(1))
        }
        try await coordinator.dispatch()
        let last = await coordinator.deliveries(1, to: consumer)[0]
        await consumer.reply([.finish(last, .retry(reason: "no answer 4"))])
        try await coordinator.recordAll(1)

        let state = try #require(try coordinator.task(TaskID("t"))).state
        #expect(state.phase == .dead)
        #expect(state.lastError == "no answer 4")
    }

    @Test(arguments: Queues.all)
    func `C8 a shutdown burns no attempt`(under: QueueUnderTest) async throws {
        let coordinator = try await Coordinator.on(under)
        try coordinator.plan([.sample("started"), .sample("waiting")])
        try await coordinator.dispatch()
        let consumer = try await coordinator.consumer()
        let deliveries = await coordinator.deliveries(2, to: consumer)

        await consumer.reply([
            Reply(
                .sample(.handedBack(reason: "stopped"), of: deliveries[0]),
                acknowledging: deliveries[0].tag)
        ])
        await consumer.close()
        try await coordinator.recordAll(1)
        try await coordinator.dispatch()

        let next = try await coordinator.consumer()
        let again = await coordinator.deliveries(2, to: next)
        #expect(again.map(\.attempt) == [1, 1])
        for name in ["started", "waiting"] {
            #expect(try coordinator.task(TaskID(name))?.state.crashes == 0)
        }
    }

    @Test(arguments: [QueueUnderTest.embedded])
    func `C8 a crash burns one of three of what was running and nothing of bystanders`(
        under: QueueUnderTest
    ) async throws {
        let coordinator = try await Coordinator.on(under)
        let path = coordinator.folder.path("flights")
        try coordinator.plan([.sample("poison"), .sample("bystander")])

        for life in 1...3 {
            let recorder = try FlightRecorder(path: path)
            try await coordinator.dispatch()
            let consumer = try await coordinator.consumer()
            let deliveries = await coordinator.deliveries(2, to: consumer)
            #expect(deliveries.map(\.attempt) == [1, 1])
            _ = try recorder.begin(
                FlightRecorder.Flight(id: TaskID("poison"), attempt: 1),
                at: coordinator.clock.now())

            try coordinator.restart(with: try await under.make())
            let counts = try await coordinator.rescuer(FlightRecorder(path: path)).recover()
            #expect(counts.rescued == 1)
            #expect(counts.crashed == (life < 3 ? 1 : 0))
            #expect(counts.quarantined == (life < 3 ? 0 : 1))
        }

        #expect(try coordinator.task(TaskID("poison"))?.state.phase == .quarantined)
        #expect(try coordinator.task(TaskID("bystander"))?.state.crashes == 0)
        #expect(try await coordinator.dispatch().published == 1)
    }

    @Test func `C8 RabbitMQ says of what a worker had when it went that it comes again`()
        async throws
    {
        let coordinator = try await Coordinator.on(.rabbitMQ)
        try coordinator.plan([.sample("had"), .sample("waiting")])
        try await coordinator.dispatch()
        let gone = try await coordinator.consumer(prefetch: 1)
        let had = await coordinator.deliveries(1, to: gone)
        #expect(had.map(\.isRedelivered) == [false])
        await gone.close()

        let next = try await coordinator.consumer()
        let deliveries = await coordinator.deliveries(2, to: next)

        #expect(deliveries.filter(\.isRedelivered).map(\.id) == had.map(\.id))
        #expect(deliveries.count == 2)
    }

    @Test func `C8 a crash before the mark as published is counted too`() async throws {
        let coordinator = try await Coordinator.on(.embedded)
        let path = coordinator.folder.path("flights")
        try coordinator.plan([.sample("poison")])
        _ = try FlightRecorder(path: path).begin(
            FlightRecorder.Flight(id: TaskID("poison"), attempt: 1), at: coordinator.clock.now())

        let counts = try await coordinator.rescuer(FlightRecorder(path: path)).recover()

        #expect(counts.crashed == 1)
        #expect(try FlightRecorder(path: path).recovered.isEmpty)
    }
}
