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
    /// The message of this task, unless no broker could take it.
    ///
    /// When it expires is told as the time that is left: a worker's clock may be another.
    ///
    /// - Parameter lifetime: How long a message may wait for a worker in any case.
    func message(
        for workers: [String], at now: Instant, lifetime: Duration
    ) -> Result<Message, Unroutable> {
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
                    lifetime: min(lifetime, expiresAt?.duration(since: now) ?? lifetime),
                    body: try body()))
        } catch {
            return .failure(Unroutable(reason: "\(error)"))
        }
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
                tag: tag, id: task.id, attempt: task.attempt, content: .success(task),
                isRedelivered: message.isRedelivered)
        case .failure:
            return Delivery(
                tag: tag, id: id, attempt: message.attempt, content: content,
                isRedelivered: message.isRedelivered)
        }
    }

    private var envelope: Result<Envelope, Unreadable> {
        guard message.size <= Envelope.bodyLimit else {
            return .failure(.tooLarge(bytes: message.size, limit: Envelope.bodyLimit))
        }
        return Envelope.read(message.body)
    }

    /// What the coordinator gets of it: workers' reports, or that a task came back undone; none
    /// when a task has waited too long for a worker, which the register sees to by itself.
    func reports(at now: Instant) -> Result<[TaskReport], Unreadable> {
        guard message.type != ReportParcel.messageType else { return workersReports }
        guard let id = delivery.id else { return .failure(.undecodable(reason: "It has no id.")) }
        guard let event = homecoming(at: now) else { return .success([]) }
        return .success([
            TaskReport(
                id: id, attempt: delivery.attempt, worker: queue, startedAt: now, reportedAt: now,
                event: event)
        ])
    }

    /// What it means that a task came back; nil when nothing.
    private func homecoming(at now: Instant) -> TaskReport.Event? {
        guard let death = message.death else {
            return .kept(
                reason: "No queue at the broker takes it: see that its worker's queue is there.")
        }
        guard death.hasPrefix("expired") else {
            return .kept(reason: "The broker has given it up: \(death).")
        }
        guard case .success(let task) = envelope, let expiresAt = task.expiresAt,
            expiresAt <= now
        else { return nil }
        return .expired
    }

    private var workersReports: Result<[TaskReport], Unreadable> {
        guard message.size <= ReportParcel.bodyLimit else {
            return .failure(.tooLarge(bytes: message.size, limit: ReportParcel.bodyLimit))
        }
        do {
            let reports = try JSONDecoder().decode([TaskReport].self, from: message.body)
            guard !reports.isEmpty else {
                return .failure(.undecodable(reason: "It holds no report."))
            }
            return .success(reports)
        } catch {
            return .failure(.undecodable(reason: "\(error)"))
        }
    }
}
