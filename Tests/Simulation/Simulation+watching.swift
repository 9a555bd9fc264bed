import Agreements
import GRDB
import Register
import Tasks

/// What the checker sees while a run goes on.
extension Simulation {
    /// C7 and C14: what is published is neither paused nor with a worker that is alive and heard.
    func checkPublication(_ publication: BrokerLog.Publication) {
        let flight = publication.flight
        if let errand = ledger.errand[flight.id], ledger.paused.contains(errand.kind) {
            ledger.violate("C14", "\(flight.id) was published though \(errand.kind) is paused.")
        }
        guard ledger.jumps == 0, publication.copiesBefore == 1 else { return }
        for worker in workers where worker.isAlive && worker.awayUntil <= clock.passed {
            let isAtIt = worker.attempts.values.contains {
                Flight($0.task) == flight && !$0.isOverrun
            }
            guard isAtIt, isHeard(worker.identity, at: flight) else { continue }
            ledger.violate(
                "C7", "\(flight.id) was given away while \(worker.identity) was at it.")
        }
    }

    /// Whether the coordinator has taken a worker's word within a lease.
    private func isHeard(_ worker: String, at flight: Flight) -> Bool {
        let testimony = Testimony(flight: flight, worker: worker)
        guard let last = queue.with({ $0.log.heard[testimony] }) else { return false }
        return clock.passed - last < scenario.limits.lease
    }

    /// C10: what a task has to wait for has ended when its handler begins.
    func checkOrder(of task: Envelope) throws {
        guard let sequence = ledger.errand[task.id]?.sequence else { return }
        let earlier = ledger.errands.filter { other in
            guard let place = other.sequence else { return false }
            return place.key == sequence.key && place.step < sequence.step
        }
        for errand in earlier
        where ledger.committed.contains(errand.id) && !ledger.retriedByHand.contains(errand.id) {
            let state = try tools.read { db in try TaskStore(db).task(errand.id) }?.state
            guard let phase = state?.phase, ![.done, .cancelled, .expired].contains(phase) else {
                continue
            }
            ledger.violate("C10", "\(task.id) began while \(errand.id) was \(phase).")
        }
    }

    /// C6 and C7: when all is well, nothing is with a silent worker, or published without a start,
    /// for longer than its time and a second.
    func checkLease(of overdue: StoredTask?) {
        guard let overdue, coordinator != nil else { return }
        let promise = overdue.state.lease == nil ? "C6" : "C7"
        ledger.violate(
            promise, "\(overdue.id) has had no result for too long, and nobody saw it.")
    }
}
