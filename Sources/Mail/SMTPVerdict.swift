import CCurl

/// What a finished transfer means.
struct SMTPVerdict {
    let code: CURLcode
    /// The server's last reply code, 0 when it never answered.
    let reply: Int
    /// libcurl gives the same code for a refused greeting and for a refused body.
    let hasSentBody: Bool
    /// libcurl's words.
    let reason: String
    let server: String

    /// Only a 5xx about this mail is final. A refused login, a greeting of refusal and missing
    /// encryption are faults of the set-up, which somebody can mend while the mail waits.
    var outcome: MailOutcome {
        switch code {
        case CURLE_OK: .delivered
        case CURLE_SEND_ERROR where isFinal, CURLE_WEIRD_SERVER_REPLY where isFinal && hasSentBody:
            .refused(sentence("refused the message for good"))
        case CURLE_LOGIN_DENIED, CURLE_USE_SSL_FAILED, CURLE_WEIRD_SERVER_REPLY:
            .tryAgain(sentence("would not serve us"))
        default:
            .tryAgain(sentence("did not take the message now"))
        }
    }

    /// Whether the server has closed the connection, which says nothing of the mail: without a
    /// word, or as RFC 5321, 3.8, wants it.
    var isConnectionEnd: Bool {
        code != CURLE_OK && code != CURLE_OPERATION_TIMEDOUT && (reply == 0 || reply == 421)
    }

    /// RFC 4954, 6: 530, 534, 535 and 538 speak of the login, not of the mail.
    private var isFinal: Bool {
        (500...599).contains(reply) && ![530, 534, 535, 538].contains(reply)
    }

    private func sentence(_ verb: String) -> String {
        let answer = reply == 0 ? "" : ", reply \(reply)"
        return "The mail server \(server) \(verb): \(reason.printable)\(answer)."
    }
}
