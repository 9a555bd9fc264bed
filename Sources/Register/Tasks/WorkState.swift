import Agreements
import GRDB
import Tasks

/// How far the coordinator's work is, for whoever waits for it.
package struct WorkState: Hashable, Sendable, Codable {
    /// Tasks by kind that are done.
    package var done: [String: Int] = [:]
    /// Tasks that are due, or with a worker.
    package var waiting = 0
    /// Tasks that are due and stay where they are until somebody does something: paused, or behind
    /// one of their sequence that has failed or is paused.
    package var held = 0
    /// Tasks that failed and are due again later.
    package var retrying = 0
    /// Tasks that were given up: dead or quarantined.
    package var failed = 0

    package init(in db: Database, at now: Instant) throws {
        let rows = try Row.fetchAll(db, sql: Self.query, arguments: [now.milliseconds])
        for row in rows {
            let (state, isDue, count): (String, Bool, Int) = (row[1], row[2], row[4])
            let isHeld: Bool = row[3]
            switch TaskState.Phase(rawValue: state) {
            case .done: done[row[0], default: 0] += count
            case .published: waiting += count
            case .planned where isDue && isHeld, .retrying where isDue && isHeld: held += count
            case .planned where isDue, .retrying where isDue: waiting += count
            case .retrying, .planned: retrying += count
            case .dead, .quarantined: failed += count
            case .cancelled, .expired, nil: break
            }
        }
    }

    private static let query = """
        SELECT kind, state, next_at <= ? AS is_due,
            state IN ('planned', 'retrying') AND (\(isPaused("task")) OR EXISTS (
                SELECT 1 FROM task AS earlier
                WHERE earlier.sequence_key = task.sequence_key
                    AND earlier.sequence_step < task.sequence_step
                    AND (earlier.state IN ('dead', 'quarantined')
                        OR earlier.state IN ('planned', 'retrying') AND \(isPaused("earlier")))
            )) AS is_held,
            count(*)
        FROM task GROUP BY kind, state, is_due, is_held
        """

    private static func isPaused(_ task: String) -> String {
        """
        EXISTS (SELECT 1 FROM pause
            WHERE scope IN ('*', \(task).kind) OR \(task).kind GLOB scope || '.*')
        """
    }

    /// How many tasks of a kind were done since an earlier state.
    package func done(_ kind: TaskKind, since earlier: WorkState) -> Int {
        (done[kind.rawValue] ?? 0) - (earlier.done[kind.rawValue] ?? 0)
    }
}
