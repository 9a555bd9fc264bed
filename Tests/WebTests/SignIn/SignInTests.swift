import Agreements
import Foundation
import GRDB
import Register
import Secrets
import Testing

@testable import Web

/// Coming in with a password, and what strangers cannot do to that.
struct SignInTests {
    static let password = "fire lange ord på rad"
    private static let who = "nord.sb0"

    private let site: TestSite

    init() throws {
        site = try TestSite()
        try site.setPassword(of: Self.who, to: Self.password)
    }

    @Test func `somebody signs in and comes to the page that was asked for`() async throws {
        let visitor = TestVisitor(site)

        let reply = try await visitor.signIn(Self.who, Self.password, next: "/settings")
        let page = try await visitor.get("/settings")

        #expect(reply.status == 303)
        #expect(reply.location == "/settings")
        #expect(page.status == 200)
        #expect(page.text.contains(Self.who))
    }

    @Test(arguments: [
        (who, "feil passord her"), ("nobody", password), (who, password.uppercased()),
        (who, password + " "), ("nord.dir", password),
    ])
    func `a wrong name or password is refused without saying which`(
        name: String, password: String
    ) async throws {
        let reply = try await TestVisitor(site).signIn(name, password)

        #expect(reply.status == 422)
        #expect(reply.text.contains("Brukernavnet eller passordet er feil"))
        #expect(reply.text.contains("value=\"\(name)\""))
        #expect(!reply.text.contains(password))
        #expect(reply.headers[values: .setCookie].allSatisfy { !$0.hasPrefix("avtalt=") })
    }

    @Test func `whoever is not active any more does not come in`() async throws {
        try site.register.write {
            try $0.execute(sql: "UPDATE user SET active = 0 WHERE id = ?", arguments: [Self.who])
        }

        let reply = try await TestVisitor(site).signIn(Self.who, Self.password)

        #expect(reply.status == 422)
    }

    // MARK: Session fixation

    @Test func `a session that somebody planted is not taken over`() async throws {
        let planted = TestVisitor(site)
        try await planted.get("/sign-in")
        let before = planted.cookies
        let victim = TestVisitor(site)
        for (name, value) in before { victim.keep(name, value) }
        victim.keep("avtalt", String(repeating: "A", count: 43))

        try await victim.signIn(Self.who, Self.password)

        let token = try #require(victim.cookies["avtalt"])
        #expect(token != String(repeating: "A", count: 43))
        #expect(try await planted.get("/settings").status == 303)
    }

    @Test func `signing in as another ends the session that the browser had`() async throws {
        try site.setPassword(of: "nord.dir", to: Self.password)
        let visitor = TestVisitor(site)
        try await visitor.signIn("nord.dir", Self.password)
        let old = try #require(visitor.cookies["avtalt"])
        // A page of an older tab is still open; its form carries the session's token.
        try await visitor.get("/settings")

        try await visitor.post(
            "/sign-in", ["name": Self.who, "password": Self.password, "next": "/"])

        let thief = TestVisitor(site)
        thief.keep("avtalt", old)
        #expect(try await thief.get("/settings").status == 303)
        #expect(try await visitor.get("/settings").text.contains(Self.who))
    }

    // MARK: CSRF

    @Test func `another site cannot sign somebody in`() async throws {
        let visitor = TestVisitor(site)

        let without = try await visitor.post(
            "/sign-in", ["name": Self.who, "password": Self.password])
        try await visitor.get("/sign-in")
        let foreign = try await visitor.post(
            "/sign-in", ["name": Self.who, "password": Self.password],
            headers: ["Sec-Fetch-Site": "cross-site"])

        #expect(without.status == 403)
        #expect(foreign.status == 403)
        #expect(visitor.cookies["avtalt"] == nil)
    }

    @Test func `another site cannot sign somebody out`() async throws {
        let visitor = TestVisitor(site)
        try await visitor.signIn(Self.who, Self.password)

        let foreign = try await visitor.post("/sign-out", [:])

        #expect(foreign.status == 403)
        #expect(try await visitor.get("/settings").status == 200)
    }

    // MARK: Open redirect

    @Test(arguments: [
        "https://evil.example/", "//evil.example/", "/\\evil.example", "\\\\evil.example",
        "/\t/evil.example", "javascript:alert(1)", "evil.example", " //evil.example",
    ])
    func `nobody is sent to another site`(target: String) async throws {
        let visitor = TestVisitor(site)

        let reply = try await visitor.signIn(Self.who, Self.password, next: target)
        let page = try await visitor.get("/sign-in?next=\(LocalPath.encode(target))")

        #expect(reply.location == "/")
        #expect(page.location == "/")
    }

    // MARK: Lockout

    @Test func `guesses from one place wait after five`() async throws {
        let stranger = TestVisitor(site, from: "198.51.100.7")

        for _ in 0..<5 { try await stranger.signIn(Self.who, "gjetter i vei nå") }
        let sixth = try await stranger.signIn(Self.who, Self.password)

        #expect(sixth.status == 429)
        #expect(sixth.headers[.retryAfter] == "16")
        #expect(sixth.text.contains("for mange forsøk"))
    }

    @Test func `guesses of a stranger do not shut the person out`() async throws {
        let stranger = TestVisitor(site, from: "198.51.100.7")
        for _ in 0..<10 { try await stranger.signIn(Self.who, "gjetter i vei nå") }

        let reply = try await TestVisitor(site, from: "203.0.113.5")
            .signIn(Self.who, Self.password)

        #expect(reply.status == 303)
    }

    @Test func `guesses of a colleague do not shut a known browser out`() async throws {
        let person = TestVisitor(site)
        try await person.signIn(Self.who, Self.password)
        try await person.get("/settings")
        try await person.post("/sign-out")
        let colleague = TestVisitor(site)
        for _ in 0..<10 { try await colleague.signIn(Self.who, "gjetter i vei nå") }

        let reply = try await person.signIn(Self.who, Self.password)

        #expect(reply.status == 303)
    }

    @Test func `a guess by address counts as one by name`() async throws {
        let stranger = TestVisitor(site, from: "198.51.100.7")
        let address = try site.register.read {
            try String.fetchOne(
                $0, sql: "SELECT email FROM user WHERE id = ?", arguments: [Self.who])
        }

        for _ in 0..<5 { try await stranger.signIn(Self.who, "gjetter i vei nå") }
        let sixth = try await stranger.signIn(try #require(address), "gjetter i vei nå")

        #expect(sixth.status == 429)
    }

    @Test func `behind a proxy the address that it names counts`() async throws {
        let site = try TestSite { $0.isBehindProxy = true }
        let stranger = TestVisitor(site, from: "127.0.0.1")
        try await stranger.get("/sign-in")
        for _ in 0..<6 {
            try await stranger.post(
                "/sign-in", ["name": Self.who, "password": "gjetter i vei nå"],
                headers: ["X-Forwarded-For": "192.0.2.9, 198.51.100.7"])
        }

        let elsewhere = try await stranger.post(
            "/sign-in", ["name": Self.who, "password": "gjetter i vei nå"],
            headers: ["X-Forwarded-For": "198.51.100.7, 192.0.2.9"])

        #expect(elsewhere.status == 422)
    }

    // MARK: Out

    @Test func `whoever signs out is out, also with the cookie of before`() async throws {
        let visitor = TestVisitor(site)
        try await visitor.signIn(Self.who, Self.password)
        let token = try #require(visitor.cookies["avtalt"])
        try await visitor.get("/settings")

        let reply = try await visitor.post("/sign-out")

        #expect(reply.location == "/signed-out")
        #expect(visitor.cookies["avtalt"] == nil)
        visitor.keep("avtalt", token)
        #expect(try await visitor.get("/settings").status == 303)
    }

    @Test func `what was typed when the session was over is sent after signing in`()
        async throws
    {
        let visitor = TestVisitor(site)
        try await visitor.signIn(Self.who, Self.password)
        try await visitor.get("/settings")
        visitor.keep("avtalt", nil)

        let over = try await visitor.post("/settings/language", ["language": "nn"])
        let carried = try #require(
            over.text.firstMatch(of: #/name="carried" value="([^"]+)"/#)
        ).1
        let again = try await visitor.post(
            "/sign-in",
            [
                "name": Self.who, "password": Self.password, "next": "/",
                "carried_to": "/settings/language", "carried": String(carried),
            ])
        let sent = try await visitor.post("/settings/language", ["language": "nn"])

        #expect(over.status == 401)
        #expect(carried == "language=nn")
        #expect(again.status == 200)
        #expect(again.text.contains(#"action="/settings/language""#))
        #expect(again.text.contains(#"name="language" value="nn""#))
        #expect(sent.location == "/settings?said=saved")
    }

    @Test func `what another site sent is not carried along`() async throws {
        let visitor = TestVisitor(site)

        let reply = try await visitor.post(
            "/settings/language", ["language": "nn"], headers: ["Sec-Fetch-Site": "cross-site"])

        #expect(reply.status == 303)
        #expect(reply.location == "/sign-in")
    }

    @Test func `the audit trail tells who came in and who did not`() async throws {
        let visitor = TestVisitor(site)
        try await visitor.signIn(Self.who, "feil passord her")
        try await visitor.signIn("nobody", "feil passord her")
        try await visitor.signIn(Self.who, Self.password)
        try await visitor.get("/settings")
        try await visitor.post("/sign-out")

        let (events, text) = try site.register.read { db in
            let rows = try Row.fetchAll(
                db, sql: "SELECT * FROM audit WHERE action = 'event' AND entity LIKE 'sign%'")
            return (
                rows.map { "\($0["entity"] as String) \($0["subject"] as String? ?? "-")" },
                rows.map(\.description).joined()
            )
        }

        #expect(
            events == [
                "sign_in_refused nord.sb0", "sign_in_refused -", "sign_in nord.sb0",
                "sign_out nord.sb0",
            ])
        #expect(!text.contains("feil passord"))
        #expect(!text.contains("nobody"))
    }

    @Test func `cookies are for this site alone, and encrypted where the site is`() async throws {
        let site = try TestSite(baseURL: "https://avtalt.example")
        try site.setPassword(of: Self.who, to: Self.password)
        let visitor = TestVisitor(site)

        let reply = try await visitor.signIn(Self.who, Self.password)

        let session = try #require(
            reply.headers[values: .setCookie].first { $0.hasPrefix("__Host-avtalt=") })
        #expect(session.contains("; Path=/; HttpOnly; SameSite=Lax; Secure"))
        #expect(!session.contains("Max-Age"))
    }
}

extension TestSite {
    func setPassword(of user: String, to password: String) throws {
        try register.write { db in
            try AccountStore(db, author: Author(actor: "tests", request: "tests"), at: now)
                .setPassword(of: user, to: PasswordHash(of: password, cost: .trivial))
        }
    }
}
