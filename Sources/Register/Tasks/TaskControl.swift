import Agreements
import Foundation
import GRDB
import Tasks

/// What people may do to tasks, and how they see them.
extension TaskStore {
    /// Which tasks are paused: all of them, a worker's (`reminder`), or a kind's.
    package enum PauseScope: Hashable, Sendable {
        case everything
        case worker(String)
        case kind(TaskKind)

        /// As the register keeps it: `*` for all of them.
        package var text: String {
            switch self {
            case .everything: "*"
            case .worker(let worker): worker
            case .kind(let kind): kind.rawValue
            }
        }
    }

    /// A pause that is on.
    package struct Pause: Hashable, Sendable {
        /// `*`, a worker or a kind.
        package let scope: String
        package let pausedAt: Instant
        package let reason: String
    }

    /// Keeps tasks from being published until they are resumed; what is published goes on.
    package func pause(_ scope: PauseScope, at now: Instant, reason: String) throws {
        try db.execute(
            sql: """
                INSERT INTO pause (scope, paused_at, reason) VALUES (?, ?, ?)
                ON CONFLICT DO NOTHING
                """,
            arguments: [scope.text, now.milliseconds, reason])
    }

    /// Ends a pause; answers whether there was one.
    @discardableResult
    package func resume(_ scope: PauseScope) throws -> Bool {
        try db.execute(sql: "DELETE FROM pause WHERE scope = ?", arguments: [scope.text])
        return db.changesCount > 0
    }

    package func pauses() throws -> [Pause] {
        try Row.fetchAll(db, sql: "SELECT scope, paused_at, reason FROM pause ORDER BY scope")
            .map {
                Pause(scope: $0[0], pausedAt: Instant(milliseconds: $0[1]), reason: $0[2])
            }
    }

    /// Ends a task that is not done; nil when there is no such task.
    @discardableResult
    package func cancel(_ id: TaskID, at now: Instant, reason: String) throws -> TaskState.Action? {
        try change(id) { $0.cancel(at: now, reason: reason) }
    }

    /// Ends a task that still waits although its time is over, and nothing otherwise: it may be
    /// paused, or due again later than it may be done.
    @discardableResult
    package func expire(_ id: TaskID, at now: Instant) throws -> TaskState.Action? {
        try change(id) { $0.dispatch(at: now) }
    }

    /// Gives a task that has failed, or was cancelled, another attempt; nil when there is
    /// none such.
    @discardableResult
    package func retry(_ id: TaskID, at now: Instant, reason: String) throws -> TaskState.Action? {
        try change(id) { $0.retryByHand(at: now, reason: reason) }
    }

    private func change(
        _ id: TaskID, _ body: (inout TaskState) -> TaskState.Action
    ) throws -> TaskState.Action? {
        guard var task = try task(id) else { return nil }
        let action = body(&task.state)
        if case .changed(let event) = action { try save(task, event) }
        return action
    }

    /// Gives a task that is not published another payload, as if it had been planned with it.
    package func replacePayload(of id: TaskID, with payload: Data) throws {
        try db.execute(
            sql: """
                UPDATE task_payload SET payload = ? WHERE task = (
                    SELECT key FROM task WHERE id = ? AND state IN ('planned', 'retrying'))
                """,
            arguments: [payload, id.text])
    }

    /// Lets a task that waits for a later instant fall due now.
    func hasten(_ id: TaskID, at now: Instant) throws {
        try db.execute(
            sql: """
                UPDATE task SET due_at = :now, next_at = :now, revision = revision + 1
                WHERE id = :id AND state = 'planned' AND next_at > :now
                """,
            arguments: ["now": now.milliseconds, "id": id.text])
    }

    /// Keeps another payload of a task, whatever its state: less than it was, once it is done.
    func keepPayload(of id: TaskID, as payload: Data) throws {
        try db.execute(
            sql: """
                UPDATE task_payload SET payload = ?
                WHERE task = (SELECT key FROM task WHERE id = ?)
                """,
            arguments: [payload, id.text])
    }

    /// Tasks in these phases, without payloads, the latest first.
    ///
    /// - Parameters:
    ///   - kind: Only of this kind.
    ///   - before: Only those with a lower key, for the next page.
    package func list(
        _ phases: Set<TaskState.Phase> = Set(TaskState.Phase.allCases), kind: TaskKind? = nil,
        before key: Int64 = .max, limit: Int = 100
    ) throws -> [StoredTask] {
        let rows = try RawStatement(
            cached: """
                SELECT \(StoredTask.columns) FROM task WHERE \(Self.condition(phases))
                    AND (?1 IS NULL OR kind = ?1) AND key < ?2
                ORDER BY key DESC LIMIT ?3
                """, in: db)
        rows.bind(kind?.rawValue, at: 1)
        rows.bind(key, at: 2)
        rows.bind(Int64(limit), at: 3)
        return try StoredTask.all(of: rows)
    }

    /// Tasks that are over may be millions: those that are not are found by the indexes of the
    /// few, which are read whole.
    static func condition(_ phases: Set<TaskState.Phase>) -> String {
        let words = phases.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")
        let isOne = "state IN (\(words))"
        guard phases.isDisjoint(with: [.done, .cancelled, .expired]) else { return isOne }
        return """
            key IN (SELECT key FROM task WHERE state IN ('planned', 'retrying') AND \(isOne)
            UNION ALL SELECT key FROM task WHERE state = 'published' AND \(isOne)
            UNION ALL SELECT key FROM task WHERE state IN ('dead', 'quarantined') AND \(isOne))
            """
    }

    /// How many tasks are in each phase.
    package func counts() throws -> [TaskState.Phase: Int] {
        let rows = try Row.fetchAll(db, sql: "SELECT state, count(*) FROM task GROUP BY state")
        return Dictionary(
            uniqueKeysWithValues: rows.compactMap { row in
                TaskState.Phase(rawValue: row[0]).map { ($0, row[1]) }
            })
    }

    /// The history of a task, in order; empty when there is no such task.
    package func events(of id: TaskID) throws -> [TaskEvent] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT name, happened_at, task_event.attempt, worker, queue_ms, run_ms, reason
                FROM task_event JOIN task ON task.key = task_event.task
                WHERE task.id = ? ORDER BY task_event.revision
                """,
            arguments: [id.text]
        ).compactMap { row in
            TaskEvent.Name(rawValue: row[0]).map { name in
                TaskEvent(
                    name, at: Instant(milliseconds: row[1]), attempt: row[2], worker: row[3],
                    queueTime: (row[4] as Int64?).map { .milliseconds($0) },
                    runTime: (row[5] as Int64?).map { .milliseconds($0) }, reason: row[6])
            }
        }
    }
}
