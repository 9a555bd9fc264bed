import Agreements
import Foundation
import GRDB
import OpenID
import Register
import Secrets
import Support
import Testing

@testable import Web

/// Coming in on the word of a real OpenID provider.
struct ProviderSignInTests {
    @Test func `an invitation ties a person to the provider, who then vouches for them`()
        async throws
    {
        let server = try await OpenIDProvider.start()
        defer { server.stop() }
        let site = try Self.site(server.issuer)
        let invitation = try site.register.write { db in
            try AccountStore(db, author: Author(actor: "tests", request: "tests"), at: site.now)
                .invite("nord.sb0", lasting: .seconds(3600))
        }

        let stranger = TestVisitor(site)
        let refused = try await Self.signIn(stranger, server, "/sign-in/provider")
        let invited = TestVisitor(site)
        let first = try await Self.signIn(
            invited, server, "/sign-in/provider?invitation=\(invitation)")
        let later = TestVisitor(site)
        let again = try await Self.signIn(later, server, "/sign-in/provider?next=%2Fsettings")
        let page = try await later.get("/settings")

        #expect(refused.status == 403)
        #expect(refused.text.contains("har ikke tilgang til Avtalt ennå"))
        #expect(first.location == "/")
        #expect(again.location == "/settings")
        #expect(page.text.contains("nord.sb0"))
    }

    @Test func `an answer that this browser has not asked for lets nobody in`() async throws {
        let server = try await OpenIDProvider.start()
        defer { server.stop() }
        let site = try Self.site(server.issuer)
        let attacker = TestVisitor(site)
        let begun = try await attacker.get("/sign-in/provider")
        let answer = try await server.consent(at: try #require(begun.location), as: "subject-1")

        let victim = TestVisitor(site)
        let reply = try await victim.get(Self.path(answer))

        #expect(reply.status == 400)
        #expect(victim.cookies["avtalt"] == nil)
    }

    /// The provider holds the secret against the digest that it was asked with.
    @Test func `a code is worth nothing without the secret that it was asked for with`()
        async throws
    {
        let server = try await OpenIDProvider.start()
        defer { server.stop() }
        let site = try Self.site(server.issuer)
        try site.register.write { db in
            try AccountStore(db, author: Author(actor: "tests", request: "tests"), at: site.now)
                .link("nord.sb0", issuer: server.issuer, subject: "subject-1")
        }
        let visitor = TestVisitor(site)
        let begun = try await visitor.get("/sign-in/provider")
        let answer = try await server.consent(at: try #require(begun.location), as: "subject-1")
        let pending = try #require(visitor.cookies["avtalt-pending"])

        visitor.keep("avtalt-pending", try Self.withoutItsSecret(pending))
        let stolen = try await visitor.get(Self.path(answer))
        let owner = try await Self.signIn(TestVisitor(site), server, "/sign-in/provider")

        #expect(stolen.location == nil)
        #expect(visitor.cookies["avtalt"] == nil)
        #expect(owner.location == "/")
    }

    @Test func `a sign-in goes to this site's pages only`() async throws {
        let server = try await OpenIDProvider.start()
        defer { server.stop() }
        let site = try Self.site(server.issuer)
        try site.register.write { db in
            try AccountStore(db, author: Author(actor: "tests", request: "tests"), at: site.now)
                .link("nord.sb0", issuer: server.issuer, subject: "subject-1")
        }

        let reply = try await Self.signIn(
            TestVisitor(site), server, "/sign-in/provider?next=%2F%2Fevil.example")

        #expect(reply.location == "/")
    }

    @Test func `the provider ends the sessions that it began`() async throws {
        let site = try Self.site("http://127.0.0.1:9")
        let token = try site.register.write { db in
            try SessionStore(db).begin(
                user: "nord.sb0", method: .provider, providerSession: "sid-1", at: site.now)
        }
        let visitor = TestVisitor(site)
        visitor.keep("avtalt", token)

        let before = try await visitor.get("/settings")
        try await TestVisitor(site).get("/sign-in/provider/ended?iss=http%3A%2F%2Fx&sid=sid-1")
        let between = try await visitor.get("/settings")
        try await TestVisitor(site).get(
            "/sign-in/provider/ended?iss=http%3A%2F%2F127.0.0.1%3A9&sid=sid-1")
        let after = try await visitor.get("/settings")

        #expect([before.status, between.status, after.status] as [Int] == [200, 200, 303])
    }

    @Test func `without a provider there is no way to one`() async throws {
        let site = try TestSite()

        let statuses = try await TestVisitor(site).get("/sign-in/provider").status
        let page = try await TestVisitor(site).get("/sign-in")

        #expect(statuses == 404)
        #expect(!page.text.contains("/sign-in/provider"))
    }

    @Test func `a provider that is away has a page that says so`() async throws {
        let site = try Self.site("http://127.0.0.1:\(try Port.free()[0])")

        let reply = try await TestVisitor(site).get("/sign-in/provider")

        #expect(reply.status == 503)
        #expect(reply.text.contains("svarer ikke nå"))
    }

    /// The provider goes by the clock of the machine, and so must the site.
    private static func site(_ issuer: String) throws -> TestSite {
        let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        return try TestSite(at: now) { policy in
            policy.providerName = "Entra ID"
            policy.provider = ClientSettings(
                issuer: issuer, clientID: "avtalt", clientSecret: "s3cret",
                redirectURI: "http://localhost:8080/sign-in/provider/answer",
                afterSignOut: "http://localhost:8080/signed-out")
        }
    }

    private static func signIn(
        _ visitor: TestVisitor, _ server: OpenIDProvider, _ path: String
    ) async throws -> TestReply {
        let begun = try await visitor.get(path)
        let answer = try await server.consent(at: try #require(begun.location), as: "subject-1")
        return try await visitor.get(Self.path(answer))
    }

    /// A sign-in as the browser carries it, with another secret of PKCE.
    private static func withoutItsSecret(_ cookie: String) throws -> String {
        let text = String(
            decoding: try #require(Base64URL.decode(cookie)), as: UTF8.self)
        let other = text.replacing(
            /"verifier":"[^"]+"/, with: "\"verifier\":\"\(SecretToken.make())\"")
        #expect(other != text)
        return Base64URL.encode(Array(other.utf8))
    }

    /// The path and query of an address of this site.
    private static func path(_ address: String) -> String {
        String(address.dropFirst("http://localhost:8080".count))
    }
}
