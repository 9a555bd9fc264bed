import Agreements
import Logging
import Register
import ServiceLifecycle
import Tasks

/// Publishes the tasks that are due, and marks those published that the queue has confirmed.
///
/// A task whose publication was not confirmed stays due. If the process dies between the
/// confirmation and the mark, the task is published twice, and the second result refused.
package struct Dispatcher: Service {
    /// The limits of one batch, and how long to wait for what.
    package struct Settings: Hashable, Sendable {
        package var batch: Int
        /// Payloads of one batch, in bytes.
        package var batchBytes: Int
        /// Of each kind: tasks published and not started; what is beyond waits in the register.
        package var unstarted: Int
        package var limits: TaskState.Limits
        /// How often to look without having been woken: tools plan and resume without the bell.
        package var idle: Duration
        /// How long to leave the queue alone that has refused tasks.
        package var refusedPause: Duration
        /// How long a task waits for which there is no worker's queue.
        package var returnedPause: Duration

        package init(
            batch: Int = 1000,
            batchBytes: Int = 16 * 1024 * 1024,
            unstarted: Int = 5000,
            limits: TaskState.Limits = TaskState.Limits(),
            idle: Duration = .seconds(1),
            refusedPause: Duration = .milliseconds(100),
            returnedPause: Duration = .seconds(10)
        ) {
            self.batch = batch
            self.batchBytes = batchBytes
            self.unstarted = unstarted
            self.limits = limits
            self.idle = idle
            self.refusedPause = refusedPause
            self.returnedPause = returnedPause
        }
    }

    /// What one run did.
    package struct Counts: Hashable, Sendable {
        package var published = 0
        package var expired = 0
        package var returned = 0
        /// Refused by the queue, or without an answer: they stay due.
        package var unconfirmed = 0
        /// Whether there was anything due, so that there may be more.
        package var mayHaveMore = false
    }

    private let settings: Settings
    private let register: Register
    private let term: CoordinatorTerm
    private let queue: any TaskQueue
    private let bell: Bell
    private let surroundings: Surroundings

    /// - Parameter bell: Rung by whoever has planned, freed or resumed a task.
    package init(
        settings: Settings = Settings(),
        register: Register,
        term: CoordinatorTerm,
        queue: any TaskQueue,
        bell: Bell,
        surroundings: Surroundings
    ) {
        self.settings = settings
        self.register = register
        self.term = term
        self.queue = queue
        self.bell = bell
        self.surroundings = surroundings
    }

    package func run() async throws {
        let refused = Bell()
        try await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                let counts = try await attempt("Tasks are not dispatched", surroundings.logger) {
                    try await runOnce()
                }
                guard let counts, counts.unconfirmed == 0 else {
                    // Woken by each recorded batch, it would read a thousand tasks for the few
                    // that a full queue has room for.
                    await refused.wait(atMost: settings.refusedPause)
                    continue
                }
                if !counts.mayHaveMore { await bell.wait(atMost: try untilNextDue()) }
            }
        }
    }

    private func untilNextDue() throws -> Duration {
        let now = surroundings.clock.now()
        let next = try register.read { db in try TaskStore(db).nextDue(after: now) }
        guard let next else { return settings.idle }
        return min(settings.idle, max(.zero, next.duration(since: now)))
    }

    /// Publishes one batch of what is due now.
    package func runOnce() async throws -> Counts {
        let now = surroundings.clock.now()
        let due = try register.read { db in
            try TaskStore(db).due(
                at: now,
                TaskStore.DueLimits(
                    tasks: settings.batch, bytes: settings.batchBytes,
                    unstarted: settings.unstarted))
        }
        guard !due.isEmpty else { return Counts() }
        var expired: [(StoredTask, TaskEvent)] = []
        var ready: [StoredTask] = []
        for var task in due {
            switch task.state.dispatch(at: now) {
            case .publish: ready.append(task)
            case .changed(let event): expired.append((task, event))
            case .renewed, .refused: break
            }
        }
        let start = ContinuousClock.now
        let confirmations = await queue.publish(ready.map(\.envelope))
        if !ready.isEmpty { surroundings.tally.published(in: ContinuousClock.now - start) }
        Failpoint.reach(.dispatchPublished)
        var counts = try await mark(Array(zip(ready, confirmations)), expired, at: now)
        Failpoint.reach(.dispatchMarked)
        tally(counts)
        counts.mayHaveMore = counts.published + counts.expired + counts.returned > 0
        log(counts)
        return counts
    }

    private func mark(
        _ answered: [(StoredTask, Publication)], _ expired: [(StoredTask, TaskEvent)],
        at now: Instant
    ) async throws -> Counts {
        try await register.writeInBackground { db in
            let store = try TaskStore(db, under: term)
            var counts = Counts()
            for (task, event) in expired where try store.save(task, event) {
                counts.expired += 1
            }
            for (task, confirmation) in answered {
                try mark(task, confirmation, at: now, in: store, &counts)
            }
            return counts
        }
    }

    private func mark(
        _ task: StoredTask, _ confirmation: Publication, at now: Instant, in store: TaskStore,
        _ counts: inout Counts
    ) throws {
        switch confirmation {
        case .confirmed:
            counts.published += 1
            var task = task
            guard case .changed(let event) = task.state.publish(at: now, limits: settings.limits)
            else { return }
            try store.save(task, event)
        case .returned(let reason):
            counts.returned += 1
            let until = now.adding(settings.returnedPause)
            try store.postpone(task, until: until, reason: reason)
        case .refused, .unknown:
            counts.unconfirmed += 1
        }
    }

    private func tally(_ counts: Counts) {
        let tally = surroundings.tally
        tally.add(.published, by: counts.published)
        tally.add(.returned, by: counts.returned)
        tally.add(.unconfirmed, by: counts.unconfirmed)
        tally.add(.taskEvents, ["event": TaskEvent.Name.published.rawValue], by: counts.published)
        tally.add(.taskEvents, ["event": TaskEvent.Name.expired.rawValue], by: counts.expired)
    }

    private func log(_ counts: Counts) {
        guard counts.returned + counts.unconfirmed > 0 else { return }
        surroundings.logger.warning(
            "Tasks are not confirmed and stay due",
            metadata: [
                "tasks.returned": "\(counts.returned)",
                "tasks.unconfirmed": "\(counts.unconfirmed)",
            ])
    }
}
