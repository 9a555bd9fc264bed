import ArgumentParser
import Settings
import Staffing
import Tasks

/// A reminder worker that does probes: tasks that say how they want to end.
@main
struct Entry: WorkerCommand {
    static let kind = WorkerSettings.Kind.reminder
    static let configuration = CommandConfiguration.worker(
        kind, abstract: "Does tasks that say how they want to end, for tests.")

    @OptionGroup var options: WorkerOptions

    func handlers(_ settings: WorkerSettings) throws -> [any TaskHandler] {
        [try ProbeHandler(timeLimit: settings.limits.timeLimit)]
    }
}
