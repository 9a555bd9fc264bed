import Agreements
import Testing

@testable import Tasks

struct TaskStateTests {
    private let start = Instant(milliseconds: 1_000_000)
    private let policy = RetryPolicy(base: .seconds(10), cap: 2, attempts: 3)
    private let limits = TaskState.Limits(lease: .seconds(30), rescue: .seconds(300))

    private func report(
        _ event: TaskReport.Event, attempt: Int = 1, worker: String = "a", after seconds: Int = 0
    ) -> TaskReport {
        TaskReport(
            id: TaskID("t"), attempt: attempt, worker: worker, startedAt: start,
            reportedAt: start.adding(.seconds(seconds)), event: event)
    }

    private func published() -> TaskState {
        var state = TaskState(dueAt: start)
        _ = state.publish(at: start, limits: limits)
        return state
    }

    @Test func `a task waits until it is due`() {
        var state = TaskState(dueAt: start)

        #expect(state.dispatch(at: start.adding(.milliseconds(-1))) == .refused(.notNow))
        #expect(state.dispatch(at: start) == .publish)
        #expect(state.phase == .planned)
    }

    @Test func `a task that is past its time is expired and not published`() {
        var state = TaskState(dueAt: start, expiresAt: start.adding(.seconds(60)))

        let action = state.dispatch(at: start.adding(.seconds(60)))

        #expect(state.phase == .expired)
        guard case .changed(let event) = action else { return #expect(action == .publish) }
        #expect(event.name == .expired)
    }

    @Test(arguments: [(1, 20), (2, 40), (3, 40), (9, 40)])
    func `the wait after an attempt doubles up to the cap`(attempt: Int, seconds: Int) {
        let delay = policy.delay(afterAttempt: attempt, jitter: 0)

        #expect(delay == .seconds(seconds))
        #expect(policy.delay(afterAttempt: attempt, jitter: 1) == delay * 11 / 10)
        #expect(policy.delay(afterAttempt: attempt, jitter: -5) == delay * 9 / 10)
    }

    @Test func `a failure makes the next attempt due later and the last one kills`() {
        var state = published()
        for attempt in 1...2 {
            _ = state.apply(
                report(.finished(.retry(reason: "no answer")), attempt: attempt), at: start,
                policy: policy, limits: limits, jitter: 0)
            #expect(state.phase == .retrying)
            #expect(state.attempt == attempt + 1)
            #expect(state.nextAt == start.adding(policy.delay(afterAttempt: attempt, jitter: 0)))
        }

        _ = state.apply(
            report(.finished(.retry(reason: "still no answer")), attempt: 3), at: start,
            policy: policy, limits: limits, jitter: 0)

        #expect(state.phase == .dead)
        #expect(state.lastError == "still no answer")
    }

    @Test func `a delay that the worker asks for is kept to`() {
        var state = published()

        _ = state.apply(
            report(.finished(.retry(after: .seconds(3600), reason: "greylisted"))), at: start,
            policy: policy, limits: limits, jitter: 1)

        #expect(state.nextAt == start.adding(.seconds(3600)))
    }

    @Test func `a result that comes before the mark as published ends the task`() {
        var state = TaskState(dueAt: start)

        let action = state.apply(
            report(.finished(.done()), after: 2), at: start, policy: policy, limits: limits,
            jitter: 0)

        #expect(state.phase == .done)
        guard case .changed(let event) = action else { return #expect(action == .renewed) }
        #expect(event.runTime == .seconds(2))
        #expect(state.publish(at: start, limits: limits) == .refused(.notNow))
    }

    @Test func `a report of another attempt or of an ended task changes nothing`() {
        var state = published()
        let before = state

        let other = state.apply(
            report(.finished(.done()), attempt: 2), at: start, policy: policy, limits: limits,
            jitter: 0)
        #expect(other == .refused(.otherAttempt(1)))
        #expect(state == before)

        _ = state.cancel(at: start, reason: "not wanted")
        let late = state.apply(
            report(.finished(.done())), at: start, policy: policy, limits: limits, jitter: 0)
        #expect(late == .refused(.ended(.cancelled)))
        #expect(state.phase == .cancelled)
    }

    @Test func `a lease is renewed by its own worker only`() {
        var state = published()
        _ = state.apply(
            report(.started), at: start, policy: policy, limits: limits, jitter: 0)
        let later = start.adding(.seconds(20))

        let own = state.apply(
            report(.alive), at: later, policy: policy, limits: limits, jitter: 0)
        let other = state.apply(
            report(.alive, worker: "b"), at: later.adding(.seconds(5)), policy: policy,
            limits: limits, jitter: 0)

        #expect(own == .renewed)
        #expect(other == .refused(.held(by: "a")))
        #expect(state.nextAt == later.adding(limits.lease))
    }

    @Test func `a second delivery of an attempt that is being done changes nothing`() {
        var state = published()
        _ = state.apply(
            report(.started), at: start, policy: policy, limits: limits, jitter: 0)
        let before = state

        let action = state.apply(
            report(.started, worker: "b"), at: start.adding(.seconds(29)), policy: policy,
            limits: limits, jitter: 0)

        #expect(action == .refused(.held(by: "a")))
        #expect(state == before)
    }

    @Test func `a crash that is reported late takes a task from nobody who began since`() {
        var state = published()
        _ = state.apply(
            report(.started, worker: "b"), at: start, policy: policy, limits: limits, jitter: 0)
        let before = state
        var late = report(.crashed(reason: "ended"), worker: "c")
        late.startedAt = start.adding(.seconds(-1))

        let action = state.apply(late, at: start, policy: policy, limits: limits, jitter: 0)

        #expect(action == .refused(.held(by: "b")))
        #expect(state == before)
    }

    @Test(arguments: [TaskReport.Event.started, .alive])
    func `a second worker shows once the lease has run out that the first has crashed`(
        event: TaskReport.Event
    ) {
        var state = published()
        _ = state.apply(
            report(.started), at: start, policy: policy, limits: limits, jitter: 0)

        let action = state.apply(
            report(event, worker: "b"), at: start.adding(limits.lease), policy: policy,
            limits: limits, jitter: 0)

        guard case .changed(let event) = action else { return #expect(action == .renewed) }
        #expect(event.name == .crashed)
        #expect(event.worker == "a")
        #expect(state.crashes == 1)
        #expect(state.lease?.worker == "b")
        #expect(state.phase == .published)
    }

    @Test func `only a task that had been started is blamed for the silence`() {
        var unstarted = published()
        var started = published()
        _ = started.apply(
            report(.started), at: start, policy: policy, limits: limits, jitter: 0)
        let later = start.adding(.seconds(300))

        _ = unstarted.rescue(at: later, policy: policy)
        _ = started.rescue(at: later, policy: policy)

        #expect(unstarted.crashes == 0)
        #expect(started.crashes == 1)
        #expect(unstarted.phase == .planned)
        #expect(started.nextAt == later)
        #expect(started.attempt == 1)
    }

    @Test func `three crashes put a task into quarantine and a hand brings it out`() {
        var state = published()
        for _ in 1...3 {
            _ = state.recover(at: start, wasRunning: true, policy: policy)
        }
        #expect(state.phase == .quarantined)
        #expect(state.dispatch(at: start) == .refused(.notNow))

        _ = state.retryByHand(at: start, reason: "mended")

        #expect(state.phase == .planned)
        #expect(state.attempt == 2)
        #expect(state.crashes == 0)
    }

    @Test func `a task handed back or kept uses no attempt up`() {
        var handedBack = published()
        var kept = published()

        _ = handedBack.apply(
            report(.handedBack(reason: "stopped")), at: start, policy: policy, limits: limits,
            jitter: 0)
        _ = kept.apply(
            report(.kept(reason: "newer")), at: start, policy: policy, limits: limits, jitter: 0)

        #expect(handedBack.attempt == 1)
        #expect(handedBack.nextAt == start)
        #expect(kept.attempt == 1)
        #expect(kept.nextAt == start.adding(policy.keptFor))
        #expect(kept.phase == .planned)
    }

    @Test func `a task that waits for another attempt expires without waiting for it`() {
        let midnight = start.adding(.seconds(60))
        var state = TaskState(dueAt: start, expiresAt: midnight)
        _ = state.publish(at: start, limits: limits)
        _ = state.apply(
            report(.finished(.retry(after: .seconds(600), reason: "greylisted"))), at: start,
            policy: policy, limits: limits, jitter: 0)

        _ = state.dispatch(at: midnight)

        #expect(state.phase == .expired)
    }

    @Test func `what has expired cannot be retried by hand`() {
        let midnight = start.adding(.seconds(60))
        var state = TaskState(dueAt: start, expiresAt: midnight)
        _ = state.dispatch(at: midnight)

        #expect(state.retryByHand(at: midnight, reason: "") == .refused(.tooLate(midnight)))
        #expect(state.phase == .expired)
    }

    @Test(arguments: [(59, TaskState.Phase.planned), (60, .dead)])
    func `what has failed can be retried by hand as long as its time is not over`(
        seconds: Int, phase: TaskState.Phase
    ) {
        let midnight = start.adding(.seconds(60))
        var state = TaskState(dueAt: start, expiresAt: midnight)
        _ = state.publish(at: start, limits: limits)
        _ = state.apply(
            report(.finished(.rejected(reason: "no such mailbox"))), at: start, policy: policy,
            limits: limits, jitter: 0)

        _ = state.retryByHand(at: start.adding(.seconds(seconds)), reason: "mended")

        #expect(state.phase == phase)
        #expect(state.expiresAt == midnight)
    }
}
