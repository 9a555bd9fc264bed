import Agreements
import Logging
import Synchronization

/// Where a worker's tasks are under way: starts handlers, watches their time, sends replies.
///
/// The check of deliveries and the roster decide what is to happen; the bench does it. Each handler
/// runs in a task of its own, so that one that does not listen to its cancellation can be left
/// behind.
actor Bench {
    private struct Attempt {
        let task: Envelope
        let startedAt: Instant
        /// The delivery that its outcome acknowledges; nil once its start has.
        let acknowledging: DeliveryTag?
        let handling: Task<Void, Never>
    }

    private let settings: Worker.Settings
    private let handlers: [TaskKind: any TaskHandler]
    private let check: DeliveryCheck
    private let consumer: any TaskConsumer
    private let recorder: FlightRecorder?
    private let surroundings: Surroundings
    private let start = ContinuousClock.now
    private var roster: Roster
    private var attempts: [DeliveryTag: Attempt] = [:]
    /// What handlers have come to, until the bench looks: those that end close together are one
    /// turn of it.
    private let ended = Mutex<[(DeliveryTag, TaskReport.Event)]>([])
    private var replies: [Reply] = []
    private var isSending = false
    private var isTicking = false
    private var isStopping = false
    private var waiters: [CheckedContinuation<Void, Never>] = []

    init(
        settings: Worker.Settings,
        handlers: [TaskKind: any TaskHandler],
        consumer: any TaskConsumer,
        recorder: FlightRecorder?,
        surroundings: Surroundings
    ) {
        self.settings = settings
        self.handlers = handlers
        check = DeliveryCheck(versions: handlers.mapValues(\.schemaVersions))
        self.consumer = consumer
        self.recorder = recorder
        self.surroundings = surroundings
        roster = Roster(announceAfter: settings.announceAfter, beatEvery: settings.beatEvery)
    }

    // MARK: Taking

    /// Waits until a task can begin; how many can, or 0 when the caller is cancelled.
    func room() async -> Int {
        while attempts.count >= settings.concurrency, !Task.isCancelled {
            await withTaskCancellationHandler {
                await changed()
            } onCancel: {
                Task { await self.wake() }
            }
        }
        return Task.isCancelled ? 0 : settings.concurrency - attempts.count
    }

    func begin(_ deliveries: [Delivery]) async {
        var ready: [Ready] = []
        var suspects: [Ready] = []
        for delivery in deliveries {
            switch decide(delivery) {
            case .ready(let task, let handler)
            where task.crashes != nil || delivery.isRedelivered:
                suspects.append((delivery, task, handler))
            case .ready(let task, let handler): ready.append((delivery, task, handler))
            case .answer(let reply): replies.append(reply)
            }
        }
        await begin(ready)
        for suspect in suspects { await beginAlone(suspect) }
    }

    private typealias Ready = (Delivery, Envelope, any TaskHandler)

    private func begin(_ deliveries: [Ready]) async {
        var ready = deliveries
        let isAnnounced = settings.announceAfter == .zero
        if isAnnounced { ready = await announced(ready) }
        for (delivery, task, handler) in ready {
            begin(task, handler, delivery.tag, isAnnounced: isAnnounced)
        }
        send()
        tick()
    }

    /// Begins a task at which a process has ended before, or may have, once nothing else is under
    /// way, and lets nothing begin until it has ended: should the process end again, it alone is
    /// to blame. A broker delivers again what a process had begun whose acknowledgement it had not
    /// seen, and that message knows nothing of the crash.
    private func beginAlone(_ suspect: Ready) async {
        guard await isIdle() else { return await consumer.handBack([suspect.0.tag]) }
        await begin([suspect])
        _ = await isIdle()
    }

    /// Waits until nothing is under way; false when the caller is cancelled before.
    private func isIdle() async -> Bool {
        while !attempts.isEmpty, !Task.isCancelled {
            await withTaskCancellationHandler {
                await changed()
            } onCancel: {
                Task { await self.wake() }
            }
        }
        return !Task.isCancelled
    }

    /// Reports tasks as started and, once that is safe, acknowledges their deliveries: from then
    /// on the register's lease alone guards them. A broker that takes a delivery back, because a
    /// connection is lost or the work takes long, thereby gives no task to another worker that
    /// this one is at.
    ///
    /// Answers those that may begin. Of the others it is not known whether the register will
    /// hear of their start, so they are handed back by a report.
    private func announced(
        _ ready: [Ready]
    ) async -> [Ready] {
        guard !ready.isEmpty else { return [] }
        let now = surroundings.clock.now()
        let safe = await consumer.reply(
            ready.map { delivery, task, _ in
                Reply(
                    report(.started, on: task, from: now, at: now), acknowledging: delivery.tag)
            })
        for (delivery, task, _) in ready.dropFirst(safe) {
            let event = TaskReport.Event.handedBack(reason: "The worker was stopped.")
            replies.append(
                Reply(report(event, on: task, from: now, at: now), acknowledging: delivery.tag))
        }
        return Array(ready.prefix(safe))
    }

    private enum Step {
        case ready(Envelope, any TaskHandler)
        case answer(Reply)
    }

    private func decide(_ delivery: Delivery) -> Step {
        let now = surroundings.clock.now()
        if case .failure(let problem) = delivery.content {
            surroundings.logger.error(
                "Message cannot be read",
                metadata: [
                    "task.id": "\(delivery.id?.text ?? "")", "problem": "\(problem)",
                ])
        }
        switch check.verdict(on: delivery, at: now) {
        case .begin(let task):
            guard let handler = handlers[task.kind] else {
                preconditionFailure("The check lets «\(task.kind)» through without a handler.")
            }
            return .ready(task, handler)
        case .answer(let event):
            let report = delivery.id.map {
                TaskReport(
                    id: $0, attempt: delivery.attempt, worker: settings.identity, startedAt: now,
                    reportedAt: now, event: event)
            }
            return .answer(Reply(report, acknowledging: delivery.tag))
        }
    }

    // MARK: Working

    private func begin(
        _ task: Envelope, _ handler: any TaskHandler, _ tag: DeliveryTag, isAnnounced: Bool
    ) {
        roster.begin(tag, at: uptime, limit: handler.timeLimit, isAnnounced: isAnnounced)
        attempts[tag] = Attempt(
            task: task, startedAt: surroundings.clock.now(),
            acknowledging: isAnnounced ? nil : tag, handling: handling(task, handler, tag))
    }

    /// Starts the handler beside the bench, which has no part in it until it has ended.
    private nonisolated func handling(
        _ task: Envelope, _ handler: any TaskHandler, _ tag: DeliveryTag
    ) -> Task<Void, Never> {
        Task { await handle(task, handler, tag) }
    }

    private nonisolated func handle(
        _ task: Envelope, _ handler: any TaskHandler, _ tag: DeliveryTag
    ) async {
        let slot = note(task)
        Failpoint.reach(.workStarted)
        let event: TaskReport.Event
        do {
            event = .finished(try await handler.handle(task))
        } catch is CancellationError {
            event = .handedBack(reason: "The worker was stopped.")
        } catch {
            event = .finished(.retry(reason: "\(error)"))
        }
        Failpoint.reach(.workEffectDone)
        clear(slot)
        let isFirst = ended.withLock {
            $0.append((tag, event))
            return $0.count == 1
        }
        if isFirst { await endAttempts() }
    }

    private nonisolated func note(_ task: Envelope) -> FlightRecorder.Slot? {
        do {
            return try recorder?.begin(
                FlightRecorder.Flight(id: task.id, attempt: task.attempt),
                at: surroundings.clock.now())
        } catch {
            surroundings.logger.warning(
                "Task is not in the flight recorder",
                metadata: ["task.id": "\(task.id)", "problem": "\(error)"])
            return nil
        }
    }

    private nonisolated func clear(_ slot: FlightRecorder.Slot?) {
        guard let slot else { return }
        do {
            try recorder?.end(slot)
        } catch {
            surroundings.logger.warning(
                "Slot of the flight recorder is not cleared", metadata: ["problem": "\(error)"])
        }
    }

    private func endAttempts() {
        let events = ended.withLock { ended in
            defer { ended = [] }
            return ended
        }
        for (tag, event) in events {
            guard let attempt = attempts.removeValue(forKey: tag) else { continue }
            switch roster.end(tag) {
            case .nothing: break
            case .report: answer(attempt, event)
            }
        }
        wake()
    }

    private func answer(_ attempt: Attempt, _ event: TaskReport.Event) {
        let report = report(
            event, on: attempt.task, from: attempt.startedAt, at: surroundings.clock.now())
        replies.append(Reply(report, acknowledging: attempt.acknowledging))
        send()
    }

    // MARK: Watching

    /// Looks at time limits and leases for as long as anything is under way.
    private func tick() {
        guard !isTicking, roster.count > 0 else { return }
        isTicking = true
        Task {
            while roster.count > 0 {
                do {
                    try await Task.sleep(for: settings.tickEvery)
                } catch {
                    break
                }
                for action in roster.tick(at: uptime) { perform(action) }
            }
            isTicking = false
        }
    }

    private func perform(_ action: Roster.Action) {
        switch action {
        case .announce(let tag): tell(.started, of: tag)
        case .beat(let tag): tell(.alive, of: tag)
        case .overrun(let tag):
            guard let attempt = attempts[tag] else { return }
            let limit = handlers[attempt.task.kind]?.timeLimit ?? .zero
            surroundings.logger.error(
                "Task has exceeded its time limit",
                metadata: ["task.id": "\(attempt.task.id)", "task.kind": "\(attempt.task.kind)"])
            answer(attempt, .finished(.retry(reason: "It took longer than \(limit).")))
            attempt.handling.cancel()
        }
    }

    private func tell(_ event: TaskReport.Event, of tag: DeliveryTag) {
        guard let attempt = attempts[tag] else { return }
        replies.append(
            Reply(
                report(
                    event, on: attempt.task, from: attempt.startedAt,
                    at: surroundings.clock.now())))
        send()
    }

    // MARK: Stopping

    /// Waits for what is under way within the grace period, cancels the rest, and waits a tenth
    /// of the grace for it to listen. Answers how many did not.
    func drain() async -> Int {
        let isCancelled = Task.isCancelled
        if !isCancelled { await settle(within: settings.grace) }
        for attempt in attempts.values { attempt.handling.cancel() }
        await settle(within: max(settings.grace / 10, .milliseconds(100)))
        return attempts.count
    }

    /// Waits until nothing is under way and every reply is sent, or the time is over.
    private func settle(within limit: Duration) async {
        let alarm = Task {
            try await Task.sleep(for: limit)
            wake()
        }
        let end = ContinuousClock.now + limit
        while !attempts.isEmpty || isSending || !replies.isEmpty, ContinuousClock.now < end {
            await changed()
        }
        alarm.cancel()
    }

    private func changed() async {
        await withCheckedContinuation { waiters.append($0) }
    }

    private func wake() {
        for waiter in waiters { waiter.resume() }
        waiters.removeAll()
    }

    // MARK: Reporting

    /// Reports what this process's predecessor was at when it died. Where the queue does not
    /// outlive the coordinator, the coordinator reads the recorder itself.
    func reportCrashes(of recorder: FlightRecorder, queueIsOutliving: Bool) async {
        guard queueIsOutliving, !recorder.recovered.isEmpty else { return }
        let now = surroundings.clock.now()
        let crashes = recorder.recovered.map { flight, startedAt in
            Reply(
                TaskReport(
                    id: flight.id, attempt: flight.attempt, worker: settings.identity,
                    startedAt: startedAt, reportedAt: now,
                    event: .crashed(reason: "The worker's process ended while it was at the task."))
            )
        }
        guard await consumer.reply(crashes) == crashes.count else { return }
        do {
            try recorder.forgetRecovered()
        } catch {
            surroundings.logger.warning(
                "Flight recorder is not cleared", metadata: ["problem": "\(error)"])
        }
    }

    /// Sends what has gathered; while that goes on, more gathers for the next batch.
    private func send() {
        guard !isSending, !replies.isEmpty else { return }
        isSending = true
        Task {
            while !replies.isEmpty {
                let batch = replies
                replies.removeAll(keepingCapacity: true)
                let sent = await consumer.reply(batch)
                Failpoint.reach(.workResultSent)
                if sent < batch.count {
                    surroundings.logger.warning(
                        "Reports are not sent and their tasks come again",
                        metadata: ["reports": "\(batch.count - sent)"])
                }
            }
            isSending = false
            wake()
        }
    }

    private func report(
        _ event: TaskReport.Event, on task: Envelope, from startedAt: Instant, at now: Instant
    ) -> TaskReport {
        TaskReport(
            id: task.id, attempt: task.attempt, worker: settings.identity, startedAt: startedAt,
            reportedAt: now, event: event)
    }

    private var uptime: Duration { ContinuousClock.now - start }
}
