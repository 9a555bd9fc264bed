import Agreements
import Foundation
import Tasks

/// Why a task is not published at all.
struct Unroutable: Error, Hashable {
    let reason: String
}

extension Result where Success == Message {
    var message: Message? {
        if case .success(let message) = self { message } else { nil }
    }
}

extension Envelope {
    /// RabbitMQ's limit of a message's lifetime, 2³² − 1 ms; the register ends what waits longer.
    private static let longestLifetime = Duration.milliseconds(UInt32.max)

    /// The message of this task, unless no broker could take it.
    ///
    /// When it expires is told as the time that is left: a worker's clock may be another.
    func message(for workers: [String], at now: Instant) -> Result<Message, Unroutable> {
        guard workers.contains(kind.worker) else {
            return .failure(Unroutable(reason: "There is no worker «\(kind.worker)»."))
        }
        guard id.text.utf8.count <= Message.nameLimit,
            kind.rawValue.utf8.count <= Message.nameLimit
        else {
            return .failure(
                Unroutable(reason: "Its id and kind may have \(Message.nameLimit) bytes."))
        }
        do {
            return .success(
                Message(
                    exchange: Topology.tasks,
                    routingKey: Topology.routingKey(of: kind.worker, unit: unit), id: id.text,
                    type: kind.rawValue, attempt: attempt,
                    lifetime: expiresAt.map { $0.duration(since: now) }
                        .flatMap { $0 <= Self.longestLifetime ? $0 : nil }, body: try body()))
        } catch {
            return .failure(Unroutable(reason: "\(error)"))
        }
    }
}

extension TaskReport {
    /// The type of messages that are reports.
    static let messageType = "report"

    /// The message of this report. A result too large for a message ends its task as rejected.
    var message: Message {
        let body: Data
        do {
            body = try JSONEncoder().encode(self)
        } catch {
            return rejected("The report cannot be written: \(error)").message
        }
        guard body.count <= Envelope.bodyLimit else {
            return rejected("\(Unreadable.tooLarge(bytes: body.count, limit: Envelope.bodyLimit))")
                .message
        }
        return Message(
            exchange: Topology.results, routingKey: Topology.results, id: id.text,
            type: Self.messageType, attempt: attempt, body: body)
    }

    private func rejected(_ reason: String) -> TaskReport {
        var report = self
        report.event = .finished(.rejected(reason: reason))
        return report
    }
}

extension Receipt {
    /// What a worker gets of this delivery.
    var delivery: Delivery {
        let content = envelope
        let id = message.id.isEmpty ? nil : TaskID(message.id)
        switch content {
        case .success(var task):
            // The broker has seen to it.
            task.expiresAt = nil
            return Delivery(
                tag: tag, id: task.id, attempt: task.attempt, content: .success(task))
        case .failure:
            return Delivery(tag: tag, id: id, attempt: message.attempt, content: content)
        }
    }

    private var envelope: Result<Envelope, Unreadable> {
        guard message.size <= Envelope.bodyLimit else {
            return .failure(.tooLarge(bytes: message.size, limit: Envelope.bodyLimit))
        }
        return Envelope.read(message.body)
    }

    /// What the coordinator gets of it: a worker's report, or that a task came back undone.
    func report(at now: Instant) -> Result<TaskReport, Unreadable> {
        guard message.type != TaskReport.messageType else { return workersReport }
        let delivery = delivery
        guard let id = delivery.id else { return .failure(.undecodable(reason: "It has no id.")) }
        guard message.death?.hasPrefix("expired") != true else {
            return .success(
                TaskReport(
                    id: id, attempt: delivery.attempt, worker: queue, startedAt: now,
                    reportedAt: now, event: .expired))
        }
        let reason =
            message.death.map { "The broker has given it up: \($0)." }
            ?? "No queue at the broker takes it: see that its worker's queue is there."
        return .success(
            TaskReport(
                id: id, attempt: delivery.attempt, worker: queue, startedAt: now, reportedAt: now,
                event: .kept(reason: reason)))
    }

    private var workersReport: Result<TaskReport, Unreadable> {
        guard message.size <= Envelope.bodyLimit else {
            return .failure(.tooLarge(bytes: message.size, limit: Envelope.bodyLimit))
        }
        do {
            return .success(try JSONDecoder().decode(TaskReport.self, from: message.body))
        } catch {
            return .failure(.undecodable(reason: "\(error)"))
        }
    }
}
