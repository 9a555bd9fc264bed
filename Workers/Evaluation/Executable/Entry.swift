import ArgumentParser
import EvaluationWorker
import Settings
import Staffing
import Tasks

@main
struct Entry: WorkerCommand {
    static let kind = WorkerSettings.Kind.evaluation
    static let configuration = CommandConfiguration.worker(
        kind, abstract: "Works out the evidence of evaluations and what their scores come to.")

    @OptionGroup var options: WorkerOptions

    func handlers(_ settings: WorkerSettings) -> [any TaskHandler] {
        [TaskKind.evaluationOpen, .evaluationAssess].map {
            EvaluationHandler(kind: $0, timeLimit: settings.limits.timeLimit)
        }
    }
}
