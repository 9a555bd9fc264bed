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
        let counts = try await register.writeInBackground { db in
            let store = try TaskStore(db, under: term)
            var counts = Counts()
            for delivery in reports {
                guard let report = delivery.report, let task = try store.task(report.id) else {
                    counts.unknown += 1
                    continue
                }
                try record(report, of: task, at: now, in: store, &counts)
            }
            Failpoint.reach(.recordBeforeCommit)
            return counts
        }
        Failpoint.reach(.recordCommitted)
        await queue.acknowledge(reports.map(\.tag))
        Failpoint.reach(.recordAcknowledged)
        await bell.ring()
        log(counts)
        return counts
    }

    private func record(
        _ report: TaskReport, of stored: StoredTask, at now: Instant, in store: TaskStore,
        _ counts: inout Counts
    ) throws {
        var task = stored
        let action = apply(report, to: &task, at: now)
        switch action {
        case .changed(let event) where event.name == .done:
            try settle(report, of: stored, as: task, event, at: now, in: store)
            counts.recorded += 1
        case .changed(let event):
            try store.save(task, event)
            counts.recorded += 1
        case .renewed:
            try store.save(task, nil)
            counts.renewed += 1
        case .refused, .publish:
            counts.refused += 1
        }
    }

    /// Ends a task as done and does what its result does; if that cannot be, ends it as dead.
    private func settle(
        _ report: TaskReport, of stored: StoredTask, as done: StoredTask, _ event: TaskEvent,
        at now: Instant, in store: TaskStore
    ) throws {
        guard case .finished(.done(let result)) = report.event,
            let effect = settings.effects[stored.envelope.kind]
        else {
            try store.save(done, event)
            return
        }
        guard let problem = try store.apply(effect, result, of: stored) else {
            try store.save(done, event)
            return
        }
        surroundings.logger.error(
            "Result cannot be taken into the register",
            metadata: ["task.id": "\(stored.id)", "problem": "\(problem)"])
        var report = report
        report.event = .finished(.rejected(reason: problem))
        var dead = stored
        if case .changed(let event) = apply(report, to: &dead, at: now) {
            try store.save(dead, event)
        }
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
