import Agreements
import Logging
import Register
import ServiceLifecycle
import Tasks

/// Plans the day's work: digests of notices, evaluations to open, submitted ones to assess.
///
/// From the daily hour on it plans the day once, and then keeps what waits up to date: notices
/// that are resolved before their digest goes out are taken out of it, and evaluations that are
/// submitted are assessed. Reports come by `ReportPlanner` and the schedules.
package struct Planner: Service {
    /// What one run did.
    package struct Counts: Hashable, Sendable {
        package var notices = 0
        package var digests = 0
        /// Stages that were folded into a later one or skipped.
        package var passedOver = 0
        /// Notices taken out of digests that waited.
        package var resolved = 0
        /// How often the day's facts were read to see whether what waits still holds: at most once
        /// for each change of the register.
        package var looks = 0
        /// Letters that go alone, because the day brings their recipients no digest.
        package var letters = 0
        package var evaluationsToOpen = 0
        package var evaluationsToAssess = 0
        /// Letters to counterparts that have not answered.
        package var respondentsReminded = 0
        /// Reports that are written without parts that failed.
        package var incompleteReports = 0

        package init() {}

        var tasks: Int {
            digests + letters + evaluationsToOpen + evaluationsToAssess + respondentsReminded
                + incompleteReports
        }
    }

    private let settings: PlannerSettings
    private let register: Register
    private let term: CoordinatorTerm
    private let bell: Bell
    private let every: Duration
    private let digests = WaitingDigests()
    private let surroundings: Surroundings

    /// - Parameters:
    ///   - bell: The dispatcher's; rung when tasks were planned.
    ///   - every: How often to look.
    package init(
        settings: PlannerSettings,
        register: Register,
        term: CoordinatorTerm,
        bell: Bell,
        every: Duration = .seconds(10),
        surroundings: Surroundings
    ) {
        self.settings = settings
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
                _ = try await attempt("The day is not planned", surroundings.logger) {
                    try await runOnce()
                }
                await pause.wait(atMost: every)
            }
        }
    }

    /// Plans what is to be planned now: nothing on a closed day, or before the daily hour.
    package func runOnce() async throws -> Counts {
        let now = surroundings.clock.now()
        let day = Oslo.day(at: now)
        var counts = Counts()
        try register.read { try settings.rules.refresh(in: $0) }
        if settings.rulebook.calendar.isWorkingDay(day),
            now >= Oslo.instant(of: day, hour: settings.hour, minute: settings.minute)
        {
            try planNotices(of: day, at: now, &counts)
            try releaseLetters(on: day, at: now, &counts)
            if counts.digests > 0 { await bell.ring() }
            try planEvaluations(on: day, at: now, &counts)
        }
        counts.incompleteReports = try await planIncompleteReports()
        if counts.tasks > 0 { await bell.ring() }
        log(counts, of: day)
        return counts
    }

    /// Has reports written whose missing parts will not come, and answers how many.
    package func planIncompleteReports() async throws -> Int {
        let isAny = try register.read { db in try !ReportShelf(db).waiting().isEmpty }
        guard isAny else { return 0 }
        let planned = try register.write { db in
            try ReportPlanner(settings: settings, term: term)
                .planIncomplete(at: surroundings.clock.now(), in: db)
        }
        if planned > 0 { await bell.ring() }
        return planned
    }

    private func planNotices(of day: Day, at now: Instant, _ counts: inout Counts) throws {
        let planner = NoticePlanner(settings: settings, term: term)
        let isPlanned = try register.read { db in try NoticeLedger(db).hasPlanned(day) }
        if isPlanned {
            let look = try register.read { db in try planner.look(at: day, in: db) }
            guard digests.mayHaveEnded(look) else { return }
            counts.looks += 1
            if try register.read({ db in try planner.needsRefresh(day, in: db) }) {
                counts.resolved = try register.write { db in
                    try planner.refresh(day, at: now, in: db)
                }
            }
            digests.remember(look)
        } else if let planned = try register.write({ db in
            try planner.plan(day, at: now, in: db)
        }) {
            Failpoint.reach(.planCommitted)
            counts.notices = planned.notices
            counts.digests = planned.digests
            counts.passedOver = planned.passedOver
        }
    }

    private func releaseLetters(on day: Day, at now: Instant, _ counts: inout Counts) throws {
        guard try register.read({ db in try !LetterBox(db).releasable(on: day).isEmpty }) else {
            return
        }
        counts.letters = try register.write { db in try LetterBox(db).release(on: day, at: now) }
    }

    /// Whether there is anything is read first, so that nobody waits for the register's lock on a
    /// day on which there is nothing.
    private func planEvaluations(on day: Day, at now: Instant, _ counts: inout Counts) throws {
        let planner = EvaluationPlanner(settings: settings, term: term)
        while try register.read({ db in try planner.hasOpenings(on: day, in: db) }) {
            let opened = try register.write { db in
                try planner.planOpenings(on: day, at: now, in: db)
            }
            counts.evaluationsToOpen += opened
            guard opened > 0 else { break }
        }
        while try register.read({ db in try planner.hasAssessments(on: day, in: db) }) {
            let assessed = try register.write { db in
                try planner.planAssessments(on: day, at: now, in: db)
            }
            counts.evaluationsToAssess += assessed
            guard assessed > 0 else { break }
        }
        let reminders = RespondentReminders(settings: settings)
        guard try register.read({ db in try reminders.hasWork(on: day, in: db) }) else { return }
        counts.respondentsReminded = try register.write { db in
            try reminders.plan(on: day, at: now, in: db)
        }
    }

    private func log(_ counts: Counts, of day: Day) {
        var quiet = Counts()
        quiet.looks = counts.looks
        guard counts != quiet else { return }
        surroundings.logger.info(
            "Work is planned",
            metadata: [
                "day": "\(day)", "notices": "\(counts.notices)", "digests": "\(counts.digests)",
                "passed_over": "\(counts.passedOver)", "resolved": "\(counts.resolved)",
                "letters": "\(counts.letters)",
                "evaluations.open": "\(counts.evaluationsToOpen)",
                "evaluations.assess": "\(counts.evaluationsToAssess)",
                "respondents.remind": "\(counts.respondentsReminded)",
                "reports.incomplete": "\(counts.incompleteReports)",
            ])
    }
}
