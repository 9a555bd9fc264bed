import Agreements
import GRDB
import Register
import Tasks

/// What the checker says when a run is over: what was asked, against what the register tells and
/// what was done outside.
extension Simulation {
    func check() throws {
        let histories = try tools.read { db in try History.all(in: db) }
        checkIntent(histories)
        for history in histories {
            guard let errand = ledger.errand[history.id] else { continue }
            checkEnd(of: errand, history)
            checkReasonOfEnd(of: errand, history)
            checkEffect(of: errand, history)
            if !history.isPruned {
                checkOutcomes(of: history)
                checkDelays(of: history)
                checkCrashes(of: history)
                checkEvents(of: history)
                note("\(history.id) \(history.story.map(\.name.rawValue).joined(separator: " "))")
            }
        }
        checkResultsAreHeard()
        try checkSchedules()
    }

    // MARK: C1, C9

    private func checkIntent(_ histories: [History]) {
        let found = Set(histories.map(\.id))
        for id in found.subtracting(ledger.committed) {
            ledger.violate("C1", "\(id) exists though its transaction did not commit.")
        }
        for id in ledger.committed.subtracting(found) {
            ledger.violate("C1", "\(id) does not exist though its transaction committed.")
        }
        var keys: [String: TaskID] = [:]
        // What is pruned has left its key to others.
        let kept = Set(histories.filter { !$0.isPruned }.map(\.id))
        for errand in ledger.errands where kept.contains(errand.id) {
            guard let key = errand.uniqueKey else { continue }
            if let other = keys.updateValue(errand.id, forKey: key) {
                ledger.violate("C9", "\(errand.id) and \(other) are of one key.")
            }
        }
    }

    // MARK: C2, C14

    private func checkEnd(of errand: Errand, _ history: History) {
        guard let phase = history.phase, !phase.isOpen else {
            return ledger.violate(
                "C2", "\(errand.id) is lost: \(history.changes.last?.phase ?? "")")
        }
        if ledger.cancelled.contains(errand.id), !ledger.retriedByHand.contains(errand.id),
            phase != .cancelled
        {
            ledger.violate("C14", "\(errand.id) was cancelled and became \(phase).")
        }
        guard phase != .done, !history.isPruned else { return }
        if history.story.last?.reason?.isEmpty != false {
            ledger.violate("C2", "\(errand.id) is \(phase) without a reason.")
        }
    }

    /// What a task came to, it came to by what it was.
    private func checkReasonOfEnd(of errand: Errand, _ history: History) {
        let id = errand.id
        switch history.phase {
        case .done where errand.isHopeless:
            ledger.violate("C2", "\(id) is done though it cannot be.")
        case .dead
        where !errand.isHopeless && !ledger.retriedByHand.contains(id)
            && ledger.failures[id, default: 0] < scenario.policy.attempts:
            ledger.violate("C8", "\(id) is dead though it can be done.")
        case .quarantined where ledger.incidents[id, default: 0] < scenario.policy.crashes:
            ledger.violate("C8", "\(id) is quarantined for what others did.")
        case .expired where errand.expiresAt == nil:
            ledger.violate("C2", "\(id) expired though it never does.")
        case .cancelled where !ledger.cancelled.contains(id):
            ledger.violate("C14", "\(id) is cancelled though nobody wanted that.")
        default: break
        }
    }

    // MARK: C3

    private func checkEffect(of errand: Errand, _ history: History) {
        let isDone = history.phase == .done
        let taken = history.results
        if isDone, taken != 1 {
            ledger.violate("C3", "The result of \(errand.id) was taken \(taken) times.")
        }
        if !isDone, taken > 0 {
            ledger.violate("C3", "A result of \(errand.id) was taken though it is not done.")
        }
        let attempt = history.changes.last?.attempt
        let wasDone = ledger.effects.contains {
            $0.isDone && $0.testimony.flight.id == errand.id
                && $0.testimony.flight.attempt == attempt
        }
        if isDone, !wasDone { ledger.violate("C2", "\(errand.id) is done and nobody did it.") }
    }

    private func checkOutcomes(of history: History) {
        var outcomes: [Int: Int] = [:]
        for event in history.story {
            switch event.name {
            case .done, .retrying, .dead, .quarantined: outcomes[event.attempt, default: 0] += 1
            default: break
            }
        }
        for (attempt, count) in outcomes.sorted(by: { $0.key < $1.key }) where count > 1 {
            ledger.violate("C3", "\(history.id) has \(count) outcomes of attempt \(attempt).")
        }
    }

    private func checkResultsAreHeard() {
        let settled = queue.with { $0.log.settled }
        for effect in ledger.effects {
            let testimony = effect.testimony
            guard !settled.contains(testimony), !ledger.untold.contains(testimony) else { continue }
            ledger.violate(
                "C2", "What \(testimony.worker) did of \(testimony.flight.id) was never heard of.")
        }
    }

    // MARK: C5, C8

    private func checkDelays(of history: History) {
        var earliest: Instant?
        for event in history.story {
            switch event.name {
            case .retrying:
                let delay = scenario.policy.delay(afterAttempt: event.attempt, jitter: -1)
                earliest = event.happenedAt.adding(delay)
            case .retriedByHand: earliest = nil
            case .published:
                guard let soonest = earliest else { continue }
                earliest = nil
                guard event.happenedAt < soonest else { continue }
                ledger.violate("C8", "Attempt \(event.attempt) of \(history.id) came too soon.")
            default: break
            }
        }
        let published = history.story.count { $0.name == .published }
        let confirmed = queue.with { $0.log.confirmed[history.id, default: 0] }
        if published > confirmed {
            ledger.violate(
                "C5", "\(history.id) was confirmed \(confirmed) times, marked \(published) times.")
        }
    }

    private func checkCrashes(of history: History) {
        let crashes = zip(history.changes, history.changes.dropFirst())
            .count { $0.crashes < $1.crashes }
        let incidents = ledger.incidents[history.id, default: 0]
        if crashes > incidents {
            ledger.violate(
                "C8", "\(history.id) has \(crashes) crashes of \(incidents) incidents.")
        }
        let byHand = history.story.count { $0.name == .retriedByHand }
        let attempts = history.changes.last?.attempt ?? 0
        if attempts > scenario.policy.attempts + byHand {
            ledger.violate("C8", "\(history.id) has had \(attempts) attempts.")
        }
    }

    // MARK: C11, C15

    private func checkEvents(of history: History) {
        var before: History.Change?
        for change in history.changes {
            let isTransition = before.map { change.isTransition(from: $0) } ?? true
            if isTransition, history.events[change.revision] == nil {
                ledger.violate("C15", "\(history.id) became \(change.phase) without an event.")
            }
            before = change
        }
        for event in history.story {
            let name = event.name.rawValue
            if let time = event.queueTime ?? event.runTime, time < .zero {
                ledger.violate("C15", "\(history.id) \(name) took less than no time.")
            }
            if let time = event.runTime, time < .zero {
                ledger.violate("C15", "\(history.id) \(name) ran for less than no time.")
            }
            if event.name == .done, event.queueTime == nil || event.runTime == nil {
                ledger.violate("C15", "\(history.id) is done and does not say how long it took.")
            }
        }
    }

    private func checkSchedules() throws {
        let (ran, noted) = try tools.read { db in
            (
                try Int64.fetchAll(db, sql: "SELECT nominal_at FROM seen_run ORDER BY 1"),
                try Int64.fetchAll(
                    db,
                    sql: """
                        SELECT nominal_at FROM schedule_run WHERE outcome = 'run' ORDER BY 1
                        """)
            )
        }
        if ran != noted { ledger.violate("C11", "Ran at \(ran), noted \(noted).") }
        if Set(noted).count != noted.count {
            ledger.violate("C11", "Of the instants \(noted) one ran twice.")
        }
        if ledger.jumps == 0, clock.passed > .seconds(60), noted.count != 1 {
            ledger.violate("C11", "The scheduled run happened \(noted.count) times.")
        }
    }
}
