import Agreements
import ArgumentParser
import Register
import Tasks

struct TasksCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tasks",
        abstract: "See and steer the coordinator's tasks.",
        subcommands: [
            ListTasks.self, ShowTask.self, RetryTask.self, CancelTask.self, PauseTasks.self,
            ResumeTasks.self,
        ],
        defaultSubcommand: ListTasks.self)
}

struct ListTasks: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List tasks, the latest first.")

    @OptionGroup var global: GlobalOptions
    @Option(
        help: ArgumentHelp("Only in this state, such as dead; may be repeated.", valueName: "state")
    )
    var state: [TaskState.Phase] = []
    @Option(help: ArgumentHelp("Only of this kind, such as reminder.digest.", valueName: "kind"))
    var kind: String?
    @Option(help: "At most so many.") var limit = 100
    @Option(help: "How the result is written: text or json.") var format = TextFormat.text

    func perform(_ invocation: Invocation) async throws {
        let phases = state.isEmpty ? Set(TaskState.Phase.allCases) : Set(state)
        let (tasks, pauses) = try invocation.openRegister(.readOnly).read { db in
            let store = TaskStore(db)
            return (
                try store.list(phases, kind: kind.map(TaskKind.init), limit: limit),
                try store.pauses()
            )
        }
        let lines = tasks.map(TaskLine.init)
        guard format == .text else { return StandardOutput.write(try lines.json()) }
        for pause in pauses {
            StandardError.write("Paused since \(pause.pausedAt): \(pause.scope) (\(pause.reason))")
        }
        StandardOutput.write(lines.map(\.text).joined())
    }
}

struct ShowTask: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one task with its history.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The task's id.") var id: String
    @Option(help: "How the result is written: text or json.") var format = TextFormat.text
    @Flag(help: "Only what its worker gets, as JSON; a worker's --task does it again.")
    var envelope = false

    func perform(_ invocation: Invocation) async throws {
        guard !envelope else { return try showEnvelope(invocation) }
        let (task, events) = try invocation.openRegister(.readOnly).read { db in
            let store = TaskStore(db)
            return (try store.task(TaskID(id)), try store.events(of: TaskID(id)))
        }
        guard let task else { throw CommandError(.noInput, "There is no task «\(id)».") }
        let shown = TaskHistory(TaskLine(task), events)
        guard format == .text else { return StandardOutput.write(try shown.json()) }
        StandardOutput.write(shown.task.text + shown.events.map(\.text).joined())
    }

    private func showEnvelope(_ invocation: Invocation) throws {
        let envelope = try invocation.openRegister(.readOnly).read { db in
            try TaskStore(db).envelope(of: TaskID(id))
        }
        guard let envelope else { throw CommandError(.noInput, "There is no task «\(id)».") }
        StandardOutput.write(try envelope.json())
    }
}

extension TaskState.Phase: ExpressibleByArgument {}
