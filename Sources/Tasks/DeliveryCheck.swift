import Agreements

/// Decides what a worker does about a delivery: begin it, or answer it at once.
package struct DeliveryCheck: Sendable {
    /// What the caller has to do.
    package enum Verdict: Hashable, Sendable {
        /// Have the handler of its kind do it.
        case begin(Envelope)
        /// Tell this; the delivery is thereby done with.
        case answer(TaskReport.Event)
    }

    private let versions: [TaskKind: ClosedRange<Int>]

    /// - Parameter versions: The kinds that the worker does, and the versions of their payloads
    ///   that it reads.
    package init(versions: [TaskKind: ClosedRange<Int>]) {
        self.versions = versions
    }

    package func verdict(on delivery: Delivery, at now: Instant) -> Verdict {
        switch delivery.content {
        case .failure(let problem): .answer(.finished(.rejected(reason: "\(problem)")))
        case .success(let task): verdict(on: task, at: now)
        }
    }

    private func verdict(on task: Envelope, at now: Instant) -> Verdict {
        guard let known = versions[task.kind] else {
            return .answer(.kept(reason: "\(Unreadable.unknownKind(task.kind))"))
        }
        guard known.contains(task.schemaVersion) else {
            let problem = Unreadable.wrongSchemaVersion(
                task.kind, version: task.schemaVersion, known: known)
            return .answer(.kept(reason: "\(problem)"))
        }
        if let expiresAt = task.expiresAt, expiresAt <= now { return .answer(.expired) }
        return .begin(task)
    }
}
