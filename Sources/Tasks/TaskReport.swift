import Agreements
import Foundation

/// What a worker tells the coordinator of one attempt of a task.
package struct TaskReport: Hashable, Sendable, Codable {
    /// What there is to tell.
    package enum Event: Hashable, Sendable, Codable {
        /// The handler is about to begin: from here on a lease runs.
        case started
        /// The handler is still at it: the lease is renewed.
        case alive
        /// The attempt has come to an end.
        case finished(Outcome)
        /// The worker stopped before the end; the attempt is not used up.
        case handedBack(reason: String)
        /// A worker of another version must do it; the attempt is not used up.
        case kept(reason: String)
        /// It was not to be done any more when it came.
        case expired
        /// The worker's process ended while the handler was at it.
        case crashed(reason: String)
    }

    package var id: TaskID
    package var attempt: Int
    /// One process of a worker: `<worker>@<host>.<process id>.<start>`, new at each start.
    package var worker: String
    /// When the handler began; `reportedAt` if it did not.
    package var startedAt: Instant
    /// When this happened: the end of the work for `finished`.
    package var reportedAt: Instant
    package var event: Event

    package init(
        id: TaskID,
        attempt: Int,
        worker: String,
        startedAt: Instant,
        reportedAt: Instant,
        event: Event
    ) {
        self.id = id
        self.attempt = attempt
        self.worker = worker
        self.startedAt = startedAt
        self.reportedAt = reportedAt
        self.event = event
    }

    private enum CodingKeys: String, CodingKey {
        case id, attempt, worker, event
        case startedAt = "started_at"
        case reportedAt = "reported_at"
    }
}
