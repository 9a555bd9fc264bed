import Agreements
import Foundation
import GRDB
import Tasks

/// What of the register's tasks can be published now.
extension TaskStore {
    /// How much of what is due is taken at once.
    package struct DueLimits: Hashable, Sendable {
        package var tasks: Int
        /// The payloads' bytes; of each kind one task is taken at least.
        package var bytes: Int
        /// Of each kind: how many may be published and not yet started. What is beyond waits in
        /// the register, so that neither the queue nor its memory grows with the backlog.
        package var unstarted: Int

        package init(tasks: Int, bytes: Int = .max, unstarted: Int = .max) {
            self.tasks = tasks
            self.bytes = bytes
            self.unstarted = unstarted
        }
    }

    /// Tasks that are due and neither paused nor waiting for their sequence, with payloads; of
    /// each kind those that are due longest first. Kinds share the limits evenly.
    ///
    /// A task whose payload is gone has an empty one, which no handler can read: so it comes to an
    /// end that people see, where it would wait for ever.
    package func due(at now: Instant, _ limits: DueLimits) throws -> [StoredTask] {
        let kinds = try unpausedKinds()
        guard !kinds.isEmpty else { return [] }
        let unstarted = limits.unstarted < .max ? try unstartedByKind() : [:]
        var tasks: [StoredTask] = []
        var bytesLeft = limits.bytes
        for (index, kind) in kinds.enumerated() {
            let sharers = kinds.count - index
            let room = limits.unstarted - unstarted[kind, default: 0]
            let share = max(1, (limits.tasks - tasks.count) / sharers)
            let taken = try due(
                kind, at: now, limit: min(share, room), bytes: bytesLeft / sharers)
            bytesLeft = max(0, bytesLeft - taken.reduce(0) { $0 + $1.envelope.payload.count })
            tasks += taken
        }
        return tasks
    }

    private func due(
        _ kind: String, at now: Instant, limit: Int, bytes: Int
    ) throws -> [StoredTask] {
        guard limit > 0 else { return [] }
        let row = try RawStatement(cached: Self.dueQuery, in: db)
        defer { row.reset() }
        row.bind(kind, at: 1)
        row.bind(now.milliseconds, at: 2)
        row.bind(Int64(limit), at: 3)
        var tasks: [StoredTask] = []
        var total = 0
        while tasks.isEmpty || total < bytes, try row.step() {
            let task = StoredTask(at: row)
            total += task.envelope.payload.count
            tasks.append(task)
        }
        return tasks
    }

    static let dueQuery = """
        SELECT \(StoredTask.columns), task_payload.payload
        FROM task LEFT JOIN task_payload ON task_payload.task = task.key
        WHERE task.kind = ? AND task.state IN ('planned', 'retrying') AND task.next_at <= ?
            AND (task.sequence_key IS NULL OR NOT EXISTS (
                SELECT 1 FROM task AS earlier
                WHERE earlier.sequence_key = task.sequence_key
                    AND earlier.sequence_step < task.sequence_step
                    AND earlier.state NOT IN ('done', 'cancelled', 'expired')))
        ORDER BY task.next_at
        LIMIT ?
        """

    /// When a task falls due that is not due yet.
    package func nextDue(after now: Instant) throws -> Instant? {
        let statement = try db.cachedStatement(sql: Self.nextDueQuery)
        return try openKinds().compactMap { kind in
            try Int64.fetchOne(statement, arguments: [kind, now.milliseconds])
        }.min().map { Instant(milliseconds: $0) }
    }

    static let nextDueQuery = """
        SELECT min(next_at) FROM task
        WHERE kind = ? AND state IN ('planned', 'retrying') AND next_at > ?
        """

    /// When the last task is due that waits for a later moment before `end`; nil when none does.
    package func lastDue(after now: Instant, before end: Instant) throws -> Instant? {
        try Int64.fetchOne(
            db,
            sql: """
                SELECT max(next_at) FROM task
                WHERE state IN ('planned', 'retrying') AND next_at > ? AND next_at < ?
                """,
            arguments: [now.milliseconds, end.milliseconds]
        ).map { Instant(milliseconds: $0) }
    }

    /// Kinds of which a task waits to be published, in order; found by as many hops through their
    /// index, however many tasks there are.
    private func openKinds() throws -> [String] {
        let statement = try db.cachedStatement(sql: Self.nextKindQuery)
        var kinds: [String] = []
        while let kind = try String.fetchOne(statement, arguments: [kinds.last ?? ""]) {
            kinds.append(kind)
        }
        return kinds
    }

    static let nextKindQuery = """
        SELECT min(kind) FROM task WHERE state IN ('planned', 'retrying') AND kind > ?
        """

    private func unpausedKinds() throws -> [String] {
        let kinds = try openKinds()
        guard !kinds.isEmpty else { return [] }
        let paused = Set(try pauses().map(\.scope))
        guard !paused.isEmpty else { return kinds }
        return kinds.filter { kind in
            let worker = TaskKind(rawValue: kind).worker
            return paused.isDisjoint(with: ["*", worker, kind])
        }
    }

    /// Published tasks that no worker has started, by kind.
    package func unstartedByKind() throws -> [String: Int] {
        let statement = try db.cachedStatement(sql: Self.unstartedQuery)
        let counts = try Row.fetchAll(statement).map { row -> (String, Int) in (row[0], row[1]) }
        return Dictionary(uniqueKeysWithValues: counts)
    }

    static let unstartedQuery = """
        SELECT kind, count(*) FROM task
        WHERE state = 'published' AND lease_started_at IS NULL GROUP BY kind
        """
}
