import Agreements
import Documents
import Foundation
import Mail
import Rules
import Tasks

/// Sends one person's digest of a day as one mail.
package struct DigestHandler: TaskHandler {
    package let kind = TaskKind.reminderDigest
    package let timeLimit: Duration

    private let delivery: any MailDelivery
    private let sender: MailAddress

    package init(delivery: any MailDelivery, sender: MailAddress, timeLimit: Duration) {
        self.delivery = delivery
        self.sender = sender
        self.timeLimit = timeLimit
    }

    /// The mail's Message-ID derives from the task's id: a digest that goes out twice after a
    /// crash can be seen to be one, and is one file in a mail folder.
    package func handle(_ task: Envelope) async throws -> Outcome {
        let order: DigestOrder
        let message: MailMessage
        do {
            order = try task.payload(as: DigestOrder.self)
            message = try mail(order, of: task)
        } catch let error as DecodingError {
            return .rejected(reason: "The digest's order cannot be read: \(error)")
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

    private func mail(_ order: DigestOrder, of task: Envelope) throws -> MailMessage {
        let text = DigestText(order.digest)
        return try MailMessage(
            from: sender,
            to: MailAddress(order.address, name: order.digest.recipient),
            subject: text.subject,
            text: text.render(),
            html: DigestPage(order.digest).render(),
            messageID: "\(task.id)@\(sender.domain)",
            date: Date(timeIntervalSince1970: Double(task.dueAt.milliseconds) / 1000))
    }
}

extension MailAddress {
    fileprivate var domain: Substring {
        address[address.index(after: address.lastIndex(of: "@") ?? address.startIndex)...]
    }
}
