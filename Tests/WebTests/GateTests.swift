import HTTPTypes
import Hummingbird
import Register
import Testing

@testable import Web

/// What lets a request in, asked of the whole site.
struct GateTests {
    private let site: TestSite

    init() throws {
        site = try TestSite()
    }

    @Test func `whoever is not signed in is sent to sign in, and back afterwards`() async throws {
        let stranger = try site.browser(as: nil)

        let start = try await stranger.get("/")

        #expect(start.status == 303)
        #expect(start.location == "/sign-in")
    }

    @Test func `whoever is signed in sees the page in their language`() async throws {
        let bokmaal = try await site.browser(as: "nord.sb0").get("/")
        let english = try await site.browser(as: "ost.sb0", language: .en).get("/")

        #expect(bokmaal.status == 200)
        #expect(bokmaal.text.contains("<title>Min dag – Avtalt</title>"))
        #expect(english.text.contains("<html lang=\"en\">"))
    }

    @Test func `what is not there has an error page with a way on`() async throws {
        let reply = try await site.browser(as: nil).get("/nowhere")

        #expect(reply.status == 404)
        #expect(reply.text.contains("Siden finnes ikke"))
        #expect(reply.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
    }

    @Test func `an address that is asked for in another way says how`() async throws {
        let browser = try site.browser(as: "nord.sb0", language: .nn)

        let posted = try await browser.post("/norway", [:])
        let nowhere = try await browser.post("/nowhere", [:])

        #expect(posted.status == 405)
        #expect(posted.headers[.allow] == "GET, HEAD")
        #expect(posted.text.contains("Adressa blir ikkje brukt slik"))
        #expect(nowhere.status == 404)
    }

    @Test func `what the register refuses where no form can say so has its page`() async throws {
        let route = Route.get("/taken", .open) { _ in
            throw RecordRefusal.exists(table: "agreement", id: "NORD-2013-001")
        }
        let answering = Answering(
            site: site.site, route: route, vocabulary: ShellSection.vocabulary)
        let head = HTTPRequest(
            method: .get, scheme: "http", authority: "localhost:8080", path: route.path)

        let response = try await answering.respond(
            to: Request(head: head, body: RequestBody(buffer: ByteBuffer())),
            context: PageContext(logger: site.site.surroundings.logger, peer: nil))

        #expect(response.status == .conflict)
    }

    @Test func `a page that has not changed is not sent again`() async throws {
        let browser = try site.browser(as: "nord.sb0")
        let first = try await browser.get("/")
        let tag = try #require(first.headers[.eTag])

        let second = try await browser.get("/", headers: ["If-None-Match": tag])

        #expect(second.status == 304)
        #expect(second.body.isEmpty)
    }
}
