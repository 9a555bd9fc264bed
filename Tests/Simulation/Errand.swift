import Agreements
import Tasks

/// A task as it was asked for, and how its handler will behave: what the checker judges by.
struct Errand: Sendable {
    /// What the handler does.
    enum Behaviour: Hashable, Sendable {
        case succeeds
        /// Fails so many times, then succeeds.
        case fails(times: Int)
        case alwaysFails
        case rejects
        /// Kills its process so many times, then succeeds.
        case crashes(times: Int)
        /// Exceeds its time limit so many times, then succeeds.
        case overruns(times: Int)
        /// Its message cannot be read.
        case garbled
        /// Only a worker of version 2 reads its payload.
        case newer
    }

    let id: TaskID
    let kind: TaskKind
    let behaviour: Behaviour
    /// How long the handler works.
    let work: Duration
    let dueAt: Instant
    let expiresAt: Instant?
    let uniqueKey: String?
    let sequence: Sequence?

    /// The place in an order.
    struct Sequence: Hashable, Sendable {
        let key: String
        let step: Int
    }

    var schemaVersion: Int { behaviour == .newer ? 2 : 1 }

    /// Whether every attempt of it fails, or none can be made.
    var isHopeless: Bool {
        switch behaviour {
        case .alwaysFails, .rejects, .garbled: true
        case .succeeds, .fails, .crashes, .overruns, .newer: false
        }
    }
}

extension TaskKind {
    static let probe = TaskKind(rawValue: "reminder.probe")
}
