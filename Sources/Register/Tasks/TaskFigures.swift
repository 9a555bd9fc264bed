import Agreements
import Foundation
import GRDB
import Tasks

/// How the register's tasks are at a moment, in numbers. Tasks that are over are not counted: there
/// may be millions.
package struct TaskFigures: Hashable, Sendable {
    /// What one worker's queue holds: published and not started.
    package struct Line: Hashable, Sendable {
        package var depth = 0
        package var oldestAt: Instant?

        package init() {}
    }

    /// Tasks in each state that somebody or something still has to do with.
    package var byPhase: [TaskState.Phase: Int] = [:]
    /// Due and not published, with those that are paused or wait for their sequence.
    package var due = 0
    package var oldestDueAt: Instant?
    package var running = 0
    /// By worker.
    package var lines: [String: Line] = [:]
    package var term: Int64 = 0

    /// Reads a million open tasks in about a tenth of a second.
    package init(in db: Database, at now: Instant) throws {
        let phases: [TaskState.Phase] = [.planned, .retrying, .published, .dead, .quarantined]
        for phase in phases { byPhase[phase] = 0 }
        for (condition, phases) in [
            ("state IN ('planned', 'retrying')", phases.prefix(2)),
            ("state = 'published'", phases[2..<3]),
            ("state IN ('dead', 'quarantined')", phases.suffix(2)),
        ] where !phases.isEmpty {
            for row in try Row.fetchAll(
                db, sql: "SELECT state, count(*) FROM task WHERE \(condition) GROUP BY state")
            {
                if let phase = TaskState.Phase(rawValue: row[0]) { byPhase[phase] = row[1] }
            }
        }
        let dueNow = try Row.fetchOne(
            db,
            sql: """
                SELECT count(*), min(next_at) FROM task
                WHERE state IN ('planned', 'retrying') AND next_at <= ?
                """, arguments: [now.milliseconds])
        due = dueNow?[0] ?? 0
        oldestDueAt = (dueNow?[1] as Int64?).map { Instant(milliseconds: $0) }
        running =
            try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM task
                    WHERE state = 'published' AND lease_started_at IS NOT NULL
                    """) ?? 0
        for row in try Row.fetchAll(
            db,
            sql: """
                SELECT kind, count(*), min(published_at) FROM task
                WHERE state = 'published' AND lease_started_at IS NULL GROUP BY kind
                """)
        {
            let oldest = Instant(milliseconds: row[2])
            var line = lines[TaskKind(rawValue: row[0]).worker, default: Line()]
            line.depth += row[1] as Int
            line.oldestAt = min(line.oldestAt ?? oldest, oldest)
            lines[TaskKind(rawValue: row[0]).worker] = line
        }
        term = try Int64.fetchOne(db, sql: "SELECT max(term) FROM coordinator_term") ?? 0
    }
}
