import ArgumentParser
import CMalloc
import Foundation
import Logging
import Settings
import Tasks

/// The command line of a worker's executable, which says what its worker is and can do.
package protocol WorkerCommand: AsyncParsableCommand {
    static var kind: WorkerSettings.Kind { get }
    var options: WorkerOptions { get }

    func handlers(_ settings: WorkerSettings) throws -> [any TaskHandler]
}

extension WorkerCommand {
    /// The executable from its start to its end.
    ///
    /// The C library keeps memory aside for each thread that asks for some; a worker's threads are
    /// few and take turns. Said before there are others.
    package static func main() async {
        avtalt_share_one_arena()
        await main(nil)
    }

    package func run() async throws {
        do {
            let settings = try options.settings(of: Self.kind)
            let handlers = try handlers(settings)
            if let file = options.task {
                let report = try await SingleTask(
                    worker: Self.kind.rawValue, handlers: handlers, grace: settings.limits.grace,
                    surroundings: try options.surroundings()
                ).perform(file)
                throw report.exitCode
            }
            avtalt_give_back_code()
            try await WorkerProcess(
                kind: Self.kind, settings: settings, handlers: handlers, options: options,
                surroundings: try options.surroundings()
            ).run()
        } catch let error as ExitCode {
            throw error
        } catch {
            let text = "\(Self.kind.rawValue)-worker: \(error)\n"
            FileHandle.standardError.write(Data(text.utf8))
            throw ExitCode(WorkerProcess.exitStatus(of: error))
        }
    }
}

extension CommandConfiguration {
    /// The configuration of a worker's executable.
    package static func worker(
        _ kind: WorkerSettings.Kind, abstract: String
    ) -> CommandConfiguration {
        CommandConfiguration(
            commandName: "\(kind.rawValue)-worker",
            abstract: abstract,
            discussion: """
                It takes its tasks from the broker of AVTALT_QUEUE, else of the settings, and \
                answers there; it never opens the register. On SIGTERM or SIGINT it takes \
                nothing new, lets what is under way finish within the grace period, hands the \
                rest back and exits with 0; a second signal ends it at once.

                Exit codes: 0 done; 64 usage; 65 bad data; 66 no such input; 69 no broker \
                answers; 73 cannot create; 74 I/O error; 75 tasks were left and begin again \
                elsewhere; 77 the broker does not let it in; 78 bad configuration.
                """,
            version: Version.text)
    }
}
