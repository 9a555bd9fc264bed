import Agreements
import Register
import Tasks

/// A task as the command line shows it.
struct TaskLine: Encodable {
    let id: String
    let kind: String
    let unit: String
    let subject: String
    let state: String
    let attempt: Int
    let dueAt: String
    let lastError: String?

    enum CodingKeys: String, CodingKey {
        case id, kind, unit, subject, state, attempt
        case dueAt = "due_at"
        case lastError = "last_error"
    }

    init(_ task: StoredTask) {
        id = task.id.text
        kind = task.envelope.kind.rawValue
        unit = task.envelope.unit.rawValue
        subject = task.envelope.subject
        state = task.state.phase.rawValue
        attempt = task.state.attempt
        dueAt = task.envelope.dueAt.description
        lastError = task.state.lastError
    }

    var text: String {
        let error = lastError.map { "  \($0)" } ?? ""
        return "\(id)  \(state)  \(kind)  \(unit)  \(subject)  attempt \(attempt)\(error)\n"
    }
}

/// A task with every step of its life.
struct TaskHistory: Encodable {
    struct Step: Encodable {
        let at: String
        let name: String
        let attempt: Int
        let worker: String?
        let queueMilliseconds: Int64?
        let runMilliseconds: Int64?
        let reason: String?

        enum CodingKeys: String, CodingKey {
            case at, name, attempt, worker, reason
            case queueMilliseconds = "queue_ms"
            case runMilliseconds = "run_ms"
        }

        var text: String {
            var parts = ["  \(at)  \(name), attempt \(attempt)"]
            if let queueMilliseconds { parts.append("waited \(queueMilliseconds) ms") }
            if let runMilliseconds { parts.append("ran \(runMilliseconds) ms") }
            if let worker { parts.append(worker) }
            if let reason { parts.append(reason) }
            return parts.joined(separator: ", ") + "\n"
        }
    }

    let task: TaskLine
    let events: [Step]

    init(_ task: TaskLine, _ events: [TaskEvent]) {
        self.task = task
        self.events = events.map { event in
            Step(
                at: event.happenedAt.description, name: event.name.rawValue,
                attempt: event.attempt, worker: event.worker,
                queueMilliseconds: event.queueTime?.milliseconds,
                runMilliseconds: event.runTime?.milliseconds, reason: event.reason)
        }
    }
}
