import Agreements
import ArgumentParser
import Foundation
import Logging
import Settings
import Tasks

/// The options that every worker's executable has.
package struct WorkerOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Read the settings from this file.", valueName: "file"))
    var config: String?
    @Option(
        help: ArgumentHelp(
            "Work for this unit alone, which then has a queue of its own.", valueName: "unit"))
    var unit: OwningUnit?
    @Option(help: "Tasks worked on at the same time; else as the settings have it.")
    var concurrency: Int?
    @Flag(help: "Do what is there, then exit.") var once = false
    @Option(
        help: ArgumentHelp(
            """
            Do the one task of this file, - for standard input, and print the report. It needs no \
            broker; `avtalt tasks show ID --envelope` prints such a file.
            """,
            valueName: "file"))
    var task: String?
    @Option(
        help: ArgumentHelp(
            "Keep this file while the broker is connected, touched every 5 seconds.",
            valueName: "file"))
    var readyFile: String?
    @Option(
        help: ArgumentHelp(
            """
            Note in this file what is under way, so that the next start can report it if this \
            process dies of it.
            """, valueName: "file"))
    var flightFile: String?
    @Flag(name: .shortAndLong, help: "Log the life of every task.") var verbose = false

    package init() {}

    package func validate() throws {
        if let concurrency, !(1...64).contains(concurrency) {
            throw ValidationError("--concurrency is \(concurrency) and must be 1 to 64.")
        }
        if task != nil, once || unit != nil {
            throw ValidationError("--task does one task; leave --once and --unit out.")
        }
    }

    func settings(of kind: WorkerSettings.Kind) throws -> WorkerSettings {
        var environment = ProcessInfo.processInfo.environment
        // One task is done without a queue, whatever the coordinator beside uses.
        if task != nil { environment["AVTALT_QUEUE"] = nil }
        var settings = try WorkerSettings.read(
            kind: kind, config: config, environment: environment)
        if let concurrency {
            settings.limits.concurrency = concurrency
            settings.limits.prefetch = max(settings.limits.prefetch, concurrency)
        }
        return settings
    }

    func surroundings() throws -> Surroundings {
        var logger = Logger(label: "avtalt") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = verbose ? .debug : task != nil ? .error : .info
        let now = ProcessInfo.processInfo.environment["AVTALT_NOW"]
        return Surroundings(logger: logger, clock: try WallClock.starting(at: now))
    }
}

extension OwningUnit: ExpressibleByArgument {}
