import Agreements

/// Where a task is in its life.
///
/// A task is *planned* and waits until it is due; the dispatcher publishes it and it is
/// *published* until its worker reports. That a worker is at it is a lease on a published task.
/// Done ends it; a failure makes it *retrying*, due again after a delay, until its attempts are
/// used up and it is *dead*. A lease that runs out is a crash: the task is due again at once, and
/// *quarantined* when it has crashed too often. A published task that no worker has started
/// within the rescue period is due again, and nothing is used up. *Cancelled* and *expired* tasks
/// are never done. Dead, quarantined and cancelled ones can be retried by hand, as long as their
/// time is not over: what expired would say what held then.
///
/// Times are given; nothing here reads a clock. Whoever calls stores the state and the event of
/// each `changed`, in one transaction.
package struct TaskState: Hashable, Sendable {
    /// The words are stored.
    package enum Phase: String, Hashable, Sendable, CaseIterable {
        case planned
        case published
        case retrying
        case done
        case dead
        case quarantined
        case cancelled
        case expired

        /// Whether the coordinator still has something to do about it by itself.
        package var isOpen: Bool {
            switch self {
            case .planned, .published, .retrying: true
            case .done, .dead, .quarantined, .cancelled, .expired: false
            }
        }
    }

    /// A worker's claim to be at the task.
    package struct Lease: Hashable, Sendable {
        package var worker: String
        package var startedAt: Instant

        package init(worker: String, startedAt: Instant) {
            self.worker = worker
            self.startedAt = startedAt
        }
    }

    /// What the caller has to do.
    package enum Action: Hashable, Sendable {
        /// Store the state and the event.
        case changed(TaskEvent)
        /// Store the state: its lease is renewed.
        case renewed
        /// Publish the task; nothing has changed yet.
        case publish
        /// Nothing: count it.
        case refused(Refusal)
    }

    /// Why nothing was changed.
    package enum Refusal: Hashable, Sendable {
        /// The task has ended before.
        case ended(Phase)
        /// The report is of another attempt than the present one.
        case otherAttempt(Int)
        /// It is not time yet, or not in a state that this applies to.
        case notNow
        /// Its time was over at this instant.
        case tooLate(Instant)
        /// Another worker is at it, whose lease runs.
        case held(by: String)
    }

    /// The time limits of a published task.
    package struct Limits: Hashable, Sendable {
        /// How long a worker may be silent that has started.
        package var lease: Duration
        /// How long a published task may be without a start.
        package var rescue: Duration

        package init(lease: Duration = .seconds(30), rescue: Duration = .seconds(300)) {
            self.lease = lease
            self.rescue = rescue
        }
    }

    package var phase: Phase
    /// The present attempt, numbered from 1.
    package var attempt: Int
    package var crashes: Int
    /// When the coordinator must look at it: due when planned or retrying, to be rescued when
    /// published, and when it ended otherwise.
    package var nextAt: Instant
    package var expiresAt: Instant?
    package var publishedAt: Instant?
    package var lease: Lease?
    package var lastError: String?

    package init(dueAt: Instant, expiresAt: Instant? = nil) {
        phase = .planned
        attempt = 1
        crashes = 0
        nextAt = dueAt
        self.expiresAt = expiresAt
    }

    // MARK: The dispatcher's part

    /// Decides what to do about a task that may be due.
    package mutating func dispatch(at now: Instant) -> Action {
        guard phase == .planned || phase == .retrying else { return .refused(.notNow) }
        if let expiresAt, expiresAt <= now {
            return end(.expired, .expired, at: now, reason: "It was not done before \(expiresAt).")
        }
        return nextAt <= now ? .publish : .refused(.notNow)
    }

    /// The queue has confirmed it.
    package mutating func publish(at now: Instant, limits: Limits) -> Action {
        guard phase == .planned || phase == .retrying else { return .refused(.notNow) }
        let waited = now.duration(since: nextAt)
        phase = .published
        publishedAt = now
        nextAt = now.adding(limits.rescue)
        return .changed(TaskEvent(.published, at: now, attempt: attempt, queueTime: waited))
    }

    // MARK: The recorder's part

    /// Takes a worker's report in; one of another attempt, or of a task that has ended, changes
    /// nothing.
    ///
    /// - Parameter jitter: From −1 to 1, for the delay of a retry.
    package mutating func apply(
        _ report: TaskReport, at now: Instant, policy: RetryPolicy, limits: Limits, jitter: Double
    ) -> Action {
        guard phase.isOpen else { return .refused(.ended(phase)) }
        guard report.attempt == attempt else { return .refused(.otherAttempt(attempt)) }
        switch report.event {
        case .started:
            return start(report, at: now, policy: policy, limits: limits)
        case .alive:
            return renew(report, at: now, policy: policy, limits: limits)
        case .finished(let outcome):
            return finish(outcome, report, at: now, policy: policy, jitter: jitter)
        case .handedBack(let reason):
            return waitAgain(.handedBack, at: now, until: now, report, reason)
        case .kept(let reason):
            return waitAgain(.kept, at: now, until: now.adding(policy.keptFor), report, reason)
        case .expired:
            return end(.expired, .expired, at: now, worker: report.worker)
        case .crashed(let reason):
            // One that began later is another's.
            if let lease, lease.startedAt > report.startedAt {
                return .refused(.held(by: lease.worker))
            }
            return crash(at: now, policy: policy, worker: report.worker, reason: reason)
        }
    }

    private mutating func start(
        _ report: TaskReport, at now: Instant, policy: RetryPolicy, limits: Limits
    ) -> Action {
        guard lease == nil else { return renew(report, at: now, policy: policy, limits: limits) }
        let queueTime = report.startedAt.duration(since: publishedAt ?? nextAt)
        hold(report, at: now, limits: limits)
        return .changed(
            TaskEvent(
                .started, at: now, attempt: attempt, worker: report.worker, queueTime: queueTime))
    }

    /// A message can be delivered twice: while one worker's lease runs, what another says of the
    /// same attempt changes nothing. Once it has run out the other one has taken over.
    private mutating func renew(
        _ report: TaskReport, at now: Instant, policy: RetryPolicy, limits: Limits
    ) -> Action {
        guard let lease, lease.worker != report.worker else {
            hold(report, at: now, limits: limits)
            return .renewed
        }
        guard nextAt <= now else { return .refused(.held(by: lease.worker)) }
        let reason = "\(lease.worker) ended without a result; \(report.worker) has taken over."
        let action = crash(at: now, policy: policy, worker: lease.worker, reason: reason)
        if phase.isOpen { hold(report, at: now, limits: limits) }
        return action
    }

    private mutating func hold(_ report: TaskReport, at now: Instant, limits: Limits) {
        phase = .published
        publishedAt = publishedAt ?? report.startedAt
        lease = Lease(worker: report.worker, startedAt: report.startedAt)
        nextAt = now.adding(limits.lease)
    }

    private mutating func finish(
        _ outcome: Outcome, _ report: TaskReport, at now: Instant, policy: RetryPolicy,
        jitter: Double
    ) -> Action {
        switch outcome {
        case .done:
            return end(.done, .done, at: now, report)
        case .rejected(let reason):
            lastError = reason
            return end(.dead, .dead, at: now, report, reason: reason)
        case .retry(_, let reason) where attempt >= policy.attempts:
            lastError = reason
            return end(.dead, .dead, at: now, report, reason: reason)
        case .retry(let after, let reason):
            let delay = after ?? policy.delay(afterAttempt: attempt, jitter: jitter)
            let event = event(.retrying, at: now, report, reason: reason)
            lastError = reason
            attempt += 1
            wait(.retrying, until: now.adding(delay))
            return .changed(event)
        }
    }

    // MARK: The rescuer's part

    /// The time of a published task has run out: its lease, or the rescue period.
    package mutating func rescue(at now: Instant, policy: RetryPolicy) -> Action {
        guard phase == .published, nextAt <= now else { return .refused(.notNow) }
        guard let lease else {
            return release(at: now, reason: "No worker has started it in time.")
        }
        return crash(
            at: now, policy: policy, worker: lease.worker,
            reason: "\(lease.worker) has been silent since its lease began to run.")
    }

    /// The process that held the published tasks has ended.
    ///
    /// - Parameter wasRunning: Whether its handler was at the task.
    package mutating func recover(
        at now: Instant, wasRunning: Bool, policy: RetryPolicy
    ) -> Action {
        guard phase.isOpen else { return .refused(.ended(phase)) }
        if wasRunning {
            return crash(
                at: now, policy: policy, worker: lease?.worker,
                reason: "The process ended while it was at the task.")
        }
        guard phase == .published else { return .refused(.notNow) }
        return release(at: now, reason: "The process ended that had published it.")
    }

    private mutating func release(at now: Instant, reason: String) -> Action {
        wait(.planned, until: now)
        return .changed(TaskEvent(.rescued, at: now, attempt: attempt, reason: reason))
    }

    private mutating func crash(
        at now: Instant, policy: RetryPolicy, worker: String?, reason: String
    ) -> Action {
        crashes += 1
        lastError = reason
        let runTime = lease.map { now.duration(since: $0.startedAt) }
        guard crashes < policy.crashes else {
            return end(.quarantined, .quarantined, at: now, worker: worker, reason: reason)
        }
        wait(.planned, until: now)
        return .changed(
            TaskEvent(
                .crashed, at: now, attempt: attempt, worker: worker, runTime: runTime,
                reason: reason))
    }

    // MARK: What people do

    package mutating func cancel(at now: Instant, reason: String) -> Action {
        switch phase {
        case .done, .cancelled, .expired: .refused(.ended(phase))
        case .planned, .published, .retrying, .dead, .quarantined:
            end(.cancelled, .cancelled, at: now, reason: reason)
        }
    }

    /// Gives a task that has failed or was cancelled one more attempt, due now.
    ///
    /// It keeps its time: what expired, or would at once, is refused, because its payload says
    /// what held when it was planned.
    package mutating func retryByHand(at now: Instant, reason: String) -> Action {
        if let expiresAt, expiresAt <= now, phase != .done { return .refused(.tooLate(expiresAt)) }
        switch phase {
        case .done, .expired: return .refused(.ended(phase))
        case .planned, .published: return .refused(.notNow)
        case .retrying:
            wait(.retrying, until: now)
        case .dead, .quarantined, .cancelled:
            attempt += 1
            crashes = 0
            wait(.planned, until: now)
        }
        return .changed(TaskEvent(.retriedByHand, at: now, attempt: attempt, reason: reason))
    }

    // MARK: Steps

    private mutating func wait(_ phase: Phase, until instant: Instant) {
        self.phase = phase
        nextAt = instant
        publishedAt = nil
        lease = nil
    }

    private mutating func waitAgain(
        _ name: TaskEvent.Name, at now: Instant, until instant: Instant, _ report: TaskReport,
        _ reason: String
    ) -> Action {
        wait(.planned, until: instant)
        return .changed(
            TaskEvent(name, at: now, attempt: attempt, worker: report.worker, reason: reason))
    }

    private mutating func end(
        _ phase: Phase, _ name: TaskEvent.Name, at now: Instant, worker: String? = nil,
        reason: String? = nil
    ) -> Action {
        self.phase = phase
        nextAt = now
        lease = nil
        return .changed(
            TaskEvent(name, at: now, attempt: attempt, worker: worker, reason: reason))
    }

    private mutating func end(
        _ phase: Phase, _ name: TaskEvent.Name, at now: Instant, _ report: TaskReport,
        reason: String? = nil
    ) -> Action {
        let event = event(name, at: now, report, reason: reason)
        self.phase = phase
        nextAt = now
        lease = nil
        return .changed(event)
    }

    private func event(
        _ name: TaskEvent.Name, at now: Instant, _ report: TaskReport, reason: String? = nil
    ) -> TaskEvent {
        let queued = report.startedAt.duration(since: publishedAt ?? nextAt)
        return TaskEvent(
            name, at: now, attempt: attempt, worker: report.worker,
            queueTime: max(.zero, queued),
            runTime: max(.zero, report.reportedAt.duration(since: report.startedAt)),
            reason: reason)
    }
}
