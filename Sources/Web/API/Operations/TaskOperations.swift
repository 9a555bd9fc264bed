import Agreements
import GRDB
import Register
import Rules
import Tasks

/// The coordinator's tasks: seen by everybody, steered by administrators.
enum TaskOperations {
    private static let steer = APIAccess(action: .steer, kind: .task, scope: .everybody)

    static let all: [APIOperation] = [
        APIOperation("listTasks", .read(.task), list),
        APIOperation("readTask", .read(.task)) { call in
            let id = TaskID(try call.id())
            return try call.read { try history(of: id, in: $0) }
        },
        APIOperation("retryTask", steer) { call in
            let reason = try call.body.needed("reason")
            return try change(call) { try $0.retry($1, at: call.now, reason: reason) }
        },
        APIOperation("cancelTask", steer) { call in
            let reason = try call.body.needed("reason")
            return try change(call) { try $0.cancel($1, at: call.now, reason: reason) }
        },
        APIOperation("listPauses", .read(.task)) { call in
            .json(.list(try call.read { try TaskStore($0).pauses() }.map(json)))
        },
        APIOperation("pause", steer, pause), APIOperation("resume", steer, resume),
    ]

    // MARK: Tasks

    private static func list(_ call: APICall) throws -> Reply {
        let states: Set<TaskState.Phase> = call.words("state")
        let kind = call.query["kind"]?.text.map { TaskKind(rawValue: $0) }
        let before = try call.cursor(order: "task").flatMap { Int64($0.tie) } ?? .max
        let tasks = try call.read { db in
            try TaskStore(db).list(
                states.isEmpty ? Set(TaskState.Phase.allCases) : states, kind: kind,
                before: before, limit: call.limit + 1)
        }
        let shown = tasks.prefix(call.limit)
        let next = tasks.count > call.limit ? shown.last : nil
        return .page(
            shown.map(json),
            next: next.map { ListMark(order: "task", value: "", tie: String($0.key)) }, of: call,
            at: "/tasks")
    }

    private static func change(
        _ call: APICall, _ body: (TaskStore, TaskID) throws -> TaskState.Action?
    ) throws -> Reply {
        let id = TaskID(try call.id())
        return try call.write { db in
            switch try body(TaskStore(db), id) {
            case nil: throw APICall.nothing
            case .refused(.ended(let phase)):
                throw Problem(.conflict, "The task is \(phase.rawValue); nothing is changed.")
            case .refused(.tooLate(let instant)):
                throw Problem(
                    .conflict,
                    """
                    The task was to be done before \(instant), and what it says may hold no more; \
                    nothing is changed.
                    """)
            case .refused:
                throw Problem(
                    .conflict, "The task is still to be done by itself; nothing is changed.")
            case .changed, .renewed, .publish: return try history(of: id, in: db)
            }
        }
    }

    private static func history(of id: TaskID, in db: Database) throws -> Reply {
        let store = TaskStore(db)
        guard let task = try store.task(id) else { throw APICall.nothing }
        let events = try store.events(of: id).map { event in
            JSONValue.object([
                .init("at", .text(event.happenedAt.description)),
                .init("name", .text(event.name.rawValue)),
                .init("attempt", .integer(Int64(event.attempt))),
                .init("worker", .optional(event.worker)),
                .init("queue_ms", milliseconds(event.queueTime)),
                .init("run_ms", milliseconds(event.runTime)),
                .init("reason", .optional(event.reason)),
            ])
        }
        return .json(.object([.init("task", json(task)), .init("events", .list(events))]))
    }

    private static func milliseconds(_ duration: Duration?) -> JSONValue {
        duration.map { .integer($0.milliseconds) } ?? .null
    }

    private static func json(_ task: StoredTask) -> JSONValue {
        .object([
            .init("id", .text(task.id.text)), .init("kind", .text(task.envelope.kind.rawValue)),
            .init("unit", .text(task.envelope.unit.rawValue)),
            .init("subject", .text(task.envelope.subject)),
            .init("state", .text(task.state.phase.rawValue)),
            .init("attempt", .integer(Int64(task.state.attempt))),
            .init("due_at", .text(task.envelope.dueAt.description)),
            .init("last_error", .optional(task.state.lastError)),
        ])
    }

    // MARK: Pauses

    private static func json(_ pause: TaskStore.Pause) -> JSONValue {
        .object([
            .init("scope", .text(pause.scope == "*" ? "all" : pause.scope)),
            .init("paused_at", .text(pause.pausedAt.description)),
            .init("reason", .text(pause.reason)),
        ])
    }

    private static func pause(_ call: APICall) throws -> Reply {
        let scope = try scope(call)
        let reason = try call.body.needed("reason")
        return try call.write { db in
            let store = TaskStore(db)
            try store.pause(scope, at: call.now, reason: reason)
            try trail(call, db).recordEvent(
                entity: "task", subject: call.id("scope"), details: ["pause": reason])
            let pause = try store.pauses().first { $0.scope == scope.text }
            return .json(pause.map(json) ?? .null)
        }
    }

    private static func resume(_ call: APICall) throws -> Reply {
        let scope = try scope(call)
        return try call.write { db in
            guard try TaskStore(db).resume(scope) else {
                throw Problem(.notFound, "There is no such pause to end.")
            }
            try trail(call, db).recordEvent(
                entity: "task", subject: call.id("scope"), details: ["resume": "true"])
            return Reply(status: .noContent, body: .none)
        }
    }

    private static func trail(_ call: APICall, _ db: Database) -> AuditTrail {
        AuditTrail(db, author: call.author, at: call.now)
    }

    private static func scope(_ call: APICall) throws -> TaskStore.PauseScope {
        let name = try call.id("scope")
        guard let scope = TaskStore.PauseScope(name: name) else {
            throw Problem(
                .notFound,
                """
                There is no worker and no kind «\(name)»: give all, or one of \
                \(TaskStore.PauseScope.names.joined(separator: ", ")).
                """)
        }
        return scope
    }
}

extension TaskStore.PauseScope {
    /// The kinds that are planned today, and their workers.
    static let names =
        ["reminder", "evaluation", "report"] + TaskKind.known.map(\.rawValue)

    /// `all`, a worker or a kind; nil for a name that is none of those known.
    init?(name: String) {
        guard name != "all" else {
            self = .everything
            return
        }
        guard Self.names.contains(name) else { return nil }
        self = name.contains(".") ? .kind(TaskKind(rawValue: name)) : .worker(name)
    }
}

extension TaskKind {
    static let known: [TaskKind] = [
        .reminderDigest, .reminderLetter, .evaluationOpen, .evaluationAssess, .reportPart,
        .reportWhole,
    ]
}
