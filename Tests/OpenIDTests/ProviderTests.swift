import Agreements
import Foundation
import Support
import Testing

@testable import OpenID

/// Sign-ins through a real provider, over the network of this machine.
struct ProviderTests {
    /// The provider goes by the clock of the machine.
    private let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))

    @Test func `somebody comes in through a real provider`() async throws {
        let server = try await OpenIDProvider.start()
        defer { server.stop() }
        let provider = Provider(Self.settings(server.issuer))

        let (address, pending) = try await provider.begin(
            language: .nb, returnTo: "/agreements", invitation: nil, at: now)
        let location = try await server.consent(at: address, as: "subject-1")
        let outcome = await provider.finish(Self.query(location), pending: pending, at: now)

        #expect(location.hasPrefix("http://localhost:8080/sign-in/provider/answer?"))
        #expect(
            outcome
                == .admitted(
                    Person(issuer: server.issuer, subject: "subject-1", providerSession: nil)))
    }

    @Test func `a code serves once, and in the browser that it was made for`() async throws {
        let server = try await OpenIDProvider.start()
        defer { server.stop() }
        let provider = Provider(Self.settings(server.issuer))
        let (address, pending) = try await provider.begin(
            language: .nb, returnTo: nil, invitation: nil, at: now)
        let (_, other) = try await provider.begin(
            language: .nb, returnTo: nil, invitation: nil, at: now)
        let query = Self.query(try await server.consent(at: address, as: "subject-1"))

        let stranger = await provider.finish(query, pending: other, at: now)
        let first = await provider.finish(query, pending: pending, at: now)
        let second = await provider.finish(query, pending: pending, at: now)

        #expect(stranger == .refused(.otherState))
        #expect(
            first
                == .admitted(
                    Person(issuer: server.issuer, subject: "subject-1", providerSession: nil)))
        #expect(second == .refused(.brokenOff("invalid_grant")))
    }

    @Test func `a token that is too old when it comes is refused`() async throws {
        let server = try await OpenIDProvider.start()
        defer { server.stop() }
        let provider = Provider(Self.settings(server.issuer))
        let tomorrow = now.adding(.seconds(86_400))
        let (address, pending) = try await provider.begin(
            language: .nb, returnTo: nil, invitation: nil, at: tomorrow)
        let query = Self.query(try await server.consent(at: address, as: "subject-1"))

        let outcome = await provider.finish(query, pending: pending, at: tomorrow)

        #expect(outcome == .refused(.badToken(.expired)))
    }

    @Test func `the provider is told where to sign out`() async throws {
        let server = try await OpenIDProvider.start()
        defer { server.stop() }

        let address = try await Provider(Self.settings(server.issuer)).signOutAddress(at: now)

        #expect(
            address == """
                \(server.issuer)/oauth2/end_session?client_id=avtalt&post_logout_redirect_uri=\
                http%3A%2F%2Flocalhost%3A8080%2Fsigned-out
                """)
    }

    @Test func `a provider that is away is one to try again`() async throws {
        let provider = Provider(Self.settings("http://127.0.0.1:\(try Port.free()[0])"))

        let refusal = await #expect(throws: Refusal.self) {
            try await provider.begin(language: .nb, returnTo: nil, invitation: nil, at: now)
        }

        #expect(refusal?.isTransient == true)
    }

    @Test(arguments: [
        (["iss": "http://op.example", "sid": "s1"], "s1" as String?), (["sid": "s1"], nil),
        (["iss": "http://other.example", "sid": "s1"], nil), (["iss": "http://op.example"], nil),
    ])
    func `a session is ended by its own provider only`(query: [String: String], name: String?) {
        #expect(Provider(Self.settings("http://op.example")).endedSession(query) == name)
    }

    private static func settings(_ issuer: String) -> ClientSettings {
        ClientSettings(
            issuer: issuer, clientID: "avtalt", clientSecret: "s3cret",
            redirectURI: "http://localhost:8080/sign-in/provider/answer",
            afterSignOut: "http://localhost:8080/signed-out")
    }

    private static func query(_ location: String) -> [String: String] {
        let items = URLComponents(string: location)?.queryItems ?? []
        return Dictionary(items.map { ($0.name, $0.value ?? "") }) { first, _ in first }
    }
}
