import Agreements
import Foundation
import GRDB
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
    init(row: Row) throws {
        func instant(_ index: Int) -> Instant? {
            (row[index] as Int64?).map { Instant(milliseconds: $0) }
        }
        let phase: String = row[10]
        let unit: String = row[5]
        guard let phase = TaskState.Phase(rawValue: phase), let unit = OwningUnit(rawValue: unit)
        else { preconditionFailure("The CHECKs of table task let «\(phase)», «\(unit)» through.") }
        key = row[0]
        revision = row[1]
        let dueAt = Instant(milliseconds: row[7])
        var state = TaskState(dueAt: Instant(milliseconds: row[13]), expiresAt: instant(8))
        state.phase = phase
        state.attempt = row[11]
        state.crashes = row[12]
        state.publishedAt = instant(14)
        if let worker = row[15] as String?, let startedAt = instant(16) {
            state.lease = TaskState.Lease(worker: worker, startedAt: startedAt)
        }
        state.lastError = row[17]
        self.state = state
        envelope = Envelope(
            id: TaskID(row[2]), kind: TaskKind(rawValue: row[3]), schemaVersion: row[4],
            attempt: state.attempt, unit: unit, subject: row[6], dueAt: dueAt,
            expiresAt: state.expiresAt, sequenceKey: row[9],
            payload: row.count > 18 ? row[18] : Data())
    }
}
