import Agreements
import Foundation
import Tasks

/// A task that is to be planned.
package struct NewTask: Hashable, Sendable {
    package var id: TaskID
    package var kind: TaskKind
    package var schemaVersion: Int
    package var unit: OwningUnit
    package var subject: String
    /// What there may be one task of, such as one digest per recipient and day; nil for any number.
    package var uniqueKey: String?
    package var dueAt: Instant
    package var expiresAt: Instant?
    /// Tasks of one key wait until those of lower steps are done, cancelled or expired.
    package var sequenceKey: String?
    /// From 0; tasks of the same step run beside each other.
    package var sequenceStep: Int
    package var payload: Data

    /// - Parameter id: Made by `TaskID.init(uniqueKey:)` where there is a unique key.
    package init(
        id: TaskID,
        kind: TaskKind,
        schemaVersion: Int = 1,
        unit: OwningUnit,
        subject: String,
        uniqueKey: String? = nil,
        dueAt: Instant,
        expiresAt: Instant? = nil,
        sequenceKey: String? = nil,
        sequenceStep: Int = 0,
        payload: Data
    ) {
        self.id = id
        self.kind = kind
        self.schemaVersion = schemaVersion
        self.unit = unit
        self.subject = subject
        self.uniqueKey = uniqueKey
        self.dueAt = dueAt
        self.expiresAt = expiresAt
        self.sequenceKey = sequenceKey
        self.sequenceStep = sequenceStep
        self.payload = payload
    }

    /// A task of which there is one for its unique key, from which its id derives.
    package init(
        once uniqueKey: String,
        kind: TaskKind,
        schemaVersion: Int = 1,
        unit: OwningUnit,
        subject: String,
        dueAt: Instant,
        expiresAt: Instant? = nil,
        sequenceKey: String? = nil,
        sequenceStep: Int = 0,
        payload: Data
    ) {
        self.init(
            id: TaskID(uniqueKey: uniqueKey), kind: kind, schemaVersion: schemaVersion,
            unit: unit, subject: subject, uniqueKey: uniqueKey, dueAt: dueAt,
            expiresAt: expiresAt, sequenceKey: sequenceKey, sequenceStep: sequenceStep,
            payload: payload)
    }
}
