import ArgumentParser
import Documents
import ReportWorker
import Settings
import Staffing
import Tasks

@main
struct Entry: WorkerCommand {
    static let kind = WorkerSettings.Kind.report
    static let configuration = CommandConfiguration.worker(
        kind, abstract: "Works out the parts of consolidated reports and writes the whole.")

    @OptionGroup var options: WorkerOptions

    func handlers(_ settings: WorkerSettings) -> [any TaskHandler] {
        let limit = settings.limits.timeLimit
        let printer = settings.pdf?.program.map { PDFPrinter(program: $0) }
        return [
            ReportPartHandler(timeLimit: limit), ReportHandler(timeLimit: limit, printer: printer),
        ]
    }
}
