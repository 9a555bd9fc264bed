import Agreements
import ArgumentParser
import Register
import Tasks

struct RetryTask: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry",
        abstract: "Give a task that failed or was cancelled another attempt, due now.",
        discussion: """
            A task whose time is over, such as yesterday's digest, is refused: what it says may \
            hold no more. The next working day's digest says what holds then.
            """)

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The task's id.") var id: String
    @Option(help: "Why, for the task's history.") var reason = "Retried by hand."

    func perform(_ invocation: Invocation) async throws {
        try invocation.steer(id) { try $0.retry(TaskID(id), at: $1, reason: reason) }
        StandardError.write("Task \(id) has another attempt and is due now.")
    }
}

struct CancelTask: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel", abstract: "Cancel a task that is not done.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The task's id.") var id: String
    @Option(help: "Why, for the task's history.") var reason = "Cancelled by hand."

    func perform(_ invocation: Invocation) async throws {
        try invocation.steer(id) { try $0.cancel(TaskID(id), at: $1, reason: reason) }
        StandardError.write("Task \(id) is cancelled.")
    }
}

/// Which tasks a pause holds.
struct PauseTarget: ParsableArguments {
    @Argument(
        help: "A worker (reminder), a kind (reminder.digest), or all of them if left out.")
    var scope: String?

    var pauseScope: TaskStore.PauseScope {
        guard let scope else { return .everything }
        return scope.contains(".") ? .kind(TaskKind(rawValue: scope)) : .worker(scope)
    }
}

struct PauseTasks: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "pause",
        abstract: "Keep tasks from being published until they are resumed.",
        discussion: "What is published goes on. A pause outlasts a restart.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var target: PauseTarget
    @Option(help: "Why, for whoever comes next.") var reason = "Paused by hand."

    func perform(_ invocation: Invocation) async throws {
        try invocation.openRegister(.existing).write { db in
            try TaskStore(db).pause(
                target.pauseScope, at: invocation.clock.now(), reason: reason)
        }
        StandardError.write("\(target.scope ?? "All tasks"): paused.")
    }
}

struct ResumeTasks: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "End a pause.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var target: PauseTarget

    func perform(_ invocation: Invocation) async throws {
        let wasPaused = try invocation.openRegister(.existing).write { db in
            try TaskStore(db).resume(target.pauseScope)
        }
        let name = target.scope ?? "All tasks"
        guard wasPaused else {
            throw CommandError(.badData, "\(name): there is no such pause to end.")
        }
        StandardError.write("\(name): resumed.")
    }
}

extension Invocation {
    /// Changes one task, and says why if it cannot be.
    fileprivate func steer(
        _ id: String, _ change: (TaskStore, Instant) throws -> TaskState.Action?
    ) throws {
        let action = try openRegister(.existing).write { db in
            try change(TaskStore(db), clock.now())
        }
        switch action {
        case nil: throw CommandError(.noInput, "There is no task «\(id)».")
        case .refused(.ended(let phase)):
            throw CommandError(.badData, "Task \(id) is \(phase.rawValue); nothing is changed.")
        case .refused(.tooLate(let instant)):
            throw CommandError(
                .badData,
                """
                Task \(id) was to be done before \(instant), and what it says may hold no more; \
                nothing is changed. What still holds is planned afresh on the next working day.
                """)
        case .refused:
            throw CommandError(
                .badData, "Task \(id) is still to be done by itself; nothing is changed.")
        case .changed, .renewed, .publish: break
        }
    }
}
