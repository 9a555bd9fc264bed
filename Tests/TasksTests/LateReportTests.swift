import Agreements
import Testing

@testable import Tasks

/// What comes late, twice or from another worker is told from what is news.
struct LateReportTests {
    private let start = Instant(milliseconds: 1_000_000)
    private let policy = RetryPolicy(base: .seconds(10), cap: 2, attempts: 3)
    private let limits = TaskState.Limits(lease: .seconds(30), rescue: .seconds(300))

    /// A report of a run that began so long after the start.
    private func report(
        _ event: TaskReport.Event, worker: String = "a", began seconds: Int = 0
    ) -> TaskReport {
        let began = start.adding(.seconds(seconds))
        return TaskReport(
            id: TaskID("t"), attempt: 1, worker: worker, startedAt: began, reportedAt: began,
            event: event)
    }

    private func apply(
        _ report: TaskReport, to state: inout TaskState, after seconds: Int
    ) -> TaskState.Action {
        state.apply(
            report, at: start.adding(.seconds(seconds)), policy: policy, limits: limits, jitter: 0)
    }

    private func published() -> TaskState {
        var state = TaskState(dueAt: start)
        _ = state.publish(at: start, limits: limits)
        return state
    }

    private func event(_ action: TaskState.Action) throws -> TaskEvent {
        guard case .changed(let event) = action else { throw Unexpected(action: action) }
        return event
    }

    private struct Unexpected: Error {
        let action: TaskState.Action
    }

    // MARK: The end of a process

    @Test func `a crash that its lease has shown is not counted when the worker starts again`() {
        var state = published()
        _ = apply(report(.started), to: &state, after: 0)
        _ = state.rescue(at: start.adding(limits.lease), policy: policy)
        _ = state.publish(at: start.adding(.seconds(31)), limits: limits)
        let before = state

        let late = apply(
            report(.crashed(reason: "ended"), worker: "a2"), to: &state, after: 40)

        #expect(late == .refused(.notNow))
        #expect(state == before)
        #expect(state.crashes == 1)
    }

    @Test func `a crash that is reported twice is counted once`() {
        var state = published()
        _ = apply(report(.started), to: &state, after: 0)
        let crash = report(.crashed(reason: "ended"), worker: "a2")

        _ = apply(crash, to: &state, after: 5)
        let again = apply(crash, to: &state, after: 5)

        #expect(again == .refused(.notNow))
        #expect(state.crashes == 1)
    }

    @Test func `a crash before the mark as published is counted`() {
        var state = TaskState(dueAt: start)

        _ = apply(
            report(.crashed(reason: "ended"), worker: "a2", began: 1), to: &state, after: 5)

        #expect(state.crashes == 1)
    }

    @Test(arguments: [
        TaskReport.Event.handedBack(reason: "stopped"), .kept(reason: "newer"),
    ])
    func `a second delivery that is given back takes nothing from who is at the task`(
        event: TaskReport.Event
    ) {
        var state = published()
        _ = apply(report(.started), to: &state, after: 0)
        let before = state

        let action = apply(report(event, worker: "b", began: 5), to: &state, after: 5)

        #expect(action != .renewed)
        #expect(state == before)
    }

    @Test func `a task is handed back once however often that is reported`() throws {
        var state = published()
        _ = apply(report(.started), to: &state, after: 0)
        let handedBack = report(.handedBack(reason: "stopped"))

        let first = apply(handedBack, to: &state, after: 5)
        let second = apply(handedBack, to: &state, after: 5)

        #expect(try event(first).name == .handedBack)
        #expect(second == .refused(.notNow))
    }

    // MARK: What the history says

    @Test func `a worker that is alive and holds no lease has started`() throws {
        var state = published()
        _ = apply(report(.started), to: &state, after: 0)
        _ = state.rescue(at: start.adding(limits.lease), policy: policy)

        let action = apply(report(.alive), to: &state, after: 31)

        #expect(try event(action).name == .started)
        #expect(state.lease?.worker == "a")
    }

    @Test func `a worker whose clock is behind has waited and worked for no time`() throws {
        var state = published()
        let started = apply(report(.started, began: -5), to: &state, after: 0)
        var other = published()
        _ = apply(report(.started, began: 60), to: &other, after: 0)
        let crashed = other.rescue(at: start.adding(limits.lease), policy: policy)

        #expect(try event(started).queueTime == .zero)
        #expect(try event(crashed).runTime == .zero)
    }

    @Test func `a task that came too late says so in its history`() throws {
        var state = published()

        let action = apply(report(.expired), to: &state, after: 5)

        #expect(try event(action).reason?.isEmpty == false)
    }
}
