import GRDB

/// The statements that each task of a batch goes through, looked up once for the batch.
final class TaskStatements {
    private let db: Database
    private var finding: RawStatement?
    private var updating: RawStatement?
    private var insertingEvent: RawStatement?

    init(_ db: Database) {
        self.db = db
    }

    func find() throws -> RawStatement {
        if let finding { return finding }
        let statement = try RawStatement(
            cached: "SELECT \(StoredTask.columns) FROM task WHERE id = ?", in: db)
        finding = statement
        return statement
    }

    func update() throws -> RawStatement {
        if let updating { return updating }
        let statement = try RawStatement(
            cached: """
                UPDATE task SET state = ?, attempt = ?, crashes = ?, next_at = ?, expires_at = ?,
                    published_at = ?, lease_worker = ?, lease_started_at = ?, last_error = ?,
                    revision = revision + 1
                WHERE key = ? AND revision = ?
                """, in: db)
        updating = statement
        return statement
    }

    func insertEvent() throws -> RawStatement {
        if let insertingEvent { return insertingEvent }
        let statement = try RawStatement(
            cached: """
                INSERT INTO task_event (task, revision, name, happened_at, attempt, worker,
                    queue_ms, run_ms, reason)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, in: db)
        insertingEvent = statement
        return statement
    }
}
