import Agreements
import Register
import Tasks

/// One task with its history, as its template shows it.
struct TaskView: Sendable {
    struct Step: Sendable {
        let at: String
        let what: String
        let attempt: String
        let worker: String?
        let waited: String?
        let ran: String?
        let reason: String?
    }

    let task: TaskRow
    let id: String
    let means: String?
    let crashes: String?
    let expires: String?
    let atWork: String?
    let steps: [Step]
    let retryForm: FormView?
    let cancelForm: FormView?
    let problem: String?

    init(
        _ task: StoredTask, events: [TaskEvent], retryForm: FormView?, cancelForm: FormView?,
        problem: String?, words: Words
    ) {
        self.task = TaskRow(task, words)
        id = task.id.text
        means = words.known("means_\(task.state.phase.rawValue)")
        crashes = task.state.crashes > 0 ? words.texts.number(task.state.crashes) : nil
        expires = task.state.expiresAt.map(words.exactly)
        atWork = task.state.lease.map { words["at_work", $0.worker, words.exactly($0.startedAt)] }
        steps = events.map { event in
            Step(
                at: words.exactly(event.happenedAt), what: words["event_\(event.name.rawValue)"],
                attempt: words.texts.number(event.attempt), worker: event.worker,
                waited: event.queueTime.map { Self.milliseconds($0, words) },
                ran: event.runTime.map { Self.milliseconds($0, words) }, reason: event.reason)
        }
        self.retryForm = retryForm
        self.cancelForm = cancelForm
        self.problem = problem
    }

    private static func milliseconds(_ duration: Duration, _ words: Words) -> String {
        words["milliseconds", words.texts.number(Int(duration.milliseconds))]
    }
}
