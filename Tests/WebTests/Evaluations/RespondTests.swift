import Agreements
import GRDB
import HTTPTypes
import Register
import Testing

@testable import Web

/// A counterpart answers by its personal link.
struct RespondTests {
    private let bench: EvaluationBench
    private let secret: String
    private let visitor: TestBrowser

    init() throws {
        bench = try EvaluationBench()
        secret = try bench.invite()
        visitor = try bench.site.browser(as: nil)
    }

    private var path: String { "/respond/\(secret)" }

    @Test func `the page is in the municipality's language, and in another that is chosen`()
        async throws
    {
        let own = try await visitor.get(path)
        let chosen = try await visitor.get(
            path, headers: ["Cookie": "\(bench.site.site.cookieJar.language)=en"])

        #expect(own.status == 200)
        #expect(own.text.contains("<html lang=\"nn\">"))
        #expect(own.text.contains("Svar innan"))
        #expect(chosen.text.contains("<html lang=\"en\">"))
    }

    @Test func `it says what it is about, and names nobody of the staff`() async throws {
        let page = try await visitor.get(path).text

        #expect(page.contains("Avtale 12"))
        #expect(page.contains("Forpliktelse"))
        #expect(!page.contains("Saksbehandler"))
    }

    @Test func `answers are saved, gone on with, and delivered, without any cookie`() async throws {
        let saved = try await visitor.post(
            path, ["score_overall": "4", "comment_overall": "Godt", "do": "save"])
        #expect(EvaluationBench.location(saved) == "\(path)?said=saved_for_later")
        #expect(
            try bench.value("SELECT count(*) FROM score WHERE evaluation = \(bench.key)") == "0")

        let page = try await visitor.get(path).text
        #expect(page.contains("value=\"4\" checked"))
        #expect(page.contains("\nGodt</textarea>"))
        let stamp = try #require(EvaluationBench.hidden("stamp", in: page))

        let delivered = try await visitor.post(
            path,
            [
                "score_overall": "4", "score_services": "2", "comment_overall": "Godt",
                "stamp": stamp, "do": "deliver",
            ])

        #expect(EvaluationBench.location(delivered) == "\(path)?said=delivered")
        #expect(
            try bench.value(
                """
                SELECT group_concat(side || dimension || score) FROM (SELECT * FROM score
                WHERE evaluation = \(bench.key) ORDER BY dimension)
                """) == "counterpartoverall4,counterpartservices2")
    }

    @Test func `what cannot be saved stays in the form`() async throws {
        let long = String(repeating: "a", count: 2001)

        let reply = try await visitor.post(
            path, ["score_overall": "4", "comment_overall": long, "do": "deliver"])

        #expect(reply.status == 422)
        #expect(reply.text.contains(long))
        #expect(reply.text.contains("value=\"4\" checked"))
    }

    @Test func `a delivery without a score keeps what was written and says why`() async throws {
        let reply = try await visitor.post(
            path, ["comment_overall": "Veit ikkje", "do": "deliver"])

        #expect(reply.status == 422)
        #expect(reply.text.contains("Gi poeng til minst eitt"))
        #expect(
            try bench.value("SELECT comment FROM answer WHERE dimension = 'overall'")
                == "Veit ikkje")
    }

    @Test func `who saves over somebody else's answers is shown them first`() async throws {
        _ = try await visitor.post(path, ["score_overall": "4", "do": "save"])

        let reply = try await visitor.post(path, ["score_overall": "1", "do": "save"])

        #expect(reply.status == 422)
        #expect(reply.text.contains("Lagra i mellomtida: 4."))
        #expect(reply.text.contains("value=\"1\" checked"))
        #expect(try bench.value("SELECT score FROM answer WHERE dimension = 'overall'") == "4")
    }

    @Test func `neither side reads the other's answer before both have delivered`() async throws {
        let staff = try bench.site.browser(as: "nord.sb0")
        try bench.answer()

        let early = try await staff.get("/evaluations/\(bench.key)").text
        #expect(!early.contains("Kommunen sier dette"))
        #expect(early.contains("Har svart"))
        let own = try await visitor.get(path).text
        #expect(own.contains("Kommunen sier dette"))

        try bench.submit()
        let staffs = try await staff.get("/evaluations/\(bench.key)").text
        let theirs = try await visitor.get(path).text

        for page in [staffs, theirs] {
            #expect(page.contains("Kommunen sier dette"))
            #expect(page.contains("IMDi sier dette"))
            #expect(page.contains("<svg"))
        }
        #expect(!theirs.contains("name=\"do\""))
    }

    @Test func `IMDi's part is not shown to the counterpart before it has answered`() async throws {
        try bench.submit()

        let page = try await visitor.get(path).text

        #expect(!page.contains("IMDi sier dette"))
        #expect(page.contains("name=\"do\""))
    }

    @Test func `once the term is over what was delivered is shown`() async throws {
        let late = try EvaluationBench(on: "2015-02-01")
        try late.submit()
        let secret = try late.invite()

        let page = try await late.site.browser(as: nil).get("/respond/\(secret)").text

        #expect(page.contains("IMDi sier dette"))
        #expect(page.contains("name=\"do\""))
    }

    @Test func `after the approval the page says that it is closed`() async throws {
        try bench.submit()
        try bench.approve()

        let page = try await visitor.get(path)
        let late = try await visitor.post(path, ["score_overall": "1", "do": "deliver"])

        for reply in [page, late] {
            #expect(reply.status == 410)
            #expect(reply.text.contains("Evalueringa vart godkjend"))
        }
        #expect(
            try bench.value(
                "SELECT count(*) FROM score WHERE side <> 'imdi' AND evaluation = "
                    + "\(bench.key)") == "0")
    }

    @Test func `a link that was ended opens nothing any more`() async throws {
        let staff = try bench.site.browser(as: "nord.sb0")
        let respondent = try #require(try bench.value("SELECT key FROM respondent"))

        let ended = try await staff.post(
            "/evaluations/\(bench.key)/respondents/\(respondent)/end", [:])
        let page = try await visitor.get(path)

        #expect(
            EvaluationBench.location(ended) == "/evaluations/\(bench.key)?said=link_ended")
        #expect(page.status == 410)
        #expect(!page.text.contains("Avtale 12 æøå</h2>"))
        #expect(!page.text.contains("Forpliktelse"))
    }

    // MARK: Secrets

    @Test func `a secret is as long as what nobody guesses, and is kept as its digest`() throws {
        #expect(secret.utf8.count == 43)
        #expect(
            try bench.value(
                """
                SELECT count(*) FROM respondent_secret
                WHERE CAST(digest AS TEXT) LIKE '%\(secret)%'
                """
            ) == "0")
        #expect(
            try bench.value(
                """
                SELECT count(*) FROM audit
                WHERE after LIKE '%\(secret)%' OR before LIKE '%\(secret)%'
                """) == "0")
    }

    @Test func `another secret is a page that is not there`() async throws {
        let wrong = String(secret.reversed())

        let page = try await visitor.get("/respond/\(wrong)")
        let posted = try await visitor.post("/respond/\(wrong)", ["do": "deliver"])

        #expect(page.status == 404)
        #expect(posted.status == 404)
    }

    @Test func `nothing on the way keeps the page, lists it or tells its address`() async throws {
        for path in [path, "/respond/nothing"] {
            let page = try await visitor.get(path)

            #expect(page.headers[.cacheControl] == "no-store")
            #expect(page.headers[.eTag] == nil)
            #expect(page.headers[.xRobotsTag] == "noindex")
            #expect(page.headers[.referrerPolicy] == "same-origin")
            // No address of another site that a browser could be led to.
            #expect(!page.text.contains("href=\"http"))
        }
    }

    @Test func `one address asks at a pace, and others are not slowed down by it`() async throws {
        for _ in 0..<60 { _ = try await visitor.get("/respond/guess") }

        let slowed = try await visitor.get(path)
        let other = try await bench.site.respond(
            to: HTTPRequest(
                method: .get, scheme: "http", authority: "localhost:8080", path: path),
            body: [], from: "198.51.100.7")

        #expect(slowed.status == 429)
        #expect(slowed.headers[.retryAfter] != nil)
        #expect(other.status == 200)
    }

    @Test func `a form on another site posts nothing`() async throws {
        let reply = try await visitor.post(
            path, ["score_overall": "1", "do": "deliver"],
            headers: ["Sec-Fetch-Site": "cross-site"])

        #expect(reply.status == 403)
        #expect(try bench.value("SELECT count(*) FROM answer") == "0")
    }

    @Test func `whoever is signed in is a stranger to the link all the same`() async throws {
        let page = try await bench.site.browser(as: "nord.dir").get(path).text

        #expect(!page.contains("/sign-out"))
        #expect(page.contains("Svar innan"))
    }
}
