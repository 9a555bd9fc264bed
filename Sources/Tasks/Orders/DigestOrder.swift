import Agreements
import Rules

/// What the reminder worker is asked for: one person's digest of one day.
package struct DigestOrder: Hashable, Sendable, Codable {
    /// Id of the user.
    package var recipient: String
    package var address: String
    package var digest: Digest

    package init(recipient: String, address: String, digest: Digest) {
        self.recipient = recipient
        self.address = address
        self.digest = digest
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
