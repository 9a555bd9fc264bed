import Agreements
import Foundation
import Logging
import Register
import ServiceLifecycle
import Tasks

/// Takes the workers' reports into the register, each attempt's outcome once.
///
/// A batch of reports is one transaction. What a result does to the register happens in it too.
/// Reports of tasks that have ended, or of another attempt, are refused and counted. A report is
/// acknowledged once its transaction is committed.
package struct Recorder: Service {
    /// The limits of one batch, and what a failure leads to.
    package struct Settings: Sendable {
        package var batch: Int
        package var limits: TaskState.Limits
        package var policy: RetryPolicy
        /// Kinds that are retried otherwise.
        package var policies: [TaskKind: RetryPolicy]
        /// What results do to the register; results of other kinds are not kept.
        package var effects: [TaskKind: TaskEffect]
        /// How long to wait before a batch is tried again that could not be written.
        package var pause: Duration

        package init(
            batch: Int = 1000,
            limits: TaskState.Limits = TaskState.Limits(),
            policy: RetryPolicy = RetryPolicy(),
            policies: [TaskKind: RetryPolicy] = [:],
            effects: [TaskKind: TaskEffect] = [:],
            pause: Duration = .milliseconds(500)
        ) {
            self.batch = batch
            self.limits = limits
            self.policy = policy
            self.policies = policies
            self.effects = effects
            self.pause = pause
        }

        func policy(of kind: TaskKind) -> RetryPolicy { policies[kind] ?? policy }
    }

    /// What one batch did.
    package struct Counts: Hashable, Sendable {
        /// Changes of state.
        package var recorded = 0
        /// Leases that were renewed.
        package var renewed = 0
        /// Reports that came late or twice.
        package var refused = 0
        /// Reports of tasks that the register does not know, or that could not be read.
        package var unknown = 0

        package init(recorded: Int = 0, renewed: Int = 0, refused: Int = 0, unknown: Int = 0) {
            self.recorded = recorded
            self.renewed = renewed
            self.refused = refused
            self.unknown = unknown
        }
    }

    private let settings: Settings
    private let register: Register
    private let term: CoordinatorTerm
    private let queue: any TaskQueue
    private let bell: Bell
    private let surroundings: Surroundings
    private let jitter: @Sendable () -> Double

    /// - Parameters:
    ///   - bell: The dispatcher's; rung when something may have fallen due.
    ///   - jitter: From −1 to 1, for the delays of retries.
    package init(
        settings: Settings = Settings(),
        register: Register,
        term: CoordinatorTerm,
        queue: any TaskQueue,
        bell: Bell,
        surroundings: Surroundings,
        jitter: @escaping @Sendable () -> Double = { Double.random(in: -1...1) }
    ) {
        self.settings = settings
        self.register = register
        self.term = term
        self.queue = queue
        self.bell = bell
        self.surroundings = surroundings
        self.jitter = jitter
    }

    /// Ends when the queue is closed, or its task cancelled: it must outlast the workers, so a
    /// graceful shutdown alone does not end it.
    package func run() async throws {
        while !Task.isCancelled {
            let reports = await queue.reports(upTo: settings.batch)
            guard !reports.isEmpty else { return }
            while try await attempt(
                "Reports are not recorded", surroundings.logger,
                {
                    try await record(reports)
                }) == nil
            {
                try await Task.sleep(for: settings.pause)
            }
        }
    }

    /// Waits for a batch of reports and records it.
    package func runOnce() async throws -> Counts {
        try await record(await queue.reports(upTo: settings.batch))
    }

    private func record(_ reports: [ReportDelivery]) async throws -> Counts {
        let now = surroundings.clock.now()
        let taken = try await register.writeInBackground { db in
            let store = try TaskStore(db, under: term)
            var taken = Taken()
            for delivery in reports {
                guard let report = delivery.report, let task = try store.task(report.id) else {
                    taken.counts.unknown += 1
                    continue
                }
                try record(report, of: task, at: now, in: store, &taken)
            }
            Failpoint.reach(.recordBeforeCommit)
            return taken
        }
        let counts = taken.counts
        Failpoint.reach(.recordCommitted)
        await queue.acknowledge(reports.map(\.tag))
        Failpoint.reach(.recordAcknowledged)
        await bell.ring()
        tally(taken)
        log(counts)
        return counts
    }

    /// What a batch comes to.
    private struct Taken {
        /// What happened to tasks of a kind.
        struct Happening: Hashable {
            let kind: TaskKind
            let name: TaskEvent.Name
        }

        var counts = Counts()
        var happenings: [Happening: Int] = [:]

        mutating func recorded(_ event: TaskEvent, of kind: TaskKind) {
            counts.recorded += 1
            happenings[Happening(kind: kind, name: event.name), default: 0] += 1
        }
    }

    private func tally(_ taken: Taken) {
        for (happening, count) in taken.happenings {
            let name = happening.name.rawValue
            surroundings.tally.add(.taskEvents, ["event": name], by: count)
            guard happening.name != .started else { continue }
            surroundings.tally.add(
                .attempts, ["kind": happening.kind.rawValue, "outcome": name], by: count)
        }
        surroundings.tally.add(.reportsRefused, by: taken.counts.refused)
    }

    private func record(
        _ report: TaskReport, of stored: StoredTask, at now: Instant, in store: TaskStore,
        _ taken: inout Taken
    ) throws {
        var task = stored
        let action = apply(report, to: &task, at: now)
        switch action {
        case .changed(let event) where event.name == .done:
            let settled = try settle(report, of: stored, as: task, event, at: now, in: store)
            taken.recorded(settled, of: stored.envelope.kind)
        case .changed(let event):
            try store.save(task, event)
            taken.recorded(event, of: stored.envelope.kind)
        case .renewed:
            try store.save(task, nil)
            taken.counts.renewed += 1
        case .refused, .publish:
            taken.counts.refused += 1
        }
    }

    /// Ends a task as done and does what its result does; if that cannot be, ends it as dead.
    /// Answers what happened.
    private func settle(
        _ report: TaskReport, of stored: StoredTask, as done: StoredTask, _ event: TaskEvent,
        at now: Instant, in store: TaskStore
    ) throws -> TaskEvent {
        guard case .finished(.done(let result)) = report.event,
            let effect = settings.effects[stored.envelope.kind],
            let problem = try store.apply(effect, result, of: stored)
        else {
            try store.save(done, event)
            return event
        }
        surroundings.logger.error(
            "Result cannot be taken into the register",
            metadata: ["task.id": "\(stored.id)", "problem": "\(problem)"])
        var report = report
        report.event = .finished(.rejected(reason: problem))
        var dead = stored
        guard case .changed(let end) = apply(report, to: &dead, at: now) else { return event }
        try store.save(dead, end)
        return end
    }

    private func apply(
        _ report: TaskReport, to task: inout StoredTask, at now: Instant
    ) -> TaskState.Action {
        task.state.apply(
            report, at: now, policy: settings.policy(of: task.envelope.kind),
            limits: settings.limits, jitter: jitter())
    }

    private func log(_ counts: Counts) {
        guard counts.refused + counts.unknown > 0 else { return }
        surroundings.logger.debug(
            "Reports are refused",
            metadata: [
                "reports.refused": "\(counts.refused)", "reports.unknown": "\(counts.unknown)",
            ])
    }
}
