import Agreements
import Foundation
import Logging
import Register
import Settings
import Tasks

/// One whole day's work, and what it came to.
struct DayRun: Sendable {
    /// What was done, and what was left.
    struct Outcome: Sendable {
        let before: WorkState
        let after: WorkState
        let documents: String
        let mail: String
        let day: Day

        /// Whether something is left for later.
        var isIncomplete: Bool { after.retrying + after.waiting + after.held > 0 }
    }

    let invocation: Invocation
    let logger: Logger
    /// Whether to begin when what waits for a later hour of that day is due.
    let passesOverWaits: Bool

    /// How often it looks whether everything is done.
    private static let glance = Duration.milliseconds(20)

    /// Plans the day, does all that is due and records it.
    func perform() async throws -> Outcome {
        let register = try invocation.openRegister(.existing)
        let invocation =
            passesOverWaits ? try invocation.afterWaits(in: register) : self.invocation
        let clock = invocation.clock
        let before = try register.read { db in try WorkState(in: db, at: clock.now()) }
        let coordinator = try Coordinator(invocation, register: register, logger: logger)
        do {
            try await coordinator.run(waitsForBroker: false) { coordinator in
                _ = try await coordinator.scheduler.runOnce()
                repeat {
                    try await wait(for: register, clock, since: before)
                } while try await coordinator.planner.planIncompleteReports() > 0
                try await coordinator.documents.runOnce()
            }
        } catch is CancellationError {
            throw CommandError(
                .tryAgain,
                "The work of \(invocation.today) was stopped before its end. Run the day again: "
                    + "what is done is not repeated.")
        }
        let after = try register.read { db in try WorkState(in: db, at: clock.now()) }
        return Outcome(
            before: before, after: after, documents: invocation.settings.documents,
            mail: invocation.settings.mail.place, day: invocation.today)
    }
}

extension DayRun {
    /// Returns when nothing is due any more; with a broker, whose workers may be away, also when
    /// nothing has changed for the rescue period.
    private func wait(for register: Register, _ clock: WallClock, since before: WorkState)
        async throws
    {
        let patience =
            invocation.settings.queue == .embedded
            ? nil : invocation.settings.coordinator.rescuePeriod
        var latest = before
        var changedAt = ContinuousClock.now
        while true {
            let state = try register.read { db in try WorkState(in: db, at: clock.now()) }
            guard state.waiting > 0 else { return }
            if state != latest { (latest, changedAt) = (state, .now) }
            if let patience, ContinuousClock.now - changedAt > patience { return }
            try await Task.sleep(for: Self.glance)
        }
    }
}

extension DayRun.Outcome {
    /// What was done, in sentences, with the places where it lies.
    var text: String {
        let digests = after.done(.reminderDigest, since: before)
        let opened = after.done(.evaluationOpen, since: before)
        let assessed = after.done(.evaluationAssess, since: before)
        let parts = after.done(.reportPart, since: before)
        let reports = after.done(.reportWhole, since: before)
        let total = digests + opened + assessed + parts + reports
        var lines = [
            "\(day): \(total) tasks planned and done.",
            "  sent       \(digests) digests, in \(mail)",
            """
              evaluated  \(opened) evaluations opened, \(assessed) assessed, \
            in \(documents)/evaluations
            """,
            "  reported   \(reports) reports of \(parts) parts, in \(documents)/reports",
        ]
        if after.waiting > 0 {
            lines.append(
                "  left       \(after.waiting) tasks that no worker has reported on: see that "
                    + "reminder-worker, evaluation-worker and report-worker run")
        }
        if after.held > 0 {
            lines.append(
                "  held       \(after.held) tasks that are paused or come after one that failed: "
                    + "see `avtalt tasks`")
        }
        if after.retrying > 0 { lines.append("  waiting    \(after.retrying) tasks until later") }
        if after.failed > 0 {
            lines.append("  failed     \(after.failed) tasks: see `avtalt tasks list --state dead`")
        }
        if total == 0, !isIncomplete {
            lines.append("Nothing of that day is left to do.")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension MailSettings {
    /// Where mails go, for people.
    fileprivate var place: String {
        switch delivery {
        case .maildir(let path): "\(path)/new"
        case .smtp(let host, _, _): "the mailboxes, by \(host)"
        }
    }
}
