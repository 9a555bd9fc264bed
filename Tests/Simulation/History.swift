import GRDB
import Register
import Tasks

/// What the register tells of one task: its changes as they were seen, and its history as the
/// coordinator wrote it.
struct History {
    /// The task's state after a change.
    struct Change: Hashable {
        let revision: Int
        let phase: String
        let attempt: Int
        let crashes: Int
        let leaseWorker: String?

        /// Whether the difference is a transition, of which there must be an event; a lease that is
        /// renewed is none, and an alive that takes a free lease neither.
        func isTransition(from earlier: Change) -> Bool {
            phase != earlier.phase || attempt != earlier.attempt || crashes != earlier.crashes
        }
    }

    let id: TaskID
    let changes: [Change]
    /// By revision; none when the task is pruned.
    let events: [Int: TaskEvent]
    let isPruned: Bool
    let results: Int

    var phase: TaskState.Phase? { changes.last.flatMap { TaskState.Phase(rawValue: $0.phase) } }

    /// In their order.
    var story: [TaskEvent] { events.sorted { $0.key < $1.key }.map(\.value) }

    static func all(in db: Database) throws -> [History] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT id, revision, state, attempt, crashes, lease_worker FROM seen_change
                ORDER BY task, revision
                """)
        let kept = Set(try String.fetchAll(db, sql: "SELECT id FROM task"))
        let results = Dictionary(
            grouping: try String.fetchAll(db, sql: "SELECT task FROM seen_result"), by: { $0 })
        let events = try revisions(in: db)
        return try Dictionary(grouping: rows) { $0[0] as String }
            .sorted { $0.key < $1.key }
            .map { id, rows in
                History(
                    id: TaskID(id),
                    changes: rows.map {
                        Change(
                            revision: $0[1], phase: $0[2], attempt: $0[3], crashes: $0[4],
                            leaseWorker: $0[5])
                    },
                    events: try self.events(of: TaskID(id), at: events[id] ?? [], in: db),
                    isPruned: !kept.contains(id), results: results[id]?.count ?? 0)
            }
    }

    private static func revisions(in db: Database) throws -> [String: [Int]] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT task.id, task_event.revision FROM task_event
                JOIN task ON task.key = task_event.task ORDER BY task.key, task_event.revision
                """)
        return Dictionary(grouping: rows) { $0[0] as String }.mapValues { $0.map { $0[1] as Int } }
    }

    private static func events(
        of id: TaskID, at revisions: [Int], in db: Database
    ) throws -> [Int: TaskEvent] {
        let events = try TaskStore(db).events(of: id)
        return Dictionary(uniqueKeysWithValues: zip(revisions, events))
    }
}
