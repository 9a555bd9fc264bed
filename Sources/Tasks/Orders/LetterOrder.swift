import Rules

/// What the reminder worker is asked for: one letter to one address.
package struct LetterOrder: Hashable, Sendable, Codable {
    package var address: String
    /// Id of the user whom it goes to; nil for somebody who is none.
    package var recipient: String?
    /// Id of the agreement that the mail belongs to: mails about one are one thread in a mail
    /// program. Nil for none.
    package var thread: String?
    package var letter: Letter

    package init(
        address: String, recipient: String? = nil, thread: String? = nil, letter: Letter
    ) {
        self.address = address
        self.recipient = recipient
        self.thread = thread
        self.letter = letter
    }
}
