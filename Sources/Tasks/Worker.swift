import Logging
import ServiceLifecycle
import Synchronization

/// Takes the tasks of one worker kind off the queue, has its handlers do them, and reports.
///
/// On a graceful shutdown it takes nothing new, lets what is under way finish within the grace
/// period, then cancels it and hands it back; deliveries that had not begun go back at once. A
/// cancelled `run` does the same without the grace.
package struct Worker: Service {
    /// How a worker works.
    package struct Settings: Sendable {
        /// The worker's kind, which is the queue it consumes: `reminder`.
        package var name: String
        /// This process among all workers, new at each start.
        package var identity: String
        /// Tasks under way at once.
        package var concurrency: Int
        /// Deliveries that the queue may send ahead; at least `concurrency`.
        package var prefetch: Int
        /// How long a shutdown waits for what is under way.
        package var grace: Duration
        /// When a task that is still under way is reported as started; zero reports it before
        /// the handler begins, which workers in processes of their own need.
        package var announceAfter: Duration
        /// How often a lease is renewed: a third of it at most.
        package var beatEvery: Duration
        /// How often time limits and leases are looked at while tasks are under way.
        package var tickEvery: Duration

        package init(
            name: String,
            identity: String,
            concurrency: Int = 4,
            prefetch: Int = 8,
            grace: Duration = .seconds(20),
            announceAfter: Duration = .seconds(1),
            beatEvery: Duration = .seconds(10),
            tickEvery: Duration = .milliseconds(250)
        ) {
            self.name = name
            self.identity = identity
            self.concurrency = max(1, concurrency)
            self.prefetch = max(prefetch, concurrency, 1)
            self.grace = grace
            self.announceAfter = announceAfter
            self.beatEvery = beatEvery
            self.tickEvery = tickEvery
        }
    }

    /// Why a worker did not end well.
    package enum Error: Swift.Error, Hashable, CustomStringConvertible {
        /// Handlers that did not return though they were cancelled.
        case abandoned(Int)

        package var description: String {
            switch self {
            case .abandoned(let count):
                "\(count) tasks did not end within the grace period and begin again elsewhere."
            }
        }
    }

    private let settings: Settings
    private let handlers: [TaskKind: any TaskHandler]
    private let queue: any TaskQueue
    private let recorder: FlightRecorder?
    private let surroundings: Surroundings

    /// - Parameter recorder: Where this process notes what it is at, if it shall be found there
    ///   after a crash.
    package init(
        settings: Settings,
        handlers: [any TaskHandler],
        queue: any TaskQueue,
        recorder: FlightRecorder? = nil,
        surroundings: Surroundings
    ) {
        self.settings = settings
        self.handlers = Dictionary(handlers.map { ($0.kind, $0) }) { first, _ in
            preconditionFailure("Two handlers are given for the task kind «\(first.kind)».")
        }
        self.queue = queue
        self.recorder = recorder
        self.surroundings = surroundings
    }

    package func run() async throws {
        let consumer = try await queue.consume(settings.name, prefetch: settings.prefetch)
        let bench = Bench(
            settings: settings, handlers: handlers, consumer: consumer, recorder: recorder,
            surroundings: surroundings)
        surroundings.logger.info(
            "Worker takes tasks", metadata: ["worker.identity": "\(settings.identity)"])
        if let recorder {
            await bench.reportCrashes(of: recorder, queueIsOutliving: queue.outlivesCoordinator)
        }
        let stop = Stop()
        await withGracefulShutdownHandler {
            await cancelWhenGracefulShutdown { await take(from: consumer, to: bench, until: stop) }
        } onGracefulShutdown: {
            stop.isOrdered.store(true, ordering: .sequentiallyConsistent)
        }
        let abandoned = await bench.drain()
        await consumer.close()
        surroundings.logger.info(
            "Worker has stopped", metadata: ["worker.abandoned": "\(abandoned)"])
        if abandoned > 0 { throw Error.abandoned(abandoned) }
    }

    /// Whether the worker has been told to stop; known at once, where cancellation takes a moment.
    private final class Stop: Sendable {
        let isOrdered = Atomic(false)

        var hasCome: Bool {
            isOrdered.load(ordering: .sequentiallyConsistent) || Task.isCancelled
        }
    }

    private func take(
        from consumer: any TaskConsumer, to bench: Bench, until stop: Stop
    ) async {
        while !stop.hasCome {
            let room = await bench.room()
            guard room > 0, !stop.hasCome else { return }
            let deliveries = await consumer.deliveries(upTo: room)
            guard !deliveries.isEmpty else { return }
            Failpoint.reach(.workDelivered)
            guard !stop.hasCome else {
                return await consumer.handBack(deliveries.map(\.tag))
            }
            await bench.begin(deliveries)
        }
    }
}
