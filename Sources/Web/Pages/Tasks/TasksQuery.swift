import Agreements
import GRDB
import Register
import Tasks

/// What the page for operators reads, all of one moment.
struct TasksQuery: Sendable {
    let tab: TasksTab
    /// Only of this kind.
    let kind: TaskKind?
    /// Only below this key.
    let before: Int64

    static let pageLength = 50

    /// Whoever coordinates, or did last.
    struct Coordinator: Sendable {
        let holder: String
        let begunAt: Instant
    }

    struct Answer: Sendable {
        let figures: TaskFigures
        let coordinator: Coordinator?
        let pauses: [TaskStore.Pause]
        let tasks: [StoredTask]
        /// The key below which the next page begins.
        let next: Int64?
    }

    func answer(in db: Database, at now: Instant) throws -> Answer {
        let store = TaskStore(db)
        let tasks = try store.list(
            tab.phases, kind: kind, before: before, limit: Self.pageLength + 1)
        let shown = Array(tasks.prefix(Self.pageLength))
        return Answer(
            figures: try TaskFigures(in: db, at: now), coordinator: try coordinator(in: db),
            pauses: try store.pauses(), tasks: shown,
            next: tasks.count > shown.count ? shown.last?.key : nil)
    }

    private func coordinator(in db: Database) throws -> Coordinator? {
        try Row.fetchOne(
            db, sql: "SELECT holder, began_at FROM coordinator_term ORDER BY term DESC LIMIT 1"
        ).map { Coordinator(holder: $0[0], begunAt: Instant(milliseconds: $0[1])) }
    }
}
