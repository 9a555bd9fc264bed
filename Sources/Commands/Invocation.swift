import Agreements
import ArgumentParser
import Coordination
import Foundation
import Logging
import Register
import Rules
import Settings
import Tasks

/// One run of a command: its settings, its rules, its time, and where it writes.
package struct Invocation: Sendable {
    package let settings: AvtaltSettings
    package let rulebook: Rulebook
    package private(set) var clock: WallClock

    init(_ options: GlobalOptions) throws {
        try self.init(
            config: options.config,
            arguments: options.register.map { ["register": $0] } ?? [:],
            startingAt: ProcessInfo.processInfo.environment["AVTALT_NOW"])
    }

    package init(config: String?, arguments: [String: String], startingAt now: String?) throws {
        settings = try AvtaltSettings.read(
            config: config, arguments: arguments,
            environment: ProcessInfo.processInfo.environment)
        rulebook = try settings.rulebook()
        clock = try WallClock.starting(at: now)
    }

    /// The same, begun when the last task is due that waits for a later hour of that day.
    ///
    /// A day that is run again begins at its hour again, and would never come to what failed.
    func afterWaits(in register: Register) throws -> Invocation {
        let now = clock.now()
        let midnight = Oslo.instant(of: today.adding(days: 1))
        let last = try register.read { db in
            try TaskStore(db).lastDue(after: now, before: midnight)
        }
        guard let last else { return self }
        var later = self
        later.clock = clock.advanced(by: last.duration(since: now))
        return later
    }

    /// The register that the settings name; it must exist unless it may be created.
    package func openRegister(_ mode: Register.Mode) throws -> Register {
        try Register.open(at: settings.register, mode: mode)
    }

    /// The rules that hold in the register: its adopted edition, else those of the settings.
    package func rules(in register: Register) throws -> RulebookInForce {
        let rules = RulebookInForce(standard: rulebook) { try Rulebook.read(text: $0) }
        try register.read { try rules.refresh(in: $0) }
        return rules
    }

    /// Who the audit trail says it was: the account that ran the command.
    package var author: Author {
        Author(
            actor: ProcessInfo.processInfo.userName,
            request: "\(ProcessInfo.processInfo.processName)-\(UUID().uuidString.lowercased())")
    }

    /// What the planner goes by.
    func plannerSettings(_ rules: RulebookInForce) -> PlannerSettings {
        PlannerSettings(
            rules: rules, hour: settings.coordinator.dailyRunAt.hour,
            minute: settings.coordinator.dailyRunAt.minute, baseURL: settings.baseURL,
            servesPages: settings.web.listen != nil, language: settings.language)
    }

    /// The calendar day in Oslo.
    package var today: Day { Oslo.day(at: clock.now()) }
}
