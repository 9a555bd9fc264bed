import Agreements
import Logging
import Register
import ServiceLifecycle
import Tasks

/// Runs what is scheduled, once for each nominal instant.
///
/// That an instant is dealt with and what its run does to the register are one transaction.
package struct Scheduler: Service {
    /// A schedule and what is done at its instants.
    package struct Entry: Sendable {
        package let schedule: Schedule
        package let work: ScheduledWork

        package init(_ schedule: Schedule, work: ScheduledWork) {
            self.schedule = schedule
            self.work = work
        }
    }

    /// What one run did.
    package struct Counts: Hashable, Sendable {
        package var run = 0
        package var skipped = 0

        package init(run: Int = 0, skipped: Int = 0) {
            self.run = run
            self.skipped = skipped
        }
    }

    private let entries: [Entry]
    private let register: Register
    private let term: CoordinatorTerm
    private let bell: Bell
    private let every: Duration
    private let surroundings: Surroundings

    /// - Parameters:
    ///   - bell: The dispatcher's; rung when a run may have planned tasks.
    ///   - every: How often to look at the time; the clock may have been set.
    package init(
        _ entries: [Entry],
        register: Register,
        term: CoordinatorTerm,
        bell: Bell,
        every: Duration = .seconds(1),
        surroundings: Surroundings
    ) {
        self.entries = entries
        self.register = register
        self.term = term
        self.bell = bell
        self.every = every
        self.surroundings = surroundings
    }

    package func run() async throws {
        let pause = Bell()
        try await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                _ = try await attempt("Schedules are not run", surroundings.logger) {
                    try await runOnce()
                }
                await pause.wait(atMost: every)
            }
        }
    }

    /// Deals with every nominal instant that has come.
    package func runOnce() async throws -> Counts {
        let now = surroundings.clock.now()
        var counts = Counts()
        for entry in entries {
            let latest = try register.read { db in
                try ScheduleStore(db).latest(of: entry.schedule.name)
            }
            for decision in entry.schedule.decisions(after: latest, at: now) {
                guard try await carryOut(decision, of: entry, at: now) else { continue }
                Failpoint.reach(.scheduleCommitted)
                if decision.isSkipped { counts.skipped += 1 } else { counts.run += 1 }
            }
        }
        if counts.run > 0 { await bell.ring() }
        if counts != Counts() {
            surroundings.logger.info(
                "Schedules are dealt with",
                metadata: ["runs": "\(counts.run)", "skipped": "\(counts.skipped)"])
        }
        return counts
    }

    private func carryOut(
        _ decision: Schedule.Decision, of entry: Entry, at now: Instant
    ) async throws -> Bool {
        try await register.writeInBackground { db in
            let isNew = try ScheduleStore(db, under: term).claim(
                decision.nominalAt, of: entry.schedule.name, isSkipped: decision.isSkipped, at: now)
            guard isNew, !decision.isSkipped else { return isNew }
            try entry.work.perform(at: decision.nominalAt, in: db)
            Failpoint.reach(.scheduleBeforeCommit)
            return true
        }
    }
}
