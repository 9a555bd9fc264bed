import Foundation
import Mail
import Support
import Testing

/// Mail through Debian's Postfix to a mailbox.
struct PostfixTests {
    @Test(.enabled(if: getuid() == 0, "Postfix's master is started by root alone."))
    func `mails reach their mailbox as they were, and who is not there is refused`() async throws {
        let postfix = try await Postfix.start()
        defer { postfix.stop() }
        let delivery = SMTPDelivery(
            settings: SMTPSettings(
                host: "127.0.0.1", port: postfix.port, encryption: .optional,
                timeout: .seconds(120), connections: 2))

        var outcomes: [MailOutcome] = []
        for name in ["a", "gone", "b", "c"] {
            outcomes.append(await delivery.deliver(try message(to: name)))
        }

        #expect(outcomes[0] == .delivered && outcomes[2] == .delivered)
        #expect(outcomes[3] == .delivered)
        guard case .refused(let reason) = outcomes[1] else {
            Issue.record("\(outcomes[1])")
            return
        }
        #expect(reason.contains("550"))
        let mails = try await arrived(3, in: postfix)
        #expect(mails.count == 3, "\(postfix.log)")
        for mail in mails {
            #expect(mail.contains("Auto-Submitted: auto-generated"))
            #expect(mail.contains("In-Reply-To: <agreement.NORD-2012-003@example.no>"))
            #expect(mail.contains("Message-ID: <digest-"))
        }
    }

    private func message(to name: String) throws -> MailMessage {
        try MailMessage(
            from: try MailAddress("avtalt@example.no"),
            to: try MailAddress("\(name)@example.no", name: "Saksbehandler"),
            subject: "Påminnelse", text: "Hei på deg\n", html: "<p>Hei på deg</p>",
            messageID: "digest-\(name)@example.no", thread: "agreement.NORD-2012-003@example.no",
            date: Date())
    }

    private func arrived(_ count: Int, in postfix: Postfix) async throws -> [String] {
        let end = ContinuousClock.now + .seconds(30)
        while ContinuousClock.now < end {
            let mails = try postfix.mails
            if mails.count >= count { return mails }
            try await Task.sleep(for: .milliseconds(100))
        }
        return try postfix.mails
    }
}
