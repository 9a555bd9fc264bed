import Agreements
import Foundation
import Logging
import ServiceLifecycle
import Support
import Synchronization
import Testing

@testable import Tasks

struct WorkerTests {
    private struct Trouble: Error, CustomStringConvertible {
        let description = "the server is down"
    }

    private let queue = EmbeddedQueue()
    private let clock = ManualClock()

    private var surroundings: Surroundings {
        Surroundings(
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            clock: clock.wallClock)
    }

    private func task(
        _ name: String = "t", kind: TaskKind = .reminderDigest, version: Int = 1,
        expiresAt: Instant? = nil
    ) -> Envelope {
        Envelope(
            id: TaskID(name), kind: kind, schemaVersion: version, unit: .nord, subject: name,
            dueAt: clock.now(), expiresAt: expiresAt, payload: Data())
    }

    private func worker(
        _ handler: ClosureHandler, concurrency: Int = 4, grace: Duration = .seconds(10),
        announceAfter: Duration = .seconds(3600), recorder: FlightRecorder? = nil
    ) -> Worker {
        Worker(
            settings: Worker.Settings(
                name: "reminder", identity: "w", concurrency: concurrency, prefetch: 8,
                grace: grace, announceAfter: announceAfter, tickEvery: .milliseconds(2)),
            handlers: [handler], queue: queue, recorder: recorder, surroundings: surroundings)
    }

    /// Runs the worker on the tasks until so many reports have come.
    private func reports(
        of worker: Worker, on tasks: [Envelope], _ count: Int = 1
    ) async throws -> [TaskReport] {
        _ = await queue.publish(tasks)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await worker.run() }
            var reports: [TaskReport] = []
            while reports.count < count {
                reports += await queue.reports(upTo: 100).compactMap(\.report)
            }
            group.cancelAll()
            try await group.waitForAll()
            return reports
        }
    }

    @Test(arguments: [1, nil])
    func `a task that a process has died at, or may have, is done alone`(
        crashes: Int?
    ) async throws {
        let running = Mutex<Set<TaskID>>([])
        let besideSuspect = Mutex<Set<TaskID>>([])
        let handler = ClosureHandler(timeLimit: .seconds(3600)) { task in
            _ = running.withLock { $0.insert(task.id) }
            for _ in 0..<200 {
                await Task.yield()
                let now = running.withLock { $0 }
                if now.contains(TaskID("suspect")) { besideSuspect.withLock { $0.formUnion(now) } }
            }
            _ = running.withLock { $0.remove(task.id) }
            return .done()
        }
        var suspect = task("suspect")
        suspect.crashes = crashes
        let tasks = [task("a"), task("b"), suspect, task("c"), task("d")]
        let deliveries = tasks.enumerated().map { number, task in
            Delivery(
                tag: DeliveryTag(generation: 1, number: UInt64(number)), id: task.id, attempt: 1,
                content: .success(task), isRedelivered: task == suspect && crashes == nil)
        }
        let bench = Bench(
            settings: Worker.Settings(
                name: "reminder", identity: "w", concurrency: 5, grace: .seconds(600)),
            handlers: [.reminderDigest: handler],
            consumer: try await queue.consume("reminder", prefetch: 5), recorder: nil,
            surroundings: surroundings)

        await bench.begin(deliveries)
        #expect(await bench.drain() == 0)

        let reports = await queue.reports(upTo: 100).compactMap(\.report)
        #expect(reports.count { $0.event == .finished(.done()) } == 5)
        #expect(besideSuspect.withLock { $0 } == [TaskID("suspect")])
    }

    @Test func `a handler's outcome is reported with the id and attempt it got`() async throws {
        let worker = worker(ClosureHandler { .done(result: Data($0.id.text.utf8)) })

        let report = try await reports(of: worker, on: [task()])[0]

        #expect(report.id == TaskID("t"))
        #expect(report.attempt == 1)
        #expect(report.event == .finished(.done(result: Data("t".utf8))))
    }

    @Test func `a handler that throws is retried with its reason`() async throws {
        let worker = worker(ClosureHandler { _ in throw Trouble() })

        let report = try await reports(of: worker, on: [task()])[0]

        #expect(report.event == .finished(.retry(reason: "the server is down")))
    }

    @Test func `an unknown kind and an unknown version are kept for another worker`() async throws {
        let called = Signal()
        let worker = worker(
            ClosureHandler { _ in
                await called.happen()
                return .done()
            })
        let tasks = [
            task("a", kind: TaskKind(rawValue: "reminder.letter")), task("b", version: 2),
        ]

        let reports = try await reports(of: worker, on: tasks, 2)

        for report in reports {
            guard case .kept = report.event else {
                Issue.record("\(report.id) is reported as \(report.event)")
                continue
            }
        }
        #expect(await called.count == 0)
    }

    @Test func `a task past its time is reported and not done`() async throws {
        let called = Signal()
        let worker = worker(
            ClosureHandler { _ in
                await called.happen()
                return .done()
            })

        let report = try await reports(of: worker, on: [task(expiresAt: clock.now())])[0]

        #expect(report.event == .expired)
        #expect(await called.count == 0)
    }

    @Test func `a handler beyond its time limit is cancelled and reported once`() async throws {
        let cancelled = Signal()
        let handler = ClosureHandler(timeLimit: .zero) { task in
            guard task.id == TaskID("slow") else { return .done() }
            await withTaskCancellationHandler {
                await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
                    Task {
                        try await cancelled.wait()
                        continuation.resume()
                    }
                }
            } onCancel: {
                Task { await cancelled.happen() }
            }
            return .done()
        }

        let reports = try await reports(of: worker(handler), on: [task("slow")])

        #expect(
            reports.map(\.event) == [.finished(.retry(reason: "It took longer than 0.0 seconds."))])
        try await cancelled.wait()
    }

    @Test func `a worker of its own reports the start before the handler begins`() async throws {
        let worker = worker(ClosureHandler(), announceAfter: .zero)

        let reports = try await reports(of: worker, on: [task()], 2)

        #expect(reports.map(\.event) == [.started, .finished(.done())])
    }

    @Test func `a graceful stop finishes what runs and gives the rest back`() async throws {
        let started = Signal()
        let release = Signal()
        let handler = ClosureHandler { _ in
            try await withGracefulShutdownHandler {
                await started.happen()
                try await release.wait()
            } onGracefulShutdown: {
                Task { await release.happen() }
            }
            return .done()
        }
        _ = await queue.publish([task("a"), task("b"), task("c")])
        let group = ServiceGroup(
            services: [worker(handler, concurrency: 1)], logger: surroundings.logger)
        async let stopped: Void = group.run()
        try await started.wait()

        await group.triggerGracefulShutdown()
        try await stopped

        let reports = await queue.reports(upTo: 10).compactMap(\.report)
        #expect(reports.map(\.event) == [.finished(.done())])
        let next = try await queue.consume("reminder", prefetch: 10)
        let rest = await next.deliveries(upTo: 10)
        #expect(rest.compactMap(\.id) == [TaskID("b"), TaskID("c")])
    }

    @Test func `at the end of the grace a task is cancelled and handed back`() async throws {
        let started = Signal()
        let never = AsyncStream<Void>.makeStream()
        let handler = ClosureHandler { _ in
            await started.happen()
            for await _ in never.stream {}
            try Task.checkCancellation()
            return .done()
        }
        _ = await queue.publish([task()])
        let group = ServiceGroup(
            services: [worker(handler, grace: .zero)], logger: surroundings.logger)
        async let stopped: Void = group.run()
        try await started.wait()

        await group.triggerGracefulShutdown()
        try await stopped

        let report = try #require(await queue.reports(upTo: 10).first?.report)
        #expect(report.event == .handedBack(reason: "The worker was stopped."))
    }

    @Test func `only what a handler is at stands in the flight recorder`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("flights")
        let started = Signal()
        let release = Signal()
        let handler = ClosureHandler { _ in
            await started.happen()
            try await release.wait()
            return .done()
        }
        _ = await queue.publish([task("a"), task("b")])
        let worker = worker(handler, concurrency: 1, recorder: try FlightRecorder(path: path))
        async let stopped: Void = worker.run()
        try await started.wait()

        let during = try FlightRecorder(path: path).recovered
        await release.happen()
        try await started.wait(for: 2)
        _ = await queue.reports(upTo: 1)

        #expect(Array(during.keys) == [FlightRecorder.Flight(id: TaskID("a"), attempt: 1)])
        let after = try FlightRecorder(path: path).recovered
        #expect(after[FlightRecorder.Flight(id: TaskID("a"), attempt: 1)] == nil)
        await queue.close()
        try await stopped
    }
}
