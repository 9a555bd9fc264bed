import Agreements
import Tasks

/// What workers do when it is their turn.
extension Simulation {
    func act(_ index: Int) throws {
        let now = clock.passed
        guard workers[index].isAlive else {
            if workers[index].awayUntil <= now { start(index) }
            return
        }
        guard workers[index].awayUntil <= now else { return }
        watch(index)
        end(index)
        guard workers[index].isAlive else { return }
        send(index)
        try announce(index)
        if workers[index].isStopping {
            stopIfIdle(index)
        } else {
            try take(index)
        }
    }

    // MARK: Starting and ending

    private func start(_ index: Int) {
        let isOld = fate.happens(faults.oldVersion)
        let kind = workers[index].kind
        let consumer = queue.with { [prefetch = scenario.prefetch] in
            $0.consume(kind, prefetch: prefetch)
        }
        workers[index].start(
            version: isOld ? 1 : 2, consumer: consumer, beatEvery: scenario.beatEvery)
        note("\(workers[index].identity) starts as version \(isOld ? 1 : 2)")
        reportCrashes(index)
    }

    private func reportCrashes(_ index: Int) {
        let worker = workers[index]
        let now = clock.now.adding(worker.skew)
        var flights = worker.flights
        if scenario.mutation == .bystandersBlamed {
            for flight in worker.delivered { flights[flight] = now }
        }
        for (flight, startedAt) in flights.sorted(by: { $0.key.id < $1.key.id }) {
            let reason = "The worker's process ended while it was at the task."
            let report = TaskReport(
                id: flight.id, attempt: flight.attempt, worker: worker.identity,
                startedAt: startedAt, reportedAt: now, event: .crashed(reason: reason))
            workers[index].outbox.append(Reply(report))
        }
        workers[index].flights = [:]
        workers[index].delivered = []
    }

    /// The process dies at once; whoever was under way has had an incident.
    func kill(_ index: Int, _ moment: String) {
        let worker = workers[index]
        note("\(worker.identity) is killed \(moment)")
        ledger.strike(worker.ids)
        for reply in worker.outbox {
            guard let report = reply.report else { continue }
            ledger.untold.insert(
                Testimony(flight: Flight(report), worker: report.worker))
            if case .crashed = report.event {
                workers[index].flights[Flight(report)] = report.startedAt
            }
        }
        queue.with { $0.close(worker.consumer) }
        workers[index].die(until: clock.passed + fate.milliseconds(in: 100...9000))
    }

    private func stopIfIdle(_ index: Int) {
        for tag in workers[index].tags where fate.happens(300) {
            guard let attempt = workers[index].attempts.removeValue(forKey: tag) else { continue }
            workers[index].flights[Flight(attempt.task)] = nil
            guard workers[index].roster.end(tag) == .report else { continue }
            answer(.handedBack(reason: "The worker was stopped."), attempt, index)
        }
        let worker = workers[index]
        guard worker.attempts.isEmpty, worker.outbox.isEmpty, worker.announcements.isEmpty
        else { return }
        note("\(worker.identity) has stopped")
        queue.with { $0.close(worker.consumer) }
        workers[index].die(until: clock.passed + fate.milliseconds(in: 100...5000))
    }

    // MARK: Taking

    private func take(_ index: Int) throws {
        let worker = workers[index]
        let room = scenario.concurrency - worker.attempts.count
        guard room > 0, worker.announcements.isEmpty else { return }
        let now = clock.passed
        let deliveries = queue.with { broker in
            broker.deliveries(to: worker.consumer, upTo: room, at: now)
        }
        guard !deliveries.isEmpty else { return }
        for delivery in deliveries { workers[index].delivered.insert(Flight(delivery)) }
        if scenario.mutation == .acknowledgedFirst {
            queue.with { broker in
                for delivery in deliveries {
                    broker.acknowledge(delivery.tag, from: worker.consumer)
                }
            }
        }
        guard !fate.happens(faults.workerKilled) else { return kill(index, "on delivery") }
        for delivery in deliveries { decide(delivery, index) }
        try announce(index)
    }

    private func decide(_ delivery: Delivery, _ index: Int) {
        let worker = workers[index]
        let now = clock.now.adding(worker.skew)
        switch worker.check.verdict(on: delivery, at: now) {
        case .begin(let task):
            workers[index].announcements.append(
                SimulatedWorker.Announcement(tag: delivery.tag, task: task))
        case .answer(let event):
            guard let id = delivery.id else { return }
            note("\(worker.identity) answers \(id): \(event)")
            let report = TaskReport(
                id: id, attempt: delivery.attempt, worker: worker.identity, startedAt: now,
                reportedAt: now, event: event)
            workers[index].outbox.append(Reply(report, acknowledging: delivery.tag))
            send(index)
        }
    }

    /// Reports starts; those that are safe begin.
    private func announce(_ index: Int) throws {
        let worker = workers[index]
        guard !worker.announcements.isEmpty else { return }
        let (now, wall) = (clock.passed, clock.now.adding(worker.skew))
        let replies = worker.announcements.map {
            Reply(
                worker.report(.started, of: $0.task, from: wall, at: wall),
                acknowledging: $0.tag)
        }
        let safe = queue.with { $0.reply(replies, from: worker.consumer, at: now) }
        workers[index].announcements.removeFirst(safe)
        for announcement in worker.announcements.prefix(safe) {
            try begin(announcement, index)
        }
        guard workers[index].isStopping else { return }
        for left in workers[index].announcements {
            let event = TaskReport.Event.handedBack(reason: "The worker was stopped.")
            workers[index].outbox.append(
                Reply(
                    worker.report(event, of: left.task, from: wall, at: wall),
                    acknowledging: left.tag))
        }
        workers[index].announcements = []
    }

    private func begin(_ announcement: SimulatedWorker.Announcement, _ index: Int) throws {
        let (task, worker) = (announcement.task, workers[index])
        note("\(worker.identity) begins \(task.id) attempt \(task.attempt)")
        try checkOrder(of: task)
        let startedAt = clock.now.adding(worker.skew)
        workers[index].flights[Flight(task)] = startedAt
        workers[index].roster.begin(
            announcement.tag, at: clock.passed, limit: scenario.timeLimit, isAnnounced: true)
        workers[index].attempts[announcement.tag] = SimulatedWorker.Attempt(
            task: task, startedAt: startedAt, endsAt: clock.passed + length(of: task))
    }

    private func length(of task: Envelope) -> Duration {
        guard let errand = ledger.errand[task.id] else { return .zero }
        if case .overruns(let times) = errand.behaviour, task.attempt <= times {
            return scenario.timeLimit + .seconds(3)
        }
        return errand.work
    }

    // MARK: Working

    private func watch(_ index: Int) {
        let actions = workers[index].roster.tick(at: clock.passed)
        for action in actions.sorted(by: { $0.number < $1.number }) {
            switch action {
            case .announce(let tag), .beat(let tag):
                guard let attempt = workers[index].attempts[tag] else { continue }
                answer(.alive, attempt, index)
            case .overrun(let tag):
                guard let attempt = workers[index].attempts[tag] else { continue }
                note("\(workers[index].identity) overruns \(attempt.task.id)")
                answer(.finished(.retry(reason: "It took too long.")), attempt, index)
            }
        }
    }

    private func end(_ index: Int) {
        for tag in workers[index].tags {
            guard let attempt = workers[index].attempts[tag], attempt.endsAt <= clock.passed
            else { continue }
            guard let outcome = outcome(of: attempt.task) else {
                ledger.kills[attempt.task.id, default: 0] += 1
                return kill(index, "by \(attempt.task.id)")
            }
            guard !fate.happens(faults.workerKilled) else {
                return kill(index, "in \(attempt.task.id)")
            }
            ledger.effects.append(
                Ledger.Effect(
                    testimony: Testimony(
                        flight: Flight(attempt.task), worker: workers[index].identity),
                    isDone: outcome == .done()))
            guard !fate.happens(faults.workerKilled) else {
                ledger.untold.insert(
                    Testimony(flight: Flight(attempt.task), worker: workers[index].identity))
                return kill(index, "after the effect of \(attempt.task.id)")
            }
            workers[index].attempts[tag] = nil
            workers[index].flights[Flight(attempt.task)] = nil
            guard workers[index].roster.end(tag) == .report else { continue }
            note("\(workers[index].identity) ends \(attempt.task.id): \(outcome)")
            answer(.finished(outcome), attempt, index)
        }
    }

    /// Nil when the handler kills its process.
    private func outcome(of task: Envelope) -> Outcome? {
        switch ledger.errand[task.id]?.behaviour {
        case .fails(let times) where task.attempt <= times,
            .overruns(let times)
        where task.attempt <= times:
            .retry(reason: "It failed.")
        case .alwaysFails: .retry(reason: "It always fails.")
        case .rejects: .rejected(reason: "It cannot be done.")
        case .crashes(let times) where ledger.kills[task.id, default: 0] < times: nil
        default: .done()
        }
    }

    private func answer(
        _ event: TaskReport.Event, _ attempt: SimulatedWorker.Attempt, _ index: Int
    ) {
        let worker = workers[index]
        let now = clock.now.adding(worker.skew)
        if case .finished(.retry) = event { ledger.failures[attempt.task.id, default: 0] += 1 }
        workers[index].outbox.append(
            Reply(worker.report(event, of: attempt.task, from: attempt.startedAt, at: now)))
    }

    /// Sends what has gathered; what is not safe is sent again.
    private func send(_ index: Int) {
        let worker = workers[index]
        guard !worker.outbox.isEmpty else { return }
        let now = clock.passed
        let safe = queue.with { $0.reply(worker.outbox, from: worker.consumer, at: now) }
        workers[index].outbox.removeFirst(
            scenario.mutation == .acknowledgedFirst ? worker.outbox.count : safe)
    }
}

extension Flight {
    init(_ task: Envelope) {
        self.init(id: task.id, attempt: task.attempt)
    }

    init(_ delivery: Delivery) {
        self.init(id: delivery.id ?? TaskID(""), attempt: delivery.attempt)
    }
}

extension Roster.Action {
    fileprivate var number: UInt64 {
        switch self {
        case .announce(let tag), .beat(let tag), .overrun(let tag): tag.number
        }
    }
}
