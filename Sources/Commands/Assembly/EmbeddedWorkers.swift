import Documents
import EvaluationWorker
import Foundation
import Mail
import ReminderWorker
import ReportWorker
import ServiceLifecycle
import Settings
import Staffing
import Tasks

/// The three kinds of worker, in the coordinator's own process.
struct EmbeddedWorkers: Sendable {
    let services: [any Service]

    init(
        settings: AvtaltSettings, queue: EmbeddedQueue, recorder: FlightRecorder,
        surroundings: Surroundings
    ) throws {
        let limits = settings.worker
        let postman = Postman(
            delivery: MailRoute(settings.mail).delivery,
            sender: try MailAddress(settings.mail.from, name: "Avtalt"))
        let handlers: [(name: String, handlers: [any TaskHandler])] = [
            (
                "reminder",
                [
                    DigestHandler(postman: postman, timeLimit: limits.timeLimit),
                    LetterHandler(postman: postman, timeLimit: limits.timeLimit),
                ]
            ),
            (
                "evaluation",
                [
                    EvaluationHandler(kind: .evaluationOpen, timeLimit: limits.timeLimit),
                    EvaluationHandler(kind: .evaluationAssess, timeLimit: limits.timeLimit),
                ]
            ),
            (
                "report",
                [
                    ReportPartHandler(timeLimit: limits.timeLimit),
                    ReportHandler(
                        timeLimit: limits.timeLimit,
                        printer: settings.pdf.program.map { PDFPrinter(program: $0) }),
                ]
            ),
        ]
        let process = "\(ProcessInfo.processInfo.hostName).\(getpid()).\(UUID().uuidString)"
        services = handlers.map { name, handlers in
            Worker(
                settings: Worker.Settings(
                    name: name, identity: "\(name)@\(process)", concurrency: limits.concurrency,
                    prefetch: limits.prefetch, grace: limits.grace),
                handlers: handlers, queue: queue, recorder: recorder, surroundings: surroundings)
        }
    }
}
