import Foundation

/// One message to one person, as text and as HTML (RFC 5322, RFC 2045 to 2047).
package struct MailMessage: Hashable, Sendable {
    /// Refused messages.
    package enum Error: Swift.Error, Hashable, CustomStringConvertible {
        case malformedMessageID(String)

        package var description: String {
            switch self {
            case .malformedMessageID(let text):
                "«\(text.printable)» cannot be a Message-ID: write it as identifier@example.no, in "
                    + "at most 200 ASCII letters, digits and the marks . _ - + without brackets."
            }
        }
    }

    package let from: MailAddress
    package let to: MailAddress
    package let subject: String
    package let text: String
    package let html: String
    /// Without its angle brackets.
    package let messageID: String
    /// What mails about one thing have in common, in the form of a Message-ID without its angle
    /// brackets; nil where the mail stands alone.
    package let thread: String?
    package let date: Date

    /// - Parameters:
    ///   - messageID: `identifier@domain`; the same mail must have the same one each time, so
    ///     that a second delivery can be told from a second mail.
    ///   - thread: No mail need have it as its own: programs gather what refers to it.
    ///   - date: Written in UTC.
    package init(
        from: MailAddress,
        to: MailAddress,
        subject: String,
        text: String,
        html: String,
        messageID: String,
        thread: String? = nil,
        date: Date
    ) throws(Error) {
        for identifier in [messageID, thread ?? messageID] where !Self.isMessageID(identifier) {
            throw .malformedMessageID(identifier)
        }
        self.from = from
        self.to = to
        self.subject = subject
        self.text = text
        self.html = html
        self.messageID = messageID
        self.thread = thread
        self.date = date
    }

    /// The message as it is sent: ASCII, CRLF, lines of at most 78 octets where the address
    /// and the identifier are not longer themselves. The same value gives the same octets.
    package func rendered() -> String {
        let lines =
            headers + ["", "--\(boundary)"] + part("text/plain", text) + ["--\(boundary)"]
            + part("text/html", html) + ["--\(boundary)--", ""]
        return lines.joined(separator: "\r\n")
    }

    private var headers: [String] {
        [
            "Date: \(Self.timestamp(date))",
            Self.mailbox("From: ", from),
            Self.mailbox("To: ", to),
            "Message-ID: <\(messageID)>",
        ] + (thread.map { ["In-Reply-To: <\($0)>", "References: <\($0)>"] } ?? []) + [
            HeaderText(prefix: "Subject: ", text: subject).field,
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            "Content-Type: multipart/alternative;",
            " boundary=\"\(boundary)\"",
        ]
    }

    /// `=_` never stands in base64, so no body holds it.
    private var boundary: String { "=_avtalt_alternative" }

    private func part(_ type: String, _ content: String) -> [String] {
        let bytes = Data(Self.withCRLF(content).utf8)
        let encoded = bytes.base64EncodedString(
            options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed])
        return [
            "Content-Type: \(type); charset=utf-8", "Content-Transfer-Encoding: base64", "",
            encoded,
        ]
    }

    private static func mailbox(_ prefix: String, _ address: MailAddress) -> String {
        guard let name = address.name, !name.isEmpty else { return prefix + address.address }
        let isAtoms = name.utf8.allSatisfy { byte in
            byte == 0x20 || byte == 0x2D || (0x30...0x39).contains(byte)
                || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        }
        // What is not a row of atoms is encoded even where quoting would do.
        let field =
            isAtoms
            ? HeaderText(prefix: prefix, text: name).field
            : HeaderText(prefix: prefix, text: name).encodedField
        return "\(field)\r\n <\(address.address)>"
    }

    /// RFC 5322, 3.3, in UTC.
    private static func timestamp(_ date: Date) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(secondsFromGMT: 0)
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss '+0000'"
        return formatter.string(from: date)
    }

    private static func withCRLF(_ text: String) -> String {
        text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
            .replacing("\n", with: "\r\n")
    }

    private static func isMessageID(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return text.utf8.count <= 200 && parts.count == 2
            && parts.allSatisfy { part in
                !part.isEmpty && !part.hasPrefix(".") && !part.hasSuffix(".")
                    && !part.contains("..") && part.allSatisfy(Self.isIdentifierCharacter)
            }
    }

    private static func isIdentifierCharacter(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber)
            || "._-+".contains(character)
    }
}
