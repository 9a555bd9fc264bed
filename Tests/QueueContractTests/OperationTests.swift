import Agreements
import Coordination
import Foundation
import GRDB
import Register
import ServiceLifecycle
import Support
import Tasks
import Testing

/// C11 to C15: schedules, one coordinator, shutdown, pause and cancel, and what can be seen.
struct OperationTests {
    @Test(arguments: Queues.all)
    func `C11 a nominal instant is run once and skipped ones are on record`(
        under: QueueUnderTest
    ) async throws {
        let coordinator = try await Coordinator.on(under)
        let entry = Scheduler.Entry(
            Schedule(name: "daily", hour: 7, window: .seconds(3 * 86_400)),
            work: ScheduledWork { nominal, db in
                try TaskStore(db).plan([.sample("digest/\(nominal)")], at: nominal)
            })
        func run() async throws -> Scheduler.Counts {
            let term = try #require(coordinator.term)
            return try await Scheduler(
                [entry], register: coordinator.register, term: term, bell: coordinator.bell,
                surroundings: coordinator.surroundings
            ).runOnce()
        }

        let first = try await run()
        let second = try await run()
        try coordinator.restart(with: coordinator.queue)
        let third = try await run()
        coordinator.clock.advance(by: .seconds(2 * 86_400))
        let later = try await run()

        let runs: [Int] = [first.run, second.run, third.run, later.run]
        let expected: [Int] = [1, 0, 0, 1]
        #expect(runs == expected)
        #expect(later.skipped == 1)
        let outcomes = try coordinator.register.read { db in
            try String.fetchAll(db, sql: "SELECT outcome FROM schedule_run ORDER BY nominal_at")
        }
        #expect(outcomes.suffix(3) == ["run", "skipped", "run"])
        #expect(try coordinator.counts() == [.planned: 2])
    }

    @Test(arguments: Queues.all)
    func `C11 a run that fails is not dealt with`(under: QueueUnderTest) async throws {
        struct Trouble: Error {}
        let coordinator = try await Coordinator.on(under)
        let term = try #require(coordinator.term)
        let schedule = Schedule(name: "daily", hour: 7, window: .seconds(3600))
        func scheduler(_ work: ScheduledWork) -> Scheduler {
            Scheduler(
                [Scheduler.Entry(schedule, work: work)], register: coordinator.register,
                term: term, bell: coordinator.bell, surroundings: coordinator.surroundings)
        }

        await #expect(throws: Trouble.self) {
            try await scheduler(ScheduledWork { _, _ in throw Trouble() }).runOnce()
        }

        #expect(try await scheduler(ScheduledWork { _, _ in }).runOnce().run == 1)
    }

    @Test(arguments: Queues.all)
    func `C12 a second coordinator does not begin beside the first`(
        under: QueueUnderTest
    ) async throws {
        let coordinator = try await Coordinator.on(under)

        #expect(throws: CoordinatorTerm.Error.self) {
            try CoordinatorTerm.begin(
                in: coordinator.register, holder: "second", at: coordinator.clock.now())
        }
    }

    @Test(arguments: Queues.all)
    func `C12 writes of an older term fail`(under: QueueUnderTest) async throws {
        let coordinator = try await Coordinator.on(under)
        try coordinator.plan([.sample("t")])
        try FileManager.default.removeItem(atPath: coordinator.register.path + "-coordinator")
        let newer = try CoordinatorTerm.begin(
            in: coordinator.register, holder: "second", at: coordinator.clock.now())

        let error = CoordinatorTerm.Error.superseded(mine: 1, latest: newer.number)
        #expect(throws: error) { try coordinator.plan([.sample("u")]) }
        await #expect(throws: error) { try await coordinator.dispatch() }
        let consumer = try await coordinator.consumer()
        let deliveries = await coordinator.deliveries(1, to: consumer)
        await consumer.reply(deliveries.map { .finish($0) })
        await #expect(throws: error) { try await coordinator.record() }

        #expect(try coordinator.counts() == [.planned: 1])
    }

    @Test(arguments: Queues.all)
    func `C13 a stop finishes what runs within its grace and gives the rest back`(
        under: QueueUnderTest
    ) async throws {
        let coordinator = try await Coordinator.on(under)
        try coordinator.plan(NewTask.samples(5))
        try await coordinator.dispatch()
        let started = Signal()
        let release = Signal()
        let worker = Worker(
            settings: Worker.Settings(
                name: "reminder", identity: "w", concurrency: 2, prefetch: 4,
                grace: .seconds(10)),
            handlers: [
                ClosureHandler { _ in
                    try await withGracefulShutdownHandler {
                        await started.happen()
                        try await release.wait()
                    } onGracefulShutdown: {
                        Task { await release.happen() }
                    }
                    return .done()
                }
            ], queue: coordinator.queue, surroundings: coordinator.surroundings)
        let group = ServiceGroup(services: [worker], logger: coordinator.surroundings.logger)
        async let stopped: Void = group.run()
        try await started.wait(for: 2)

        await group.triggerGracefulShutdown()
        try await stopped
        try await coordinator.recordAll(2)

        #expect(try coordinator.counts() == [.done: 2, .published: 3])
        let next = try await coordinator.consumer()
        #expect(await coordinator.deliveries(3, to: next).map(\.attempt) == [1, 1, 1])
    }

    @Test(arguments: [TaskStore.PauseScope.everything, .worker("reminder"), .kind(.reminderDigest)])
    func `C14 a pause survives a restart`(scope: TaskStore.PauseScope) async throws {
        let coordinator = try await Coordinator.on(.embedded)
        try coordinator.plan([.sample("t")])
        try coordinator.register.write { db in
            try TaskStore(db).pause(scope, at: coordinator.clock.now(), reason: "mail server")
        }

        try coordinator.restart(with: EmbeddedQueue())
        #expect(try await coordinator.dispatch().published == 0)
        let resumed = try coordinator.register.write { db in try TaskStore(db).resume(scope) }

        #expect(resumed)
        #expect(try await coordinator.dispatch().published == 1)
    }

    @Test func `C14 a pause of one worker holds no other up`() async throws {
        let coordinator = try await Coordinator.on(.embedded)
        try coordinator.plan([.sample("a"), .sample("b", kind: .reportPart)])
        try coordinator.register.write { db in
            try TaskStore(db).pause(
                .worker("reminder"), at: coordinator.clock.now(), reason: "mail server")
        }

        #expect(try await coordinator.dispatch().published == 1)
        #expect(try coordinator.task(TaskID("a"))?.state.phase == .planned)
    }

    @Test(arguments: Queues.all)
    func `C14 a cancelled task stays so over a restart and a late result`(
        under: QueueUnderTest
    ) async throws {
        let coordinator = try await Coordinator.on(under)
        try coordinator.plan([.sample("t")])
        try await coordinator.dispatch()
        let consumer = try await coordinator.consumer()
        let deliveries = await coordinator.deliveries(1, to: consumer)
        _ = try coordinator.register.write { db in
            try TaskStore(db).cancel(
                TaskID("t"), at: coordinator.clock.now(), reason: "not wanted")
        }

        await consumer.reply(deliveries.map { .finish($0) })
        let total = try await coordinator.recordAll(1)
        try coordinator.restart(with: try await under.make())
        _ = try await coordinator.rescuer().recover()

        #expect(total.refused == 1)
        #expect(try await coordinator.dispatch().published == 0)
        #expect(try coordinator.task(TaskID("t"))?.state.phase == .cancelled)
    }

    @Test(arguments: Queues.all)
    func `C15 every transition is an event with its times, attempt and reason`(
        under: QueueUnderTest
    ) async throws {
        let coordinator = try await Coordinator.on(under)
        let begin = coordinator.clock.now()
        try coordinator.plan([.sample("t")])
        let consumer = try await coordinator.consumer()
        for outcome in [Outcome.retry(after: .zero, reason: "no answer"), .done()] {
            try await coordinator.dispatch()
            let delivery = await coordinator.deliveries(1, to: consumer)[0]
            coordinator.clock.advance(by: .seconds(2))
            let startedAt = coordinator.clock.now()
            coordinator.clock.advance(by: .seconds(3))
            await consumer.reply([
                Reply(
                    .sample(
                        .finished(outcome), of: delivery, from: startedAt,
                        at: coordinator.clock.now()), acknowledging: delivery.tag)
            ])
            try await coordinator.recordAll(1)
        }

        let events = try coordinator.events(of: TaskID("t"))

        #expect(events.map(\.name) == [.planned, .published, .retrying, .published, .done])
        #expect(events.map(\.attempt) == [1, 1, 1, 2, 2])
        #expect(events[2].reason == "no answer")
        for event in [events[2], events[4]] {
            #expect(event.queueTime == .seconds(2))
            #expect(event.runTime == .seconds(3))
            #expect(event.worker == "worker-1")
        }
        #expect(events[4].happenedAt == begin.adding(.seconds(10)))
    }

    @Test(arguments: Queues.all)
    func `C15 ended tasks are pruned in batches once they are old and failed ones are kept`(
        under: QueueUnderTest
    ) async throws {
        let coordinator = try await Coordinator.on(under)
        try coordinator.plan(NewTask.samples(25) + [.sample("failed")])
        try await coordinator.dispatch()
        let consumer = try await coordinator.consumer()
        let deliveries = await coordinator.deliveries(26, to: consumer)
        await consumer.reply(
            deliveries.map {
                .finish($0, $0.id == TaskID("failed") ? .rejected(reason: "no address") : .done())
            })
        try await coordinator.recordAll(26)
        coordinator.batch = 10
        coordinator.clock.advance(by: .seconds(180 * 86_400))
        #expect(try await coordinator.rescuer().runOnce().pruned == 0)

        coordinator.clock.advance(by: .seconds(1))
        var pruned: [Int] = []
        for _ in 1...4 { pruned.append(try await coordinator.rescuer().runOnce().pruned) }

        #expect(pruned == [10, 10, 5, 0])
        #expect(try coordinator.counts() == [.dead: 1])
        #expect(try coordinator.events(of: TaskID("task1")) == [])
    }
}
