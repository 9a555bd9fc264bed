import Agreements
import Register
import Rules
import Tasks

/// What the coordinator plans, queues and has done: seen by everybody, steered by administrators.
enum TasksPage: Section {
    static let templates = [
        Template("tasks", PackageResources.tasks_mustache),
        Template("task", PackageResources.task_mustache),
    ]

    static let vocabulary = Vocabulary(TasksWords.texts)

    private static let read = Access.right(.read, .task, .everybody)
    private static let steer = Access.right(.steer, .task, .everybody)

    static let routes: [Route] = [
        .get("/tasks", read, list), .post("/tasks/pause", steer, pause),
        .post("/tasks/resume", steer, resume), .get("/tasks/:task", read, show),
        .post("/tasks/:task/retry", steer, retry), .post("/tasks/:task/cancel", steer, cancel),
    ]

    // MARK: The list

    private static func list(_ visit: Visit) throws -> Reply {
        try list(visit, pauseFields: pauseFields(visit.words))
    }

    private static func list(_ visit: Visit, pauseFields: [FormField], isIncomplete: Bool = false)
        throws -> Reply
    {
        let query = TasksQuery(
            tab: TasksTab(rawValue: visit.query["show"]) ?? .attention,
            kind: TaskKind.known.first { $0.rawValue == visit.query["kind"] },
            before: Int64(visit.query["before"]) ?? .max)
        let answer = try visit.read { try query.answer(in: $0, at: visit.now) }
        let form =
            visit.may(.steer, .task, of: .everybody)
            ? visit.formView(
                action: "/tasks/pause", fields: pauseFields, submit: visit.words["pause"]) : nil
        let view = TasksView(answer, query: query, pauseForm: form, visit: visit)
        let frame = Visit.Frame(title: visit.words["title"], menu: "nav_tasks", help: "tasks")
        return isIncomplete
            ? visit.incomplete("tasks", frame, view) : visit.page("tasks", frame, view)
    }

    // MARK: Pauses

    private static func pauseFields(_ words: Words) -> [FormField] {
        var scope = FormField(
            "scope", words["pause_what"],
            .select(
                ["all"].map { .init(value: $0, label: words.kind($0)) }
                    + TaskStore.PauseScope.names.map {
                        .init(value: $0, label: words.kind($0))
                    }))
        scope.isRequired = true
        return [scope, reasonField(words)]
    }

    private static func reasonField(_ words: Words) -> FormField {
        var reason = FormField("reason", words["why"])
        reason.hint = words["why_hint"]
        reason.isRequired = true
        return reason
    }

    private static func pause(_ visit: Visit) throws -> Reply {
        let words = visit.words
        var reader = visit.formReader
        let scope = TaskStore.PauseScope(name: visit.form["scope"])
        if scope == nil { reader.reject("scope", words["error_choose", words["pause_what"]]) }
        let reason = reader.text("reason", words["why"], isRequired: true)
        guard let scope, let reason else {
            return try list(
                visit, pauseFields: reader.filled(pauseFields(words)), isIncomplete: true)
        }
        try visit.write { db in
            try TaskStore(db).pause(scope, at: visit.now, reason: reason)
            try AuditTrail(db, author: visit.author, at: visit.now).recordEvent(
                entity: "task", subject: visit.form["scope"], details: ["pause": reason])
        }
        return .redirect(to: "/tasks?said=paused")
    }

    private static func resume(_ visit: Visit) throws -> Reply {
        guard let scope = TaskStore.PauseScope(name: visit.form["scope"]) else {
            throw PageError.notFound
        }
        let wasPaused = try visit.write { db in
            guard try TaskStore(db).resume(scope) else { return false }
            try AuditTrail(db, author: visit.author, at: visit.now).recordEvent(
                entity: "task", subject: visit.form["scope"], details: ["resume": "true"])
            return true
        }
        return .redirect(to: "/tasks?said=\(wasPaused ? "resumed" : "was_not_paused")")
    }

    // MARK: One task

    private static func show(_ visit: Visit) throws -> Reply {
        try show(visit, problem: nil, refused: nil)
    }

    /// - Parameter refused: Which form was sent, if what it said was not taken.
    private static func show(_ visit: Visit, problem: String?, refused: TaskDeed?) throws -> Reply {
        let (words, id) = (visit.words, TaskID(try visit.parameter("task")))
        let found = try visit.read { db in
            (try TaskStore(db).task(id), try TaskStore(db).events(of: id))
        }
        guard let task = found.0 else { throw PageError.notFound }
        func form(_ deed: TaskDeed) -> FormView? {
            guard visit.may(.steer, .task, of: .everybody),
                deed.applies(to: task.state, at: visit.now)
            else { return nil }
            var field = reasonField(words)
            if deed == refused {
                field.value = visit.form["reason"]
                if field.value.isEmpty { field.error = words["error_required", words["why"]] }
            }
            return visit.formView(
                action: "/tasks/\(LocalPath.encode(id.text))/\(deed.rawValue)", fields: [field],
                submit: words[deed.label])
        }
        let view = TaskView(
            task, events: found.1, retryForm: form(.retry), cancelForm: form(.cancel),
            problem: problem, words: words)
        let title = words["task_title", words.kind(task.envelope.kind.rawValue)]
        let frame = Visit.Frame(
            title: title, menu: "nav_tasks", trail: [(words["title"], "/tasks")], help: "tasks")
        return refused == nil
            ? visit.page("task", frame, view) : visit.incomplete("task", frame, view)
    }

    private static func retry(_ visit: Visit) throws -> Reply { try perform(.retry, visit) }

    private static func cancel(_ visit: Visit) throws -> Reply { try perform(.cancel, visit) }

    private static func perform(_ deed: TaskDeed, _ visit: Visit) throws -> Reply {
        var reader = visit.formReader
        guard let reason = reader.text("reason", visit.words["why"], isRequired: true) else {
            return try show(visit, problem: nil, refused: deed)
        }
        let id = TaskID(try visit.parameter("task"))
        let by = "\(try visit.reader.id): \(reason)"
        let action = try visit.write { db in
            switch deed {
            case .retry: try TaskStore(db).retry(id, at: visit.now, reason: by)
            case .cancel: try TaskStore(db).cancel(id, at: visit.now, reason: by)
            }
        }
        switch action {
        case nil: throw PageError.notFound
        case .refused(let refusal):
            return try show(visit, problem: sentence(refusal, visit.words), refused: deed)
        case .changed, .renewed, .publish:
            return .redirect(
                to: "/tasks/\(LocalPath.encode(id.text))?said=\(deed.said)")
        }
    }

    private static func sentence(_ refusal: TaskState.Refusal, _ words: Words) -> String {
        switch refusal {
        case .ended(let phase):
            words["refused_ended", words["state_\(phase.rawValue)"].lowercased()]
        case .tooLate(let instant): words["refused_too_late", words.exactly(instant)]
        default: words["refused_not_now"]
        }
    }
}

/// What an operator does to one task.
enum TaskDeed: String, Sendable {
    case retry
    case cancel

    /// Key of the button's text.
    var label: String {
        switch self {
        case .retry: "retry"
        case .cancel: "cancel_task"
        }
    }

    var said: String {
        switch self {
        case .retry: "retried"
        case .cancel: "cancelled"
        }
    }

    /// Whether it would be taken now.
    func applies(to state: TaskState, at now: Instant) -> Bool {
        var state = state
        let action =
            switch self {
            case .retry: state.retryByHand(at: now, reason: "")
            case .cancel: state.cancel(at: now, reason: "")
            }
        if case .changed = action { return true }
        return false
    }
}
