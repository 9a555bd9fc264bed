import Agreements
import Foundation
import Secrets
import Testing

@testable import OpenID

/// A sign-in through a provider, decided without a network.
struct SignInFlowTests {
    static let start = Instant(milliseconds: 1_362_117_600_000)
    static let issuer = "https://op.example"
    static let settings = ClientSettings(
        issuer: issuer, clientID: "avtalt", clientSecret: "s3cret",
        redirectURI: "https://avtalt.example/answer", afterSignOut: "https://avtalt.example/")

    private let provider: ProviderMetadata
    private let pending: PendingSignIn
    private let address: String

    init() throws {
        provider = try ProviderMetadata.read(
            Data(
                """
                {"issuer": "https://op.example", "authorization_endpoint": "https://op.example/a",
                "token_endpoint": "https://op.example/t", "jwks_uri": "https://op.example/k"}
                """.utf8), of: Self.issuer)
        (address, pending) = SignInFlow.begin(
            with: provider, settings: Self.settings, language: .nn, returnTo: "/agreements",
            invitation: nil, at: Self.start)
    }

    @Test func `the browser is sent away with all that the answer is held against`() throws {
        let query = try #require(URLComponents(string: address)?.queryItems)
        let asked = Dictionary(uniqueKeysWithValues: query.map { ($0.name, $0.value ?? "") })

        #expect(address.hasPrefix("https://op.example/a?"))
        #expect(
            asked == [
                "response_type": "code", "client_id": "avtalt", "scope": "openid profile",
                "redirect_uri": "https://avtalt.example/answer", "ui_locales": "nn nb en",
                "state": pending.state, "nonce": pending.nonce, "code_challenge_method": "S256",
                "code_challenge": SignInFlow.challenge(of: pending.verifier),
            ])
        #expect(!address.contains(pending.verifier))
    }

    /// RFC 7636, appendix B.
    @Test func `the challenge is the one of the standard`() {
        #expect(
            SignInFlow.challenge(of: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
                == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
    }

    @Test func `a sign-in goes from the code to the person`() throws {
        var flow = flow()

        let exchange = flow.receive(
            answer: ["state": pending.state, "code": "c0de"], at: Self.start)
        let fetch = flow.receive(tokens: try tokens(claims()), status: 200)
        let end = flow.receive(keys: try keys(), at: Self.start)

        #expect(
            exchange
                == .exchange(
                    SignInFlow.TokenRequest(
                        address: "https://op.example/t",
                        form: [
                            "grant_type": "authorization_code", "code": "c0de",
                            "redirect_uri": "https://avtalt.example/answer",
                            "code_verifier": pending.verifier,
                        ])))
        #expect(fetch == .fetchKeys(isFresh: false))
        #expect(
            end
                == .admit(Person(issuer: Self.issuer, subject: "sub-1", providerSession: "sid-1")))
    }

    @Test func `with a new key the keys are fetched once more`() throws {
        var flow = flow()
        _ = flow.receive(answer: ["state": pending.state, "code": "c0de"], at: Self.start)
        _ = flow.receive(tokens: try tokens(claims()), status: 200)

        let old = flow.receive(keys: try keys(Signer.rsa.entry(id: "old")), at: Self.start)
        let new = flow.receive(keys: try keys(), at: Self.start)

        #expect(old == .fetchKeys(isFresh: true))
        #expect(
            new
                == .admit(Person(issuer: Self.issuer, subject: "sub-1", providerSession: "sid-1")))
    }

    @Test func `a key that is not there then either is refused`() throws {
        var flow = flow()
        _ = flow.receive(answer: ["state": pending.state, "code": "c0de"], at: Self.start)
        _ = flow.receive(tokens: try tokens(claims()), status: 200)
        let old = try keys(Signer.rsa.entry(id: "old"))

        _ = flow.receive(keys: old, at: Self.start)
        let end = flow.receive(keys: old, at: Self.start)

        #expect(end == .refuse(.badToken(.unknownKey)))
    }

    @Test(arguments: [
        (["code": "c"], Refusal.otherState), (["state": "x", "code": "c"], .otherState),
        (["state": "STATE"], .otherState), (["state": "STATE", "code": ""], .otherState),
        (["state": "STATE", "code": "c", "iss": "https://other.example"], .otherState),
        (["state": "STATE", "error": "access_denied"], .brokenOff("access_denied")),
        (["state": "STATE", "error": "<script>\n"], .brokenOff("_script__")),
    ])
    func `an answer that does not belong to the question is refused`(
        query: [String: String], refusal: Refusal
    ) {
        var flow = flow()
        let query = query.mapValues { $0 == "STATE" ? pending.state : $0 }

        #expect(flow.receive(answer: query, at: Self.start) == .refuse(refusal))
    }

    @Test func `an answer comes once`() {
        var flow = flow()
        let query = ["state": pending.state, "code": "c0de"]

        _ = flow.receive(answer: query, at: Self.start)
        let again = flow.receive(answer: query, at: Self.start)

        #expect(again == .refuse(.notBegun))
    }

    @Test(arguments: [(Duration.seconds(599), false), (.seconds(600), true), (.seconds(-1), true)])
    func `a sign-in takes ten minutes at most`(time: Duration, isRefused: Bool) {
        var flow = flow()
        let query = ["state": pending.state, "code": "c0de"]

        let action = flow.receive(answer: query, at: Self.start.adding(time))

        #expect((action == .refuse(.notBegun)) == isRefused)
    }

    @Test func `a browser that has begun nothing is refused`() {
        var flow = SignInFlow(nil, with: provider, settings: Self.settings)

        #expect(
            flow.receive(answer: ["state": "x", "code": "c"], at: Self.start) == .refuse(.notBegun))
    }

    @Test(arguments: [
        (200, "{}", Refusal.badToken(.malformed)), (200, "nonsense", .badToken(.malformed)),
        (200, #"{"id_token": "a.b"}"#, .badToken(.malformed)),
        (400, #"{"error": "invalid_grant"}"#, .brokenOff("invalid_grant")),
        (503, "<html>", .providerUnavailable("status_503")),
    ])
    func `what the token endpoint answers without a token is refused`(
        status: Int, body: String, refusal: Refusal
    ) {
        var flow = flow()
        _ = flow.receive(answer: ["state": pending.state, "code": "c0de"], at: Self.start)

        #expect(flow.receive(tokens: Data(body.utf8), status: status) == .refuse(refusal))
    }

    @Test func `what the browser carries is read back, and nothing else is`() throws {
        let cookie = try pending.cookie()

        #expect(PendingSignIn(cookie: cookie) == pending)
        #expect(PendingSignIn(cookie: cookie + "!") == nil)
        #expect(PendingSignIn(cookie: "e30") == nil)
        #expect(PendingSignIn(cookie: String(repeating: "A", count: 8000)) == nil)
    }

    @Test func `two sign-ins share no secret`() {
        let other = SignInFlow.begin(
            with: provider, settings: Self.settings, language: .nb, returnTo: nil,
            invitation: nil, at: Self.start
        ).pending

        #expect(
            Set([
                pending.state, pending.nonce, pending.verifier, other.state, other.nonce,
                other.verifier,
            ]).count == 6)
    }

    @Test(arguments: [
        ("https://op.example", true), ("https://op.example/", false),
        ("https://evil.example", false),
    ])
    func `a description of another issuer is refused`(issuer: String, isTaken: Bool) {
        let body = Data(
            """
            {"issuer": "https://op.example", "authorization_endpoint": "https://op.example/a",
            "token_endpoint": "https://op.example/t", "jwks_uri": "https://op.example/k"}
            """.utf8)

        let isRead: Bool
        do {
            _ = try ProviderMetadata.read(body, of: issuer)
            isRead = true
        } catch {
            isRead = false
        }

        #expect(isRead == isTaken)
    }

    private func flow() -> SignInFlow {
        SignInFlow(pending, with: provider, settings: Self.settings)
    }

    private func claims() -> [String: Any] {
        IDTokenTests.claims(nonce: pending.nonce)
    }

    private func tokens(_ claims: [String: Any]) throws -> Data {
        let token = try Signer.rsa.token(claims, header: ["alg": "RS256", "kid": "k1"])
        return try JSONSerialization.data(withJSONObject: ["id_token": token])
    }

    private func keys(_ entry: [String: String] = Signer.rsa.entry(id: "k1")) throws -> KeySet {
        let body = try JSONSerialization.data(withJSONObject: ["keys": [entry]])
        return try #require(KeySet(body))
    }
}
