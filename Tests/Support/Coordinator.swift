import Agreements
import Coordination
import Foundation
import Logging
import Register
import Tasks

/// A coordinator that a test steps by hand, on a register file of its own.
package final class Coordinator {
    package let folder: TemporaryFolder
    package let clock: ManualClock
    package let bell = Bell()
    package var queue: any TaskQueue
    package var register: Register
    package var term: CoordinatorTerm?
    package var policy = RetryPolicy(base: .seconds(10), cap: 3, attempts: 4)
    package var limits = TaskState.Limits(lease: .seconds(30), rescue: .seconds(300))
    package var effects: [TaskKind: TaskEffect] = [:]
    package var batch = 1000

    package init(
        _ queue: any TaskQueue, clock: ManualClock = ManualClock(),
        folder: TemporaryFolder? = nil
    ) throws {
        let folder = try folder ?? TemporaryFolder()
        self.folder = folder
        self.clock = clock
        self.queue = queue
        register = try Register.open(
            at: folder.path("register.sqlite"), mode: .createIfMissing)
        term = try CoordinatorTerm.begin(in: register, holder: "test", at: clock.now())
    }

    package var surroundings: Surroundings {
        Surroundings(
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            clock: clock.wallClock)
    }

    /// Ends the term and closes the register, as the death of the process does, and begins again.
    package func restart(with queue: any TaskQueue) throws {
        term = nil
        try register.close()
        register = try Register.open(at: folder.path("register.sqlite"), mode: .existing)
        term = try CoordinatorTerm.begin(in: register, holder: "test", at: clock.now())
        self.queue = queue
    }

    // MARK: Steps

    private func currentTerm() throws -> CoordinatorTerm {
        guard let term else { throw CoordinatorTerm.Error.superseded(mine: 0, latest: 0) }
        return term
    }

    @discardableResult
    package func plan(_ tasks: [NewTask]) throws -> [TaskID] {
        let term = try currentTerm()
        return try register.write { db in
            try TaskStore(db, under: term).plan(tasks, at: clock.now())
        }
    }

    @discardableResult
    package func dispatch() async throws -> Dispatcher.Counts {
        let settings = Dispatcher.Settings(batch: batch, limits: limits)
        return try await Dispatcher(
            settings: settings, register: register, term: currentTerm(), queue: queue, bell: bell,
            surroundings: surroundings
        ).runOnce()
    }

    /// - Parameter jitter: From −1 to 1.
    @discardableResult
    package func record(jitter: Double = 0) async throws -> Recorder.Counts {
        let settings = Recorder.Settings(
            batch: batch, limits: limits, policy: policy, effects: effects)
        return try await Recorder(
            settings: settings, register: register, term: currentTerm(), queue: queue, bell: bell,
            surroundings: surroundings, jitter: { jitter }
        ).runOnce()
    }

    package func rescuer(_ recorder: FlightRecorder? = nil) throws -> Rescuer {
        try Rescuer(
            settings: Rescuer.Settings(batch: batch, policy: policy), register: register,
            term: currentTerm(), queue: queue, recorder: recorder, bell: bell,
            surroundings: surroundings)
    }

    // MARK: What is in the register

    package func task(_ id: TaskID) throws -> StoredTask? {
        try register.read { db in try TaskStore(db).task(id) }
    }

    package func events(of id: TaskID) throws -> [TaskEvent] {
        try register.read { db in try TaskStore(db).events(of: id) }
    }

    package func counts() throws -> [TaskState.Phase: Int] {
        try register.read { db in try TaskStore(db).counts() }
    }
}

extension Surroundings {
    /// The system's time, and no log.
    package static var silent: Surroundings {
        Surroundings(
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, clock: .system)
    }
}
