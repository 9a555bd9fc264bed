import Agreements
import Foundation

/// One attempt of one task with everything that its worker needs.
package struct Envelope: Hashable, Sendable {
    /// The largest body that is sent or read: 16 MiB, RabbitMQ's comfort and ten times a region's
    /// part of an annual report.
    package static let bodyLimit = 16 * 1024 * 1024

    package var id: TaskID
    package var kind: TaskKind
    /// The version of the payload's form, which each kind counts from 1.
    package var schemaVersion: Int
    /// Numbered from 1; a crash or a shutdown does not raise it.
    package var attempt: Int
    /// How often a worker's process has ended at it; nil for never. Its worker does it alone then,
    /// so that nothing else is blamed if that happens again.
    package var crashes: Int?
    /// The unit that the work is for.
    package var unit: OwningUnit
    /// What the work is about, such as an agreement's or a user's id.
    package var subject: String
    package var dueAt: Instant
    /// From then on the task is not to be done any more; nil for never.
    package var expiresAt: Instant?
    /// Order is promised within one key only (`NewTask.sequenceStep`).
    package var sequenceKey: String?
    /// JSON in the form that kind and version say.
    package var payload: Data

    package init(
        id: TaskID,
        kind: TaskKind,
        schemaVersion: Int = 1,
        attempt: Int = 1,
        crashes: Int? = nil,
        unit: OwningUnit,
        subject: String,
        dueAt: Instant,
        expiresAt: Instant? = nil,
        sequenceKey: String? = nil,
        payload: Data
    ) {
        self.id = id
        self.kind = kind
        self.schemaVersion = schemaVersion
        self.attempt = attempt
        self.crashes = crashes
        self.unit = unit
        self.subject = subject
        self.dueAt = dueAt
        self.expiresAt = expiresAt
        self.sequenceKey = sequenceKey
        self.payload = payload
    }

    /// The payload as a value of the handler's own type.
    package func payload<Payload: Decodable>(as type: Payload.Type) throws -> Payload {
        try JSONDecoder().decode(type, from: payload)
    }
}

extension Envelope: Codable {
    private enum CodingKeys: String, CodingKey {
        case id, kind, attempt, crashes, unit, subject, payload
        case schemaVersion = "schema_version"
        case dueAt = "due_at"
        case expiresAt = "expires_at"
        case sequenceKey = "sequence_key"
    }

    /// The JSON body of a message; the payload is in it as base64.
    package func body() throws -> Data {
        let body = try JSONEncoder().encode(self)
        guard body.count <= Envelope.bodyLimit else {
            throw Unreadable.tooLarge(bytes: body.count, limit: Envelope.bodyLimit)
        }
        return body
    }

    /// Reads a message's body; what cannot be read is a value, so that nothing is dropped.
    package static func read(_ body: Data) -> Result<Envelope, Unreadable> {
        guard body.count <= bodyLimit else {
            return .failure(.tooLarge(bytes: body.count, limit: bodyLimit))
        }
        do {
            return .success(try JSONDecoder().decode(Envelope.self, from: body))
        } catch {
            return .failure(.undecodable(reason: "\(error)"))
        }
    }
}
