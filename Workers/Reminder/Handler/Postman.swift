import Foundation
import Mail
import Tasks

/// Hands over the mail of a task, and says what came of it.
///
/// The mail's Message-ID derives from the task's id: one that goes out twice after a crash can be
/// seen to be one, and is one file in a mail folder.
package struct Postman: Sendable {
    private let delivery: any MailDelivery
    private let sender: MailAddress

    package init(delivery: any MailDelivery, sender: MailAddress) {
        self.delivery = delivery
        self.sender = sender
    }

    /// What a mail says, and to whom.
    struct Content {
        let address: String
        let name: String
        let subject: String
        let text: String
        let html: String
        /// Id of the agreement that the mail is about.
        let thread: String?
    }

    /// - Parameter content: Reads the task's order; a `DecodingError` is told as such.
    func deliver(_ task: Envelope, _ content: () throws -> Content) async throws -> Outcome {
        let message: MailMessage
        do {
            message = try mail(try content(), of: task)
        } catch let error as DecodingError {
            return .rejected(reason: "The mail's order cannot be read: \(error)")
        } catch {
            return .rejected(reason: "\(error)")
        }
        switch await delivery.deliver(message) {
        case .delivered:
            Failpoint.reach(.workEffectDone)
            let answer = DigestAnswer(messageID: message.messageID)
            return .done(result: try JSONEncoder().encode(answer))
        case .refused(let reason): return .rejected(reason: reason)
        case .tryAgain(let reason): return .retry(reason: reason)
        }
    }

    private func mail(_ content: Content, of task: Envelope) throws -> MailMessage {
        try MailMessage(
            from: sender,
            to: MailAddress(content.address, name: content.name),
            subject: content.subject,
            text: content.text,
            html: content.html,
            messageID: "\(task.id)@\(sender.domain)",
            thread: content.thread.map { "agreement.\(Self.identifier($0))@\(sender.domain)" },
            date: Date(timeIntervalSince1970: Double(task.dueAt.milliseconds) / 1000))
    }

    /// With a dash for whatever a Message-ID may not hold.
    private static func identifier(_ text: String) -> String {
        String(
            text.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    }
}

extension MailAddress {
    fileprivate var domain: Substring {
        address[address.index(after: address.lastIndex(of: "@") ?? address.startIndex)...]
    }
}
