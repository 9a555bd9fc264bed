import Agreements
import Coordination
import Foundation
import GRDB
import Logging
import Register
import Tasks

/// One process of the coordinator: the real services on the real register, and a life that can end
/// at any step.
struct SimulatedCoordinator {
    let life: Life
    let register: Register
    let term: CoordinatorTerm
    let dispatcher: Dispatcher
    let recorder: Recorder
    let rescuer: Rescuer
    let scheduler: Scheduler

    /// What every process of a run's coordinator shares.
    struct Premises: Sendable {
        let scenario: Scenario
        let path: String
        let queue: SimulatedQueue
        let clock: SimulatedClock
        let fate: Fate
        let meanwhile: @Sendable ([Envelope]) -> Void

        var surroundings: Surroundings {
            Surroundings(
                logger: Logger(label: "simulation") { _ in SwiftLogNoOpLogHandler() },
                clock: clock.wallClock)
        }
    }

    /// - Parameter term: That of a successor, for a mutated coordinator; its own by default.
    init(_ premises: Premises, number: Int, term foreign: CoordinatorTerm? = nil) throws {
        let (scenario, surroundings) = (premises.scenario, premises.surroundings)
        let register = try Register.open(at: premises.path, mode: .existing)
        let term =
            try foreign
            ?? CoordinatorTerm.begin(
                in: register, holder: "coordinator \(number)", at: premises.clock.now)
        let life = Life()
        try register.write { db in db.add(transactionObserver: life, extent: .databaseLifetime) }
        let queue = CoordinatorEnd(
            shared: premises.queue, life: life, meanwhile: premises.meanwhile,
            mutation: scenario.mutation)
        let bell = Bell()
        dispatcher = Dispatcher(
            settings: Dispatcher.Settings(
                batch: scenario.batch, limits: scenario.limits, returnedPause: .seconds(2)),
            register: register, term: term, queue: queue, bell: bell, surroundings: surroundings)
        recorder = Recorder(
            settings: Self.recording(scenario), register: register, term: term, queue: queue,
            bell: bell, surroundings: surroundings,
            jitter: { [fate = premises.fate] in fate.jitter() })
        rescuer = Rescuer(
            settings: Rescuer.Settings(
                batch: 100, policy: scenario.policy, limits: scenario.limits),
            register: register, term: term, queue: queue, bell: bell, surroundings: surroundings)
        scheduler = Scheduler(
            [Self.nightly], register: register, term: term, bell: bell, surroundings: surroundings)
        self.life = life
        self.register = register
        self.term = term
    }

    private static func recording(_ scenario: Scenario) -> Recorder.Settings {
        var policy = scenario.policy
        if scenario.mutation == .noDelay { policy.base = .zero }
        let result = TaskEffect { _, task, db in
            try db.execute(
                sql: "INSERT INTO seen_result (task, attempt) VALUES (?, ?)",
                arguments: [task.id.text, task.state.attempt])
        }
        return Recorder.Settings(
            batch: scenario.batch, limits: scenario.limits, policy: policy,
            effects: scenario.mutation == .resultTakenTwice
                ? [:] : [.probe: result, .reportPart: result, .reportWhole: result])
    }

    /// A run two seconds after the simulated time begins; on the first of a month only, so that a
    /// year's jump passes over twelve.
    private static let nightly = Scheduler.Entry(
        Schedule(name: "simulated", hour: 7, window: .seconds(3600)) { $0.day == 1 },
        work: ScheduledWork { nominal, db in
            try db.execute(
                sql: "INSERT INTO seen_run (nominal_at) VALUES (?)",
                arguments: [nominal.milliseconds])
        })
}
