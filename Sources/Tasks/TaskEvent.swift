import Agreements

/// One step in the life of a task, as its history shows it.
package struct TaskEvent: Hashable, Sendable {
    /// What happened; the words are stored.
    package enum Name: String, Hashable, Sendable, CaseIterable {
        case planned
        case published
        case started
        case done
        case retrying
        case dead
        case crashed
        case quarantined
        case cancelled
        case expired
        case handedBack = "handed_back"
        case kept
        case rescued
        case retriedByHand = "retried_by_hand"
    }

    package var name: Name
    package var happenedAt: Instant
    package var attempt: Int
    /// The process of a worker that reported it.
    package var worker: String?
    /// From the publication to the handler's start.
    package var queueTime: Duration?
    /// From the handler's start to its end.
    package var runTime: Duration?
    package var reason: String?

    package init(
        _ name: Name,
        at happenedAt: Instant,
        attempt: Int,
        worker: String? = nil,
        queueTime: Duration? = nil,
        runTime: Duration? = nil,
        reason: String? = nil
    ) {
        self.name = name
        self.happenedAt = happenedAt
        self.attempt = attempt
        self.worker = worker
        self.queueTime = queueTime
        self.runTime = runTime
        self.reason = reason
    }
}
