import Documents
import Tasks

/// Sends one person's digest of a day as one mail.
package struct DigestHandler: TaskHandler {
    package let kind = TaskKind.reminderDigest
    package let timeLimit: Duration
    private let postman: Postman

    package init(postman: Postman, timeLimit: Duration) {
        self.postman = postman
        self.timeLimit = timeLimit
    }

    package func handle(_ task: Envelope) async throws -> Outcome {
        try await postman.deliver(task) {
            let order = try task.payload(as: DigestOrder.self)
            let text = DigestText(order.digest)
            return Postman.Content(
                address: order.address, name: order.digest.recipient, subject: text.subject,
                text: text.render(), html: DigestPage(order.digest).render(),
                thread: thread(order))
        }
    }

    /// The agreement that all of it is about; a digest of several belongs to no thread, for it
    /// would make one of theirs.
    private func thread(_ order: DigestOrder) -> String? {
        let agreements = Set(order.digest.items.map(\.agreement))
        return agreements.count == 1 ? agreements.first ?? nil : nil
    }
}
