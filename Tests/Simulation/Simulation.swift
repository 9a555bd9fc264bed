import Agreements
import Coordination
import Foundation
import GRDB
import Register
import Tasks

/// One run: coordinator, queue and workers in one logical thread, with time, faults and order from
/// one seed.
///
/// First comes a phase of so many rounds with faults, then a quiet one in which everything works
/// and everything must come to its end; then the checker looks. The register, the coordinator's
/// services, the task's states and what workers decide by are the real ones; the broker, the
/// workers' processes and the time are simulated.
package final class Simulation {
    /// What a run has shown.
    package struct Result: Sendable {
        package let seed: UInt64
        /// What happened, a line each: the same for a seed each time.
        package let timeline: [String]
        package let violations: [Violation]
        /// How many tasks came to which end.
        package let ends: [String: Int]
    }

    let scenario: Scenario
    let fate: Fate
    let clock: SimulatedClock
    let queue: SimulatedQueue
    let premises: SimulatedCoordinator.Premises
    /// Whoever looks at the register or changes it from outside the coordinator.
    let tools: Register
    let meanwhile: Meanwhile
    var faults: Scenario.Faults
    var ledger = Ledger()
    var coordinator: SimulatedCoordinator?
    /// One that was asleep while its successor began.
    var sleeper: (coordinator: SimulatedCoordinator, commits: Int)?
    var coordinators = 0
    var coordinatorAwayUntil = Duration.zero
    var refusalEndsAt: Duration?
    var brokerAwayUntil: Duration?
    var workers: [SimulatedWorker] = []
    var planned = 0
    private(set) var isQuiet = false
    private(set) var timeline: [String] = []

    private init(_ scenario: Scenario, path: String) throws {
        self.scenario = scenario
        fate = Fate(seed: scenario.seed &* 0x2545_F491_4F6C_DD1D &+ 1)
        // Two seconds before seven o'clock in Oslo on 1 March 2013.
        clock = SimulatedClock(at: Instant(milliseconds: 1_362_117_598_000))
        faults = scenario.faults
        queue = SimulatedQueue(
            SimulatedBroker(faults: faults, lifetime: scenario.limits.rescue, fate: fate),
            clock: clock)
        tools = try Register.open(at: path, mode: .existing)
        meanwhile = Meanwhile(
            tools: tools, clock: clock, fate: fate, perMille: faults.cancelledMeanwhile)
        premises = SimulatedCoordinator.Premises(
            scenario: scenario, path: path, queue: queue, clock: clock, fate: fate,
            meanwhile: { [meanwhile] in meanwhile.pass($0) })
        for slot in 1...scenario.workers {
            workers.append(
                SimulatedWorker(
                    slot: slot, kind: slot == 2 ? "report" : "reminder",
                    skew: fate.milliseconds(in: -1500...1500)))
        }
    }

    /// Does one run in a folder of its own, which is gone afterwards.
    package static func run(_ scenario: Scenario, on template: RegisterTemplate) async throws
        -> Result
    {
        let path = try template.copy(for: scenario.seed)
        let simulation = try Simulation(scenario, path: path)
        do {
            try await simulation.run()
        } catch {
            simulation.ledger.violate("C2", "The run ended in an error: \(error)")
        }
        let result = Result(
            seed: scenario.seed, timeline: simulation.timeline,
            violations: simulation.ledger.violations, ends: try simulation.ends())
        try simulation.close()
        try template.discard(scenario.seed)
        return result
    }

    private func run() async throws {
        for _ in 1...scenario.rounds {
            strike()
            try await playRound(within: 30...600)
        }
        try await settle()
        try check()
    }

    /// Everybody has a turn, in any order; now and then somebody misses his.
    private func playRound(within span: ClosedRange<Int>) async throws {
        clock.advance(by: fate.milliseconds(in: span))
        endTroubles()
        for turn in fate.shuffled(Array(-2..<workers.count)) where !fate.happens(100) {
            switch turn {
            case -2: try await coordinate()
            case -1: try meddle()
            default: try act(turn)
            }
        }
    }

    // MARK: The quiet phase

    /// Faults are over, and whoever was away is back: everything must come to its end.
    private func settle() async throws {
        note("quiet")
        isQuiet = true
        try endFaults()
        let end = clock.passed + .seconds(12 * 3600)
        var rounds = 0
        while clock.passed < end, rounds < 2000 {
            rounds += 1
            for index in workers.indices { try act(index) }
            try await coordinate()
            for index in workers.indices { try act(index) }
            let standing = try tools.read { db in try Standing(in: db, at: clock.now) }
            try giveUp(standing.failed)
            checkLease(of: standing.overdue)
            if standing.open == 0, areWorkersIdle { return }
            advance(to: standing.nextAt)
        }
        note("not settled")
    }

    private var areWorkersIdle: Bool {
        workers.allSatisfy { $0.outbox.isEmpty && $0.attempts.isEmpty }
            && queue.with { [now = clock.passed] in $0.isIdle(at: now) }
    }

    /// Lets pass what nothing happens in, and 20 ms at least.
    private func advance(to due: Instant?) {
        let now = clock.passed
        var next = now + .seconds(20)
        if coordinator == nil { next = min(next, max(now, coordinatorAwayUntil)) }
        for worker in workers {
            if worker.awayUntil > now { next = min(next, worker.awayUntil) }
            for attempt in worker.attempts.values {
                next = min(next, attempt.endsAt, now + scenario.beatEvery)
            }
            if !worker.outbox.isEmpty { next = now }
        }
        if queue.with({ $0.hasReports(at: now) }) { next = now }
        if let ready = queue.with({ $0.nextReady(after: now) }) { next = min(next, ready) }
        if let due { next = min(next, now + due.duration(since: clock.now)) }
        clock.advance(by: max(.milliseconds(20), next - now))
    }

    // MARK: What is written down

    func note(_ text: @autoclosure () -> String) {
        timeline.append("\(clock.passed.milliseconds) \(text())")
    }

    private func ends() throws -> [String: Int] {
        let counts = try tools.read { db in try TaskStore(db).counts() }
        return Dictionary(uniqueKeysWithValues: counts.map { ($0.key.rawValue, $0.value) })
    }

    private func close() throws {
        try coordinator?.register.close()
        coordinator = nil
        try sleeper?.coordinator.register.close()
        sleeper = nil
        try tools.close()
    }
}
