import Foundation
import Mail
import Support
import Testing

struct SMTPDeliveryTests {
    @Test
    func `a message arrives octet by octet, with its envelope`() async throws {
        let server = try SMTPServer(.accept)
        let message = try message(text: "Hei på deg\n.\nslutt")

        let outcome = await delivery(to: server).deliver(message)

        #expect(outcome == .delivered)
        let commands = server.commands
        #expect(commands.contains("EHLO localhost"))
        #expect(commands.contains { $0.hasPrefix("MAIL FROM:<avtalt@example.no>") })
        #expect(commands.contains("RCPT TO:<nord.saksbehandler1@example.no>"))
        #expect(commands.contains(message.rendered()))
    }

    @Test
    func `a recipient that the server does not know is refused for good`() async throws {
        let outcome = try await deliver(to: try SMTPServer(.refuseRecipient))

        #expect(try refusal(outcome).contains("reply 550"))
    }

    @Test
    func `a body that the server does not want is refused for good`() async throws {
        let outcome = try await deliver(to: try SMTPServer(.refuseBody))

        #expect(try refusal(outcome).contains("reply 554"))
    }

    @Test
    func `greylisting means to try again`() async throws {
        let outcome = try await deliver(to: try SMTPServer(.greylist))

        #expect(try delay(outcome).contains("reply 451"))
    }

    @Test(arguments: [SMTPServer.Manner.hangUp, .refuseGreeting])
    func `a server that will not talk means to try again`(manner: SMTPServer.Manner) async throws {
        let outcome = try await deliver(to: try SMTPServer(manner))

        #expect(try delay(outcome).contains("127.0.0.1"))
    }

    @Test
    func `a server that is not there means to try again`() async throws {
        let settings = SMTPSettings(host: "127.0.0.1", port: 1, encryption: .never)

        let outcome = await SMTPDelivery(settings: settings).deliver(try message())

        #expect(try delay(outcome).contains("127.0.0.1:1"))
    }

    @Test
    func `a refused login means to try again, and the password is told to nobody`() async throws {
        let server = try SMTPServer(.refuseLogin)
        let delivery = delivery(to: server, user: "avtalt", password: "hemmelig-passord")

        let outcome = await delivery.deliver(try message())

        let sentence = try delay(outcome)
        #expect(sentence.contains("would not serve us"))
        for text in [sentence, "\(delivery)", "\(delivery.settings)", dumped(delivery)] {
            #expect(!text.contains("hemmelig-passord"))
        }
        #expect(server.commands.contains { $0.hasPrefix("AUTH PLAIN") })
    }

    @Test
    func `required encryption that the server lacks sends nothing`() async throws {
        let server = try SMTPServer(.accept)

        let outcome = await delivery(to: server, encryption: .required).deliver(try message())

        #expect(try delay(outcome).contains("would not serve us"))
        #expect(!server.commands.contains { $0.hasPrefix("MAIL") })
    }

    @Test
    func `optional encryption that the server lacks sends all the same`() async throws {
        let server = try SMTPServer(.accept)

        let outcome = await delivery(to: server, encryption: .optional).deliver(try message())

        #expect(outcome == .delivered)
        #expect(server.commands.contains("DATA"))
    }

    /// The server stays there until the outcome is known.
    private func deliver(to server: SMTPServer) async throws -> MailOutcome {
        defer { withExtendedLifetime(server) {} }
        return await delivery(to: server).deliver(try message())
    }

    private func delivery(
        to server: SMTPServer, encryption: SMTPSettings.Encryption = .never, user: String? = nil,
        password: String? = nil
    ) -> SMTPDelivery {
        SMTPDelivery(
            settings: SMTPSettings(
                host: "127.0.0.1", port: server.port, encryption: encryption, user: user,
                password: password, connectTimeout: .seconds(5), timeout: .seconds(10)))
    }

    private func dumped(_ value: some Any) -> String {
        var text = ""
        dump(value, to: &text)
        return text
    }

    private func refusal(_ outcome: MailOutcome) throws -> String {
        guard case .refused(let sentence) = outcome else {
            throw UnexpectedOutcome(outcome: outcome)
        }
        return sentence
    }

    private func delay(_ outcome: MailOutcome) throws -> String {
        guard case .tryAgain(let sentence) = outcome else {
            throw UnexpectedOutcome(outcome: outcome)
        }
        return sentence
    }
}

private struct UnexpectedOutcome: Error {
    let outcome: MailOutcome
}
