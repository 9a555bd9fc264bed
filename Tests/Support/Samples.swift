import Agreements
import Foundation
import Register
import Tasks

extension NewTask {
    /// A digest that is due when tests begin, 2013-03-01T06:00:00Z.
    package static func sample(
        _ name: String = "nord.saksbehandler1",
        kind: TaskKind = .reminderDigest,
        schemaVersion: Int = 1,
        uniqueKey: String? = nil,
        dueAt: Instant = ManualClock().now(),
        expiresAt: Instant? = nil,
        sequence: (key: String, step: Int)? = nil,
        payload: Data = Data("{}".utf8)
    ) -> NewTask {
        NewTask(
            id: TaskID(name), kind: kind, schemaVersion: schemaVersion, unit: .nord, subject: name,
            uniqueKey: uniqueKey, dueAt: dueAt, expiresAt: expiresAt, sequenceKey: sequence?.key,
            sequenceStep: sequence?.step ?? 0, payload: payload)
    }

    /// Digests named `prefix1` and so on.
    package static func samples(_ count: Int, prefix: String = "task") -> [NewTask] {
        (1...count).map { sample("\(prefix)\($0)") }
    }
}

extension TaskReport {
    /// What `worker` tells of a delivery.
    package static func sample(
        _ event: Event, of delivery: Delivery, worker: String = "worker-1",
        from startedAt: Instant = ManualClock().now(), at: Instant = ManualClock().now()
    ) -> TaskReport {
        TaskReport(
            id: delivery.id ?? TaskID(""), attempt: delivery.attempt, worker: worker,
            startedAt: startedAt, reportedAt: at, event: event)
    }
}

extension Reply {
    /// The end of an attempt, acknowledging its delivery.
    package static func finish(
        _ delivery: Delivery, _ outcome: Outcome = .done(), worker: String = "worker-1"
    ) -> Reply {
        Reply(
            .sample(.finished(outcome), of: delivery, worker: worker),
            acknowledging: delivery.tag)
    }
}
