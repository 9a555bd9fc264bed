import Agreements
import Foundation
import GRDB
import Tasks

/// The tasks of the register, within one transaction of the caller.
///
/// The coordinator's services name their term, and fail when a later one has begun. People and
/// tools that plan, cancel or pause name none.
package struct TaskStore {
    let db: Database
    private let statements: TaskStatements

    package init(_ db: Database) {
        self.db = db
        statements = TaskStatements(db)
    }

    package init(_ db: Database, under term: CoordinatorTerm) throws {
        try term.check(in: db)
        self.init(db)
    }

    // MARK: Planning

    /// Plans tasks, except those whose id or unique key there is already. Answers which it planned.
    @discardableResult
    package func plan(_ tasks: [NewTask], at now: Instant) throws -> [TaskID] {
        let insert = try db.cachedStatement(sql: Self.insertion)
        let insertPayload = try db.cachedStatement(
            sql: "INSERT INTO task_payload (task, payload) VALUES (?, ?)")
        var planned: [TaskID] = []
        for task in tasks {
            try insert.execute(arguments: Self.arguments(of: task))
            guard db.changesCount > 0 else { continue }
            let key = db.lastInsertedRowID
            try insertPayload.execute(arguments: [key, task.payload])
            try record(TaskEvent(.planned, at: now, attempt: 1), of: key, revision: 1)
            planned.append(task.id)
        }
        Failpoint.reach(.planBeforeCommit)
        return planned
    }

    private static let insertion = """
        INSERT INTO task (id, unique_key, kind, schema_version, unit, subject, due_at, expires_at,
            sequence_key, sequence_step, state, attempt, crashes, next_at, revision)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'planned', 1, 0, ?, 1)
        ON CONFLICT DO NOTHING
        """

    private static func arguments(of task: NewTask) -> StatementArguments {
        [
            task.id.text, task.uniqueKey, task.kind.rawValue, task.schemaVersion,
            task.unit.rawValue, task.subject, task.dueAt.milliseconds,
            task.expiresAt?.milliseconds, task.sequenceKey, task.sequenceStep,
            task.dueAt.milliseconds,
        ]
    }

    // MARK: What the coordinator looks at

    /// Published tasks whose lease or rescue period is over.
    package func overdue(at now: Instant, limit: Int) throws -> [StoredTask] {
        let row = try RawStatement(
            cached: """
                SELECT \(StoredTask.columns) FROM task
                WHERE state = 'published' AND next_at <= ? ORDER BY next_at LIMIT ?
                """, in: db)
        row.bind(now.milliseconds, at: 1)
        row.bind(Int64(limit), at: 2)
        return try StoredTask.all(of: row)
    }

    /// Published tasks, in order of their keys, after the key given.
    package func published(after key: Int64, limit: Int) throws -> [StoredTask] {
        let row = try RawStatement(
            cached: """
                SELECT \(StoredTask.columns) FROM task
                WHERE state = 'published' AND key > ? ORDER BY key LIMIT ?
                """, in: db)
        row.bind(key, at: 1)
        row.bind(Int64(limit), at: 2)
        return try StoredTask.all(of: row)
    }

    /// The task without its payload.
    package func task(_ id: TaskID) throws -> StoredTask? {
        let row = try statements.find()
        row.bind(id.text, at: 1)
        defer { row.reset() }
        return try row.step() ? StoredTask(at: row) : nil
    }

    /// What the task's worker gets; nil also when its payload is gone.
    package func envelope(of id: TaskID) throws -> Envelope? {
        let row = try RawStatement(
            cached: """
                SELECT \(StoredTask.columns), task_payload.payload
                FROM task JOIN task_payload ON task_payload.task = task.key WHERE task.id = ?
                """, in: db)
        row.bind(id.text, at: 1)
        return try StoredTask.all(of: row).first?.envelope
    }

    // MARK: Changing

    /// Stores the state and, if there is one, the event of a change, unless the task has changed
    /// since it was read; answers whether it was stored.
    @discardableResult
    package func save(_ task: StoredTask, _ event: TaskEvent?) throws -> Bool {
        let state = task.state
        let update = try statements.update()
        update.bind(state.phase.rawValue, at: 1)
        update.bind(Int64(state.attempt), at: 2)
        update.bind(Int64(state.crashes), at: 3)
        update.bind(state.nextAt.milliseconds, at: 4)
        update.bind(state.expiresAt?.milliseconds, at: 5)
        update.bind(state.publishedAt?.milliseconds, at: 6)
        update.bind(state.lease?.worker, at: 7)
        update.bind(state.lease?.startedAt.milliseconds, at: 8)
        update.bind(state.lastError, at: 9)
        update.bind(task.key, at: 10)
        update.bind(Int64(task.revision), at: 11)
        try update.run()
        guard db.changesCount > 0 else { return false }
        if let event { try record(event, of: task.key, revision: task.revision + 1) }
        return true
    }

    /// Lets a task that could not be published wait, without a change of its state.
    package func postpone(_ task: StoredTask, until instant: Instant, reason: String) throws {
        let statement = try db.cachedStatement(
            sql: "UPDATE task SET next_at = ?, last_error = ? WHERE key = ? AND revision = ?")
        try statement.execute(arguments: [instant.milliseconds, reason, task.key, task.revision])
    }

    /// Lets the time limits of published tasks begin anew: every lease, and the rescue period of
    /// what nobody has started where it is over, or further away than it can be; answers how many.
    @discardableResult
    package func renewLimits(_ limits: TaskState.Limits, at now: Instant) throws -> Int {
        let statement = try db.cachedStatement(
            sql: """
                UPDATE task
                SET next_at = CASE WHEN lease_worker IS NULL THEN :rescue ELSE :lease END
                WHERE state = 'published' AND (next_at > :last
                    OR next_at <= CASE WHEN lease_worker IS NULL THEN :now ELSE :lease END)
                """)
        let (lease, rescue) = (now.adding(limits.lease), now.adding(limits.rescue))
        try statement.execute(arguments: [
            "lease": lease.milliseconds, "rescue": rescue.milliseconds,
            "now": now.milliseconds, "last": max(lease, rescue).milliseconds,
        ])
        return db.changesCount
    }

    private func record(_ event: TaskEvent, of key: Int64, revision: Int) throws {
        let insert = try statements.insertEvent()
        insert.bind(key, at: 1)
        insert.bind(Int64(revision), at: 2)
        insert.bind(event.name.rawValue, at: 3)
        insert.bind(event.happenedAt.milliseconds, at: 4)
        insert.bind(Int64(event.attempt), at: 5)
        insert.bind(event.worker, at: 6)
        insert.bind(event.queueTime?.milliseconds, at: 7)
        insert.bind(event.runTime?.milliseconds, at: 8)
        insert.bind(event.reason, at: 9)
        try insert.run()
    }

    /// Does what a result does to the register; if that fails, undoes it and answers why.
    ///
    /// Trouble with the register itself is thrown.
    package func apply(_ effect: TaskEffect, _ result: Data, of task: StoredTask) throws -> String?
    {
        var problem: String?
        try db.inSavepoint {
            do {
                try effect.apply(result, of: task, in: db)
                return .commit
            } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
                // Without the statement, which says nothing to whoever reads the reason.
                problem = "The register refuses its result: \(error.message ?? "a constraint")."
                return .rollback
            } catch let error as DatabaseError {
                throw error
            } catch {
                problem = "\(error)"
                return .rollback
            }
        }
        return problem
    }

    /// Whether there is anything to prune.
    package func hasEnded(before instant: Instant) throws -> Bool {
        let statement = try db.cachedStatement(
            sql: """
                SELECT EXISTS (SELECT 1 FROM task
                    WHERE \(TaskTables.isOver) AND next_at < ?)
                """)
        return try Bool.fetchOne(statement, arguments: [instant.milliseconds]) ?? false
    }

    /// Deletes tasks that were done, cancelled or expired before, with their history; answers how
    /// many. Dead and quarantined ones stay until somebody has dealt with them.
    package func prune(endedBefore instant: Instant, limit: Int) throws -> Int {
        let statement = try db.cachedStatement(
            sql: """
                DELETE FROM task WHERE key IN (
                    SELECT key FROM task WHERE \(TaskTables.isOver)
                        AND next_at < ? ORDER BY next_at LIMIT ?)
                """)
        try statement.execute(arguments: [instant.milliseconds, limit])
        return db.changesCount
    }
}
