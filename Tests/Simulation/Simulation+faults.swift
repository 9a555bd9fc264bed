import Agreements
import GRDB
import Register
import Tasks

/// What goes wrong between the turns.
extension Simulation {
    func strike() {
        for index in workers.indices where workers[index].isAlive { strike(index) }
        strikeBroker()
        strikeRegister()
        if fate.happens(faults.coordinatorSuperseded) { attemptToSupersede() }
        if fate.happens(faults.clockJump) { jump() }
        if fate.happens(faults.standstill) {
            // Everybody is suspended together.
            let span = fate.milliseconds(in: 3000...30_000)
            note("standstill of \(span)")
            ledger.strike(running)
            clock.advance(by: span)
            ledger.strike(running)
        }
    }

    private func attemptToSupersede() {
        do {
            try supersede()
        } catch {
            ledger.violate("C12", "A successor could not begin: \(error)")
        }
    }

    private func strike(_ index: Int) {
        let worker = workers[index]
        if fate.happens(faults.workerKilled) { return kill(index, "at any time") }
        if fate.happens(faults.workerFrozen) {
            let span = fate.milliseconds(in: 1000...15_000)
            note("\(worker.identity) is frozen for \(span)")
            ledger.strike(worker.ids)
            workers[index].awayUntil = clock.passed + span
        }
        if fate.happens(faults.workerStopped), !worker.isStopping {
            note("\(worker.identity) is told to stop")
            workers[index].isStopping = true
        }
        if fate.happens(faults.connectionLost) {
            note("\(worker.identity) loses its connection")
            let consumer = queue.with { [prefetch = scenario.prefetch] broker in
                broker.close(worker.consumer)
                return broker.consume(worker.kind, prefetch: prefetch)
            }
            workers[index].consumer = consumer
        }
    }

    private func strikeBroker() {
        let isAway = fate.happens(faults.brokerRestart)
        if isAway, brokerAwayUntil == nil {
            note("the broker is away")
            queue.with { $0.stop() }
            brokerAwayUntil = clock.passed + fate.milliseconds(in: 500...9000)
            ledger.outageBegan(running)
        }
        if fate.happens(faults.brokerLosesAll) {
            note("the broker loses everything")
            ledger.strike(running)
            queue.with { $0.loseEverything() }
            ledger.forgiveEverything()
        }
    }

    private func strikeRegister() {
        guard let coordinator, refusalEndsAt == nil else { return }
        let isFull = fate.happens(faults.diskFull)
        guard isFull || fate.happens(faults.databaseBusy) else { return }
        note(isFull ? "the disk is full" : "the register is busy")
        coordinator.life.refuseCommits(as: isFull ? .SQLITE_FULL : .SQLITE_BUSY)
        refusalEndsAt = clock.passed + fate.milliseconds(in: 200...8000)
        ledger.outageBegan(running)
    }

    private func jump() {
        let span = fate.pick([Duration.seconds(365 * 86_400), .seconds(-2 * 3600), .seconds(3600)])
        note("the clock jumps by \(span)")
        ledger.jumps += 1
        ledger.strike(running)
        clock.jump(by: span)
    }

    /// Ends what lasts for a time only.
    func endTroubles() {
        if let end = brokerAwayUntil, end <= clock.passed {
            note("the broker is back")
            queue.with { $0.start() }
            brokerAwayUntil = nil
            ledger.outageEnded(running)
        }
        if let end = refusalEndsAt, end <= clock.passed {
            note("the register is well again")
            coordinator?.life.refuseCommits(as: nil)
            refusalEndsAt = nil
            ledger.outageEnded(running)
        }
    }

    /// Ends everything that goes wrong by itself; tasks that kill their worker still do.
    func endFaults() throws {
        faults = Scenario.Faults()
        queue.with { $0.faults = Scenario.Faults() }
        meanwhile.end()
        brokerAwayUntil = brokerAwayUntil.map { _ in clock.passed }
        refusalEndsAt = refusalEndsAt.map { _ in clock.passed }
        endTroubles()
        for index in workers.indices {
            workers[index].awayUntil = min(workers[index].awayUntil, clock.passed)
            if workers[index].version == 1 { workers[index].isStopping = true }
        }
        try resumeEverything()
    }
}
