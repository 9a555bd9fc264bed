import Agreements
import Rules

/// What the reminder worker is asked for: one person's digest of one day.
package struct DigestOrder: Hashable, Sendable, Codable {
    /// Id of the user.
    package var recipient: String
    package var address: String
    package var digest: Digest
    /// Tasks of the letters that the digest tells of; they need not be done once it is sent.
    package var letters: [TaskID]?

    package init(
        recipient: String, address: String, digest: Digest, letters: [TaskID]? = nil
    ) {
        self.recipient = recipient
        self.address = address
        self.digest = digest
        self.letters = letters
    }
}

/// What came of a digest or a letter.
package struct DigestAnswer: Hashable, Sendable, Codable {
    /// The mail's Message-ID, without its angle brackets.
    package var messageID: String

    package init(messageID: String) {
        self.messageID = messageID
    }
}
