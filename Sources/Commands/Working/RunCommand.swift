import Agreements
import ArgumentParser
import Foundation
import Logging
import Settings
import Tasks

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Do one whole day's work and exit: plan, work, record.",
        discussion: """
            Digests are sent, evaluations opened and assessed, reports issued, as the rules have \
            it for that day. What was done before is not repeated. With the embedded queue it \
            does the work itself; with a broker the worker processes do it. The exit code is 75 \
            when something is left for later: running the day again then tries that anew.
            """)

    @OptionGroup var global: GlobalOptions
    @Option(help: ArgumentHelp("The day, such as 2013-03-01.", valueName: "date")) var on: Day

    func run() async throws {
        try await reportingFailure {
            let invocation = try Invocation(
                config: global.config,
                arguments: global.register.map { ["register": $0] } ?? [:],
                startingAt: try startOfWork())
            let outcome = try await DayRun(
                invocation: invocation, logger: .standardError(level: .warning),
                passesOverWaits: true
            ).perform()
            StandardOutput.write(outcome.text)
            if outcome.isIncomplete { throw ExitCode(ExitStatus.tryAgain.rawValue) }
        }
    }

    /// The hour at which the day's work is planned, on that day; or this moment if it is later on
    /// the same day, so that what was to be tried again later is.
    private func startOfWork() throws -> String {
        let environment = ProcessInfo.processInfo.environment
        let settings = try AvtaltSettings.read(config: global.config, environment: environment)
        let hour = settings.coordinator.dailyRunAt
        let now = try WallClock.starting(at: environment["AVTALT_NOW"]).now()
        let start = Oslo.instant(of: on, hour: hour.hour, minute: hour.minute)
        guard Oslo.day(at: now) == on, now > start else { return "\(on)T\(hour):00" }
        return "\(now.description.dropLast(".000Z".count))Z"
    }
}

extension Logger {
    /// Writes to standard error.
    package static func standardError(level: Logger.Level) -> Logger {
        var logger = Logger(label: "avtalt") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = level
        return logger
    }
}
