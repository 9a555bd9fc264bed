import Documents
import Tasks

/// Sends one letter as one mail.
package struct LetterHandler: TaskHandler {
    package let kind = TaskKind.reminderLetter
    package let timeLimit: Duration
    private let postman: Postman

    package init(postman: Postman, timeLimit: Duration) {
        self.postman = postman
        self.timeLimit = timeLimit
    }

    package func handle(_ task: Envelope) async throws -> Outcome {
        try await postman.deliver(task) {
            let order = try task.payload(as: LetterOrder.self)
            let text = LetterText(order.letter)
            return Postman.Content(
                address: order.address, name: order.letter.recipient, subject: text.subject,
                text: text.render(), html: LetterPage(order.letter).render(),
                thread: order.thread)
        }
    }
}
