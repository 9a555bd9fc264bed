import Agreements
import Foundation
import Tasks

/// A task as the register has it.
package struct StoredTask: Hashable, Sendable {
    package let key: Int64
    /// Counts the changes of its state; the number of its latest event.
    package var revision: Int
    package var state: TaskState
    /// What a worker would get; the payload is empty where it was not asked for.
    package var envelope: Envelope

    package var id: TaskID { envelope.id }

    static let columns = """
        task.key, task.revision, task.id, task.kind, task.schema_version, task.unit, task.subject,
        task.due_at, task.expires_at, task.sequence_key, task.state, task.attempt, task.crashes,
        task.next_at, task.published_at, task.lease_worker, task.lease_started_at, task.last_error
        """

    /// Reads a row of `columns`, then the payload if there is one column more.
    init(at row: RawStatement) {
        func instant(_ column: Int) -> Instant? {
            row.integerIfAny(column).map { Instant(milliseconds: $0) }
        }
        let (phaseText, unitText) = (row.string(10), row.string(5))
        guard let phase = TaskState.Phase(rawValue: phaseText),
            let unit = OwningUnit(rawValue: unitText)
        else {
            preconditionFailure(
                "The CHECKs of table task let «\(phaseText)», «\(unitText)» through.")
        }
        key = row.integer(0)
        revision = Int(row.integer(1))
        var state = TaskState(
            dueAt: Instant(milliseconds: row.integer(13)), expiresAt: instant(8))
        state.phase = phase
        state.attempt = Int(row.integer(11))
        state.crashes = Int(row.integer(12))
        state.publishedAt = instant(14)
        if let worker = row.stringIfAny(15), let startedAt = instant(16) {
            state.lease = TaskState.Lease(worker: worker, startedAt: startedAt)
        }
        state.lastError = row.stringIfAny(17)
        self.state = state
        envelope = Envelope(
            id: TaskID(row.string(2)), kind: TaskKind(rawValue: row.string(3)),
            schemaVersion: Int(row.integer(4)), attempt: state.attempt,
            crashes: state.crashes > 0 ? state.crashes : nil, unit: unit, subject: row.string(6),
            dueAt: Instant(milliseconds: row.integer(7)),
            expiresAt: state.expiresAt, sequenceKey: row.stringIfAny(9),
            payload: row.columnCount > 18 ? row.data(18) : Data())
    }

    /// Reads every row of `columns` that the statement answers.
    static func all(of rows: RawStatement) throws -> [StoredTask] {
        defer { rows.reset() }
        var tasks: [StoredTask] = []
        while try rows.step() { tasks.append(StoredTask(at: rows)) }
        return tasks
    }
}
