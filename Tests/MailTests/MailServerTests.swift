import Foundation
import Mail
import Support
import Testing

/// Mail to a server that is one in earnest.
struct MailServerTests {
    @Test func `many mails go over a few connections, and each arrives as it was`() async throws {
        let server = try await MailServer.start()
        defer { server.stop() }
        let delivery = delivery(to: server, connections: 3)

        let outcomes = try await deliver((1...60).map { "person\($0)@example.no" }, by: delivery)

        #expect(outcomes.values.allSatisfy { $0 == .delivered })
        let mails = try server.mails
        #expect(Set(mails.map(\.to)).count == 60)
        #expect(mails.allSatisfy { $0.id == "<\($0.to.replacing("@", with: ".mail@"))>" })
        #expect(mails.allSatisfy { $0.text == "Hei på deg\r\n.\r\nslutt\r\n" })
        #expect(Set(mails.map(\.session)).count <= 3)
    }

    @Test func `each recipient has its own answer, and what is refused stops no other`()
        async throws
    {
        let server = try await MailServer.start()
        defer { server.stop() }
        let delivery = delivery(to: server, connections: 2)
        let recipients = ["gone1", "a", "grey1", "b", "full1", "c"].map { "\($0)@example.no" }

        let first = try await deliver(recipients, by: delivery)
        let again = try await deliver(["grey1@example.no"], by: delivery)

        #expect(said(first["gone1@example.no"]).hasPrefix("refused"))
        #expect(said(first["gone1@example.no"]).contains("550"))
        #expect(said(first["full1@example.no"]).hasPrefix("refused"))
        #expect(said(first["grey1@example.no"]).hasPrefix("later"))
        #expect(said(first["grey1@example.no"]).contains("451"))
        for name in ["a", "b", "c"] { #expect(first["\(name)@example.no"] == .delivered) }
        #expect(again["grey1@example.no"] == .delivered)
    }

    @Test func `addresses that are answered slowly hold nobody up`() async throws {
        let server = try await MailServer.start("--delay", "8")
        defer { server.stop() }
        let delivery = delivery(to: server, connections: 4)
        let slow = Task {
            try await deliver((1...3).map { "slow\($0)@example.no" }, by: delivery)
        }
        try await Self.wait { slow.isCancelled || delivery.underWay == 3 }

        let start = ContinuousClock.now
        let outcomes = try await deliver((1...40).map { "p\($0)@example.no" }, by: delivery)
        let took = start.duration(to: .now)

        #expect(outcomes.values.allSatisfy { $0 == .delivered })
        #expect(took < .seconds(8), "the others took \(took)")
        #expect(try await slow.value.values.allSatisfy { $0 == .delivered })
    }

    @Test func `a server that ends a connection after some mails gets the rest over new ones`()
        async throws
    {
        let server = try await MailServer.start("--limit", "5")
        defer { server.stop() }
        let delivery = delivery(to: server, connections: 1)

        let outcomes = try await deliver((1...17).map { "p\($0)@example.no" }, by: delivery)

        #expect(outcomes.values.allSatisfy { $0 == .delivered }, "\(outcomes.values.map(said))")
        let counts = Dictionary(grouping: try server.mails, by: \.session).mapValues(\.count)
        #expect(counts.values.sorted() == [2, 5, 5, 5])
    }

    @Test func `a server that was away while a connection was kept gets the next mail`()
        async throws
    {
        let server = try await MailServer.start()
        let delivery = delivery(to: server, connections: 1)
        let first = try await deliver(["a@example.no"], by: delivery)
        server.stop()
        let down = try await deliver(["b@example.no"], by: delivery)
        let again = try await MailServer.start("--port", String(server.port))
        defer { again.stop() }

        let up = try await deliver(["b@example.no"], by: delivery)

        #expect(first["a@example.no"] == .delivered)
        #expect(said(down["b@example.no"]).hasPrefix("later"))
        #expect(up["b@example.no"] == .delivered)
        #expect(try again.mails.map(\.to) == ["b@example.no"])
    }

    @Test(arguments: [SMTPSettings.Encryption.required, .implicit])
    func `a message goes encrypted, signed in, to a server whose certificate holds`(
        encryption: SMTPSettings.Encryption
    ) async throws {
        let certificates = try await Certificates(for: "IP:127.0.0.1")
        let server = try await Self.encrypted(encryption, certificates)
        defer { server.stop() }

        let outcomes = try await deliver(
            ["a@example.no", "b@example.no"],
            by: delivery(
                to: server, encryption, password: "hemmelig", trusting: certificates.authority))

        #expect(outcomes.values.allSatisfy { $0 == .delivered }, "\(outcomes.values.map(said))")
        #expect(try server.mails.allSatisfy { $0.tls && $0.user == "avtalt" })
        #expect(try server.mails.count == 2)
    }

    @Test(arguments: [SMTPSettings.Encryption.required, .implicit])
    func `a certificate of nobody known, or a wrong password, sends nothing`(
        encryption: SMTPSettings.Encryption
    ) async throws {
        let certificates = try await Certificates(for: "IP:127.0.0.1")
        let server = try await Self.encrypted(encryption, certificates)
        defer { server.stop() }

        let untrusted = try await deliver(
            ["a@example.no"],
            by: delivery(
                to: server, encryption, password: "hemmelig", trusting: certificates.stranger))
        let unknown = try await deliver(
            ["a@example.no"],
            by: delivery(
                to: server, encryption, password: "feil", trusting: certificates.authority))

        #expect(said(untrusted["a@example.no"]).hasPrefix("later"))
        #expect(said(unknown["a@example.no"]).contains("would not serve us"))
        #expect(!said(unknown["a@example.no"]).contains("feil:"))
        #expect(try server.mails.isEmpty)
    }

    @Test func `mails leave no faster than the settings say`() async throws {
        let server = try await MailServer.start()
        defer { server.stop() }
        let delivery = delivery(to: server, connections: 4, perMinute: 600)

        let start = ContinuousClock.now
        let outcomes = try await deliver((1...11).map { "p\($0)@example.no" }, by: delivery)
        let took = start.duration(to: .now)

        #expect(outcomes.values.allSatisfy { $0 == .delivered })
        #expect(took >= .seconds(1), "ten tenths of a second passed in \(took)")
    }

    // MARK: Steps

    private static func encrypted(
        _ encryption: SMTPSettings.Encryption, _ certificates: Certificates
    ) async throws -> MailServer {
        let (certificate, key) = certificates.server
        let options = ["--certificate", certificate, "--key", key, "--login", "avtalt:hemmelig"]
        return try await MailServer.start(
            options: options + (encryption == .implicit ? ["--implicit"] : []))
    }

    private func delivery(
        to server: MailServer, _ encryption: SMTPSettings.Encryption = .never,
        password: String? = nil, trusting authorities: String? = nil, connections: Int = 4,
        perMinute: Int? = nil
    ) -> SMTPDelivery {
        SMTPDelivery(
            settings: SMTPSettings(
                host: "127.0.0.1", port: server.port, encryption: encryption,
                user: password.map { _ in "avtalt" }, password: password,
                connectTimeout: .seconds(5), timeout: .seconds(30), authorities: authorities,
                connections: connections, idle: .seconds(2), mailsPerMinute: perMinute))
    }

    private func deliver(_ recipients: [String], by delivery: SMTPDelivery) async throws
        -> [String: MailOutcome]
    {
        try await withThrowingTaskGroup(of: (String, MailOutcome).self) { group in
            for recipient in recipients {
                let message = try MailMessage(
                    from: try MailAddress("avtalt@example.no"), to: try MailAddress(recipient),
                    subject: "Avtalt", text: "Hei på deg\n.\nslutt\n", html: "<p>Hei</p>",
                    messageID: recipient.replacing("@", with: ".mail@"), date: Date())
                group.addTask { (recipient, await delivery.deliver(message)) }
            }
            var outcomes: [String: MailOutcome] = [:]
            for try await (recipient, outcome) in group { outcomes[recipient] = outcome }
            return outcomes
        }
    }

    private func said(_ outcome: MailOutcome?) -> String {
        switch outcome {
        case .delivered: "delivered"
        case .refused(let reason): "refused: \(reason)"
        case .tryAgain(let reason): "later: \(reason)"
        case nil: "nothing"
        }
    }

    private static func wait(until isTrue: () -> Bool) async throws {
        let end = ContinuousClock.now + .seconds(20)
        while !isTrue(), ContinuousClock.now < end {
            try await Task.sleep(for: .milliseconds(20))
        }
    }
}
