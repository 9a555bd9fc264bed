import Agreements
import GRDB
import Register
import Tasks

/// How far a run is, in one look at the register.
struct Standing {
    /// Tasks that have not come to an end.
    let open: Int
    /// When the next of them has to be looked at.
    let nextAt: Instant?
    /// A task that should have been looked at more than a second ago.
    let overdue: StoredTask?
    /// Tasks that failed and may keep others of their sequence waiting.
    let failed: [TaskID]

    init(in db: Database, at now: Instant) throws {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT count(*), min(CASE WHEN next_at > ? THEN next_at END) FROM task
                WHERE state IN ('planned', 'published', 'retrying')
                """,
            arguments: [now.milliseconds])
        open = row?[0] ?? 0
        nextAt = (row?[1] as Int64?).map { Instant(milliseconds: $0) }
        overdue = try TaskStore(db).overdue(at: now.adding(.seconds(-1)), limit: 1).first
        failed = try TaskStore(db).list([.dead, .quarantined])
            .filter { $0.envelope.sequenceKey != nil }
            .map(\.id)
    }
}
