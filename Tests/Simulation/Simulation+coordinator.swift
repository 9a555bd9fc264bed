import Agreements
import Coordination
import Foundation
import GRDB
import Register
import Tasks

/// What the coordinator does when it is its turn, and how it dies.
extension Simulation {
    private enum Service: CaseIterable {
        case dispatcher, recorder, rescuer, scheduler
    }

    func coordinate() async throws {
        guard try await isCoordinatorAwake() else { return }
        for service in fate.shuffled(Service.allCases) where isQuiet || fate.happens(650) {
            guard let coordinator else { return }
            if fate.happens(faults.coordinatorKilled) {
                coordinator.life.arm(fate.pick(Life.Step.allCases))
            }
            try await run(service, of: coordinator)
            coordinator.life.arm(nil)
            try takeNotice()
            if coordinator.life.isDead { try bury() }
        }
        try await wakeSleeper()
    }

    /// Starts the next process when the last one has been dead for long enough.
    private func isCoordinatorAwake() async throws -> Bool {
        if coordinator != nil { return true }
        guard coordinatorAwayUntil <= clock.passed else { return false }
        coordinators += 1
        let next = try SimulatedCoordinator(premises, number: coordinators)
        coordinator = next
        note("coordinator \(coordinators) begins")
        if scenario.mutation == .pauseForgotten {
            try tools.write { db in
                try db.execute(sql: "DELETE FROM pause")
            }
        }
        guard scenario.mutation != .leasesRunOn else { return true }
        _ = try await next.rescuer.recover()
        return true
    }

    private func run(_ service: Service, of coordinator: SimulatedCoordinator) async throws {
        do {
            switch service {
            case .dispatcher:
                let counts = try await coordinator.dispatcher.runOnce()
                if counts.mayHaveMore { note("dispatched \(counts.published)") }
            case .recorder:
                // Its loop goes on at once while there are reports.
                for _ in 1...20 where hasReports {
                    let counts = try await coordinator.recorder.runOnce()
                    note("recorded \(counts.recorded) refused \(counts.refused)")
                }
            case .rescuer:
                guard scenario.mutation != .noRescue else { return }
                let counts = try await coordinator.rescuer.runOnce()
                if counts != .init() {
                    note("rescued \(counts.rescued) crashed \(counts.crashed)")
                }
            case .scheduler where fate.happens(800): break
            case .scheduler: _ = try await coordinator.scheduler.runOnce()
            }
        } catch is Life.Killed {
            return
        } catch let error as RegisterError where error.isTransient {
            note("\(service): the register is in trouble")
            // The recorder keeps its batch and tries again; here the broker gives it once more.
            queue.with { $0.coordinatorLeft() }
        }
    }

    /// Looks at what was published and cancelled while a service ran.
    private func takeNotice() throws {
        let (cancelled, problem) = meanwhile.taken()
        if let problem { ledger.violate("C14", "Cancelling failed: \(problem)") }
        for id in cancelled {
            note("people cancel \(id) while it is published")
            ledger.cancelled.insert(id)
        }
        let published = queue.with { broker in
            defer { broker.log.published = [] }
            return broker.log.published
        }
        for publication in published { checkPublication(publication) }
        try takeResultsTwice()
    }

    /// What a mutated recorder does.
    private func takeResultsTwice() throws {
        let done = queue.with { broker in
            defer { broker.log.done = [] }
            return broker.log.done
        }
        guard scenario.mutation == .resultTakenTwice, !done.isEmpty else { return }
        try tools.write { db in
            for flight in done {
                try db.execute(
                    sql: "INSERT INTO seen_result (task, attempt) VALUES (?, ?)",
                    arguments: [flight.id.text, flight.attempt])
            }
        }
    }

    /// Without any the recorder would wait.
    private var hasReports: Bool {
        queue.with { [now = clock.passed] in $0.hasReports(at: now) }
    }

    private func endRefusal() {
        guard refusalEndsAt != nil else { return }
        refusalEndsAt = nil
        ledger.outageEnded(running)
    }

    /// The process is gone: its connection and its register are closed.
    func bury() throws {
        guard let coordinator else { return }
        note("coordinator \(coordinators) is killed")
        self.coordinator = nil
        try coordinator.register.close()
        // The end of a process ends its lock; here a thread may hold on to it for a moment.
        try FileManager.default.removeItem(atPath: premises.path + "-coordinator")
        queue.with { $0.coordinatorLeft() }
        endRefusal()
        coordinatorAwayUntil = clock.passed + fate.milliseconds(in: 0...12_000)
    }

    // MARK: A successor

    /// The present coordinator falls asleep and another begins, though the first is not dead.
    func supersede() throws {
        guard let old = coordinator, sleeper == nil else { return }
        try FileManager.default.removeItem(atPath: premises.path + "-coordinator")
        coordinators += 1
        old.life.refuseCommits(as: nil)
        endRefusal()
        let new = try SimulatedCoordinator(premises, number: coordinators)
        coordinator = new
        note("coordinator \(coordinators) begins beside its predecessor")
        queue.with { $0.coordinatorLeft() }
        guard scenario.mutation == .oldTermWrites else {
            sleeper = (old, old.life.commits)
            return
        }
        try old.register.close()
        let mutated = try SimulatedCoordinator(premises, number: coordinators, term: new.term)
        sleeper = (mutated, mutated.life.commits)
    }

    /// What the predecessor does when it goes on: nothing of it may reach the register.
    private func wakeSleeper() async throws {
        guard let (old, commits) = sleeper, fate.happens(200) else { return }
        note("the predecessor goes on")
        for service in fate.shuffled(Service.allCases) {
            do {
                try await run(service, of: old)
            } catch is CoordinatorTerm.Error {
                note("the predecessor is refused")
            }
        }
        // What it published goes to workers all the same; that is at least once.
        _ = queue.with { broker in
            defer { broker.log.published = [] }
            return broker.log.published.count
        }
        try takeNotice()
        queue.with { $0.coordinatorLeft() }
        if old.life.commits > commits {
            ledger.violate("C12", "A coordinator of an older term has written.")
        }
        sleeper = nil
        try old.register.close()
    }

    /// Tasks that a worker is at, or was when it died, or of which there are reports on their way.
    var running: Set<TaskID> {
        workers.reduce(into: queue.with { $0.unheard }) { $0.formUnion($1.ids) }
    }
}
