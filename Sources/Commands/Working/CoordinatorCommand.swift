import ArgumentParser
import Foundation
import Logging
import Register
import Settings

/// `avtalt-coordinator`, the process that owns the register.
package struct CoordinatorCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "avtalt-coordinator",
        abstract: "Owns the register: plans the days' work, gives it out and records it.",
        discussion: """
            It runs until it gets SIGTERM or SIGINT; it then takes nothing new, lets what is under \
            way finish within the grace period, hands the rest back and exits with 0.

            With the embedded queue it does the work itself. With a broker (AVTALT_QUEUE, else the \
            settings) it waits for reminder-worker, evaluation-worker and report-worker to do it.

            One coordinator at a time owns a register. With --standby it waits beside the one that \
            does, and takes over within a second of its end, however that came.

            AVTALT_NOW=2013-03-01T07:00:00 makes it take that as the moment it started.
            """,
        version: Version.text)

    @OptionGroup var global: GlobalOptions
    @Flag(help: "Run the three kinds of worker in this process, with the embedded queue.")
    var embedded = false
    @Flag(help: "Exit when everything that is due is done, and say what was done.")
    var untilIdle = false
    @Flag(help: "Wait until the coordinator that owns the register has ended, then take over.")
    var standby = false
    @Option(
        help: ArgumentHelp(
            "Keep this file while it owns the register, touched every 5 seconds.",
            valueName: "file"))
    var readyFile: String?
    @Flag(name: .shortAndLong, help: "Log the life of every task.") var verbose = false

    package init() {}

    package func validate() throws {
        if untilIdle, standby || readyFile != nil {
            throw ValidationError(
                "--until-idle does a day's work and ends; leave --standby and --ready-file out.")
        }
    }

    package func run() async throws {
        try await reportingFailure {
            var arguments = global.register.map { ["register": $0] } ?? [:]
            if embedded { arguments["queue"] = "embedded" }
            let invocation = try Invocation(
                config: global.config, arguments: arguments,
                startingAt: ProcessInfo.processInfo.environment["AVTALT_NOW"])
            let logger = Logger.standardError(
                level: verbose ? .debug : untilIdle ? .warning : .info)
            guard !untilIdle else {
                let outcome = try await DayRun(
                    invocation: invocation, logger: logger, passesOverWaits: false
                ).perform()
                StandardOutput.write(outcome.text)
                if outcome.isIncomplete { throw ExitCode(ExitStatus.tryAgain.rawValue) }
                return
            }
            try await work(invocation, logger: logger)
        }
    }

    private func work(_ invocation: Invocation, logger: Logger) async throws {
        guard standby else {
            return try await coordinator(invocation, holding: nil, logger: logger)
                .run(waitsForBroker: true) { _ in await Self.untilCancelled() }
        }
        let path = invocation.settings.register
        guard FileManager.default.fileExists(atPath: path) else {
            throw RegisterError.missing(path: path)
        }
        let standby = await Standby(register: path, logger: logger)
        let listening = Task { await standby.listen() }
        defer { listening.cancel() }
        guard let lock = try await standby.lock() else { return }
        try await coordinator(invocation, holding: lock, logger: logger)
            .run(waitsForBroker: true) { _ in await standby.end() }
    }

    private func coordinator(
        _ invocation: Invocation, holding lock: CoordinatorLock?, logger: Logger
    ) throws -> Coordinator {
        try Coordinator(
            invocation, register: invocation.openRegister(.existing), holding: lock,
            readyFile: readyFile, logger: logger)
    }

    private static func untilCancelled() async {
        let (never, continuation) = AsyncStream<Void>.makeStream()
        for await _ in never {}
        continuation.finish()
    }
}
