/// A way for mail to leave: a folder, or a server.
///
/// Delivery is at least once: after a crash between delivering and recording it, the same
/// message, with the same Message-ID, comes again.
package protocol MailDelivery: Sendable {
    /// Never throws: what happened is the outcome. What has begun is finished also when the
    /// task is cancelled, within the time-outs of the delivery.
    func deliver(_ message: MailMessage) async -> MailOutcome
}

/// What became of a message.
package enum MailOutcome: Hashable, Sendable {
    case delivered
    /// This recipient will never get it this way; the sentence says why.
    case refused(String)
    /// It may go later; the sentence says what stood in the way.
    case tryAgain(String)
}
