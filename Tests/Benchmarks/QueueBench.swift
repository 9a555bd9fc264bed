import Agreements
import Coordination
import Foundation
import Register
import Support
import Tasks

/// A coordinator with a worker in one process; with the embedded queue as
/// `avtalt-coordinator --embedded` runs them, with a broker each with connections of its own.
struct QueueBench {
    let register: Register
    let term: CoordinatorTerm
    let recorder: FlightRecorder?
    let surroundings: Surroundings
    let concurrency: Int
    /// Each end's queue; one that is given twice is one queue.
    var queue: () -> any TaskQueue = { EmbeddedQueue() }
    var announceAfter = Duration.seconds(1)

    func plan(_ names: [String]) throws {
        let now = surroundings.clock.now()
        _ = try register.write { db in
            try TaskStore(db, under: term).plan(
                names.map {
                    NewTask(
                        once: $0, kind: .reminderDigest, unit: .nord, subject: $0, dueAt: now,
                        payload: Data(#"{"notices":[]}"#.utf8))
                }, at: now)
        }
    }

    /// The seconds from the start of all services until every task is recorded.
    func drain() async throws -> Double {
        let start = ContinuousClock.now
        try await withServices(handler: ClosureHandler()) { _ in
            while try !isDone() {
                try await Task.sleep(for: .milliseconds(20))
            }
        }
        return (ContinuousClock.now - start).seconds
    }

    /// The seconds from the commit of a task to the start of its handler, one task at a time, in
    /// order.
    func startTimes(_ count: Int) async throws -> [Double] {
        let (started, continuation) = AsyncStream.makeStream(of: ContinuousClock.Instant.self)
        let handler = ClosureHandler { _ in
            continuation.yield(.now)
            return .done()
        }
        var times: [Double] = []
        try await withServices(handler: handler) { bell in
            var starts = started.makeAsyncIterator()
            for probe in 0..<count {
                try await Task.sleep(for: .milliseconds(10))
                try plan(["probe-\(probe)"])
                let planned = ContinuousClock.now
                await bell.ring()
                guard let start = await starts.next() else { return }
                times.append((start - planned).seconds)
            }
        }
        return times.sorted()
    }

    /// Asked of two small indexes: counting the tasks that are done would read the whole table,
    /// fifty times a second.
    private func isDone() throws -> Bool {
        try register.read { db in
            let store = TaskStore(db)
            return try store.nextDue(after: Instant(milliseconds: 0)) == nil
                && store.overdue(at: Instant(milliseconds: .max), limit: 1).isEmpty
        }
    }

    private func withServices(
        handler: ClosureHandler, _ body: (Bell) async throws -> Void
    ) async throws {
        let queue = queue()
        let workersQueue = queue.outlivesCoordinator ? self.queue() : queue
        let bell = Bell()
        let worker = Worker(
            settings: Worker.Settings(
                name: "reminder", identity: "benchmark", concurrency: concurrency, prefetch: 1000,
                grace: .seconds(1), announceAfter: announceAfter),
            handlers: [handler], queue: workersQueue, recorder: recorder, surroundings: surroundings
        )
        let dispatcher = Dispatcher(
            register: register, term: term, queue: queue, bell: bell, surroundings: surroundings)
        let resultRecorder = Recorder(
            register: register, term: term, queue: queue, bell: bell, surroundings: surroundings)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await worker.run() }
            group.addTask { try await dispatcher.run() }
            group.addTask { try await resultRecorder.run() }
            try await body(bell)
            group.cancelAll()
            await queue.close()
            await workersQueue.close()
            try await group.waitForAll()
        }
    }
}
