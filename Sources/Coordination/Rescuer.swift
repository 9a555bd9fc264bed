import Agreements
import Logging
import Register
import ServiceLifecycle
import Tasks

/// Makes tasks due again that have had no result for too long, and prunes old ones.
///
/// A lease that has run out is a crash of the worker and counts; a task that nobody has started
/// within the rescue period is published again and nothing is used up. Where the queue does not
/// outlive the coordinator, the first step after a start takes back whatever an earlier process
/// had published; the flight recorder tells which of it was being done. Where it does, workers have
/// gone on while nobody heard them: their leases begin anew.
package struct Rescuer: Service {
    /// The limits of one batch, and how often to look.
    package struct Settings: Hashable, Sendable {
        package var batch: Int
        package var policy: RetryPolicy
        package var limits: TaskState.Limits
        /// How often to look; a lease is noticed to have run out this much later.
        package var every: Duration
        /// How old a task is, since its end, when it is deleted.
        package var pruneAfter: Duration

        package init(
            batch: Int = 1000,
            policy: RetryPolicy = RetryPolicy(),
            limits: TaskState.Limits = TaskState.Limits(),
            every: Duration = .milliseconds(500),
            pruneAfter: Duration = .seconds(180 * 86_400)
        ) {
            self.batch = batch
            self.policy = policy
            self.limits = limits
            self.every = every
            self.pruneAfter = pruneAfter
        }
    }

    /// What one run did.
    package struct Counts: Hashable, Sendable {
        package var rescued = 0
        package var crashed = 0
        package var quarantined = 0
        package var pruned = 0

        package init(rescued: Int = 0, crashed: Int = 0, quarantined: Int = 0, pruned: Int = 0) {
            self.rescued = rescued
            self.crashed = crashed
            self.quarantined = quarantined
            self.pruned = pruned
        }

        fileprivate mutating func add(_ name: TaskEvent.Name) {
            switch name {
            case .crashed: crashed += 1
            case .quarantined: quarantined += 1
            default: rescued += 1
            }
        }
    }

    private let settings: Settings
    private let register: Register
    private let term: CoordinatorTerm
    private let queue: any TaskQueue
    private let recorder: FlightRecorder?
    private let bell: Bell
    private let surroundings: Surroundings

    /// - Parameters:
    ///   - recorder: The flight recorder of workers in this process.
    ///   - bell: The dispatcher's; rung when tasks are due again.
    package init(
        settings: Settings = Settings(),
        register: Register,
        term: CoordinatorTerm,
        queue: any TaskQueue,
        recorder: FlightRecorder? = nil,
        bell: Bell,
        surroundings: Surroundings
    ) {
        self.settings = settings
        self.register = register
        self.term = term
        self.queue = queue
        self.recorder = recorder
        self.bell = bell
        self.surroundings = surroundings
    }

    /// Call `recover` before the dispatcher and the workers start; this does not.
    package func run() async throws {
        let pause = Bell()
        try await cancelWhenGracefulShutdown {
            var hearing = Hearing(lease: settings.limits.lease)
            while !Task.isCancelled {
                let counts = try await attempt("Tasks are not rescued", surroundings.logger) {
                    try await look(&hearing) ? try await runOnce() : Counts()
                }
                if counts == nil { hearing.missed() }
                await pause.wait(atMost: settings.every)
            }
        }
    }

    /// Takes the register's lock, as recording does, and answers whether silence counts; where it
    /// did not for a while, all leases begin anew.
    ///
    /// The term is looked at even when nothing is to be written: a coordinator whose place another
    /// has taken must not stay and keep the workers' reports from it.
    private func look(_ hearing: inout Hearing) async throws -> Bool {
        let (current, hears) = (hearing, await queue.hears)
        let action: Hearing.Action
        (hearing, action) = try await register.writeInBackground { db in
            var hearing = current
            let now = surroundings.clock.now()
            let store = try TaskStore(db, under: term)
            let action = hearing.next(hears: hears, at: now)
            if action == .beginLeasesAnew {
                try beginLeasesAnew(in: store, at: now, isUsual: !current.hasHeard)
            }
            return (hearing, action)
        }
        return action != .wait
    }

    /// - Parameter isUsual: Nothing is wrong: it is the start.
    private func beginLeasesAnew(
        in store: TaskStore, at now: Instant, isUsual: Bool = false
    ) throws {
        let renewed = try store.renewLimits(settings.limits, at: now)
        guard renewed > 0 else { return }
        surroundings.logger.log(
            level: isUsual ? .debug : .warning,
            "Leases begin anew, because nobody could hear of them",
            metadata: ["tasks": "\(renewed)"])
    }

    /// Takes back what an earlier process of this coordinator had published, or lets the leases of
    /// workers that have outlived it begin anew.
    package func recover() async throws -> Counts {
        let now = surroundings.clock.now()
        guard !queue.outlivesCoordinator else {
            try await register.writeInBackground { db in
                try beginLeasesAnew(in: TaskStore(db, under: term), at: now)
            }
            return Counts()
        }
        let flights = Set((recorder?.recovered ?? [:]).keys)
        // Before they are counted: a process that is killed in between counts a crash too few,
        // and not the same one again at each start until the task is set apart for it.
        try recorder?.forgetRecovered()
        var counts = Counts()
        var key: Int64 = 0
        while true {
            let (last, batch) = try await recover(after: key, flights, at: now)
            Failpoint.reach(.rescueCommitted)
            counts.rescued += batch.rescued
            counts.crashed += batch.crashed
            counts.quarantined += batch.quarantined
            guard let last else { break }
            key = last
        }
        log(counts)
        return counts
    }

    private func recover(
        after key: Int64, _ flights: Set<FlightRecorder.Flight>, at now: Instant
    ) async throws -> (last: Int64?, counts: Counts) {
        try await register.writeInBackground { db in
            let store = try TaskStore(db, under: term)
            var tasks = try store.published(after: key, limit: settings.batch)
            let last = tasks.last?.key
            // Killed between the start of its handler and its mark as published, a task is
            // still planned: the flight recorder alone knows of it.
            if key == 0 {
                tasks += try flights.compactMap { try store.task($0.id) }
                    .filter { $0.state.phase == .planned || $0.state.phase == .retrying }
            }
            var counts = Counts()
            for var task in tasks {
                let flight = FlightRecorder.Flight(id: task.id, attempt: task.state.attempt)
                let action = task.state.recover(
                    at: now, wasRunning: flights.contains(flight), policy: settings.policy)
                guard case .changed(let event) = action, try store.save(task, event) else {
                    continue
                }
                counts.add(event.name)
            }
            return (last, counts)
        }
    }

    /// Rescues one batch of what is overdue, and prunes one batch of what is old.
    package func runOnce() async throws -> Counts {
        let now = surroundings.clock.now()
        let isWork = try register.read { db in
            let store = TaskStore(db)
            return try !store.overdue(at: now, limit: 1).isEmpty
                || store.hasEnded(before: pruneBefore(now))
        }
        guard isWork else { return Counts() }
        let counts = try await register.writeInBackground { db in
            let store = try TaskStore(db, under: term)
            var counts = Counts()
            for var task in try store.overdue(at: now, limit: settings.batch) {
                let action = task.state.rescue(at: now, policy: settings.policy)
                guard case .changed(let event) = action, try store.save(task, event) else {
                    continue
                }
                counts.add(event.name)
            }
            counts.pruned = try store.prune(
                endedBefore: pruneBefore(now), limit: settings.batch)
            return counts
        }
        Failpoint.reach(.rescueCommitted)
        await bell.ring()
        log(counts)
        return counts
    }

    private func pruneBefore(_ now: Instant) -> Instant {
        now.adding(.zero - settings.pruneAfter)
    }

    private func tally(_ counts: Counts) {
        for (name, count) in [
            (TaskEvent.Name.rescued, counts.rescued), (.crashed, counts.crashed),
            (.quarantined, counts.quarantined),
        ] {
            surroundings.tally.add(.taskEvents, ["event": name.rawValue], by: count)
        }
    }

    private func log(_ counts: Counts) {
        tally(counts)
        guard counts.rescued + counts.crashed + counts.quarantined > 0 else { return }
        surroundings.logger.warning(
            "Tasks without a result are due again",
            metadata: [
                "tasks.rescued": "\(counts.rescued)", "tasks.crashed": "\(counts.crashed)",
                "tasks.quarantined": "\(counts.quarantined)",
            ])
    }
}
