import Mail

/// Keeps every mail, unless it is told to answer otherwise.
actor Mailbox: MailDelivery {
    private(set) var mails: [MailMessage] = []
    private var answers: [String: MailOutcome] = [:]
    private var answerToAll: MailOutcome?

    func deliver(_ message: MailMessage) async -> MailOutcome {
        let answer = answers[message.to.address] ?? answerToAll ?? .delivered
        if answer == .delivered { mails.append(message) }
        return answer
    }

    /// Answers every mail like this; nil delivers again.
    func answerAll(_ outcome: MailOutcome?) {
        answerToAll = outcome
    }

    func answer(_ outcome: MailOutcome?, to address: String) {
        answers[address] = outcome
    }
}
