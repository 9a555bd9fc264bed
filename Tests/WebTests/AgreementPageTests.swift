import Agreements
import GRDB
import Register
import Testing

@testable import Web

/// The pages of one agreement, on 1 March 2013.
struct AgreementPageTests {
    private let site: TestSite
    private let path = "/agreements/NORD-2011-0012"

    init() throws {
        site = try TestSite()
    }

    private static let tabs = [
        "", "/promises", "/plan", "/meetings", "/documents", "/reminders", "/history",
    ]
    private static let forms = [
        "/edit", "/amend", "/renew", "/end", "/archive", "/contacts/new", "/commitments/new",
        "/followups/new", "/meetings/new",
    ]

    private func key(_ table: String, _ id: String) throws -> Int64 {
        try #require(
            try site.register.read {
                try Int64.fetchOne(
                    $0, sql: "SELECT key FROM \(table) WHERE id = ?", arguments: [id])
            })
    }

    @Test(arguments: tabs + forms, Language.allCases)
    func `every page is there in every language`(page: String, language: Language) async throws {
        let browser = try site.browser(as: "nord.sb0", language: language)

        let reply = try await browser.get(path + page)

        #expect(reply.status == 200)
        #expect(reply.text.contains("<html lang=\"\(language.rawValue)\">"))
        #expect(!reply.text.contains("Optional("))
        #expect(!reply.text.contains("style=\""))
        #expect(reply.body.count < 60_000)
    }

    @Test func `the overview tells who, when, what is missing and how to mend it`() async throws {
        let text = try await site.browser(as: "nord.sb0").get(path).text

        #expect(text.contains("<h1>Avtale 12 æøå</h1>"))
        #expect(text.contains("19.05.2011 til 18.05.2015"))
        #expect(text.contains("<svg"))
        #expect(text.contains("href=\"/agreements/NORD-2011-0012/edit\""))
        #expect(text.contains("Velg en ansvarlig og en stedfortreder"))
    }

    @Test func `whoever may only read is offered nothing to write, and writes nothing`()
        async throws
    {
        let stranger = try site.browser(as: "sor.sb0")

        let page = try await stranger.get(path)
        let form = try await stranger.get(path + "/edit")
        let post = try await stranger.post(path + "/end", ["ended_on": "01.03.2013"])

        #expect(page.status == 200)
        #expect(!page.text.contains("/edit\""))
        #expect(form.status == 403)
        #expect(post.status == 403)
    }

    @Test func `what is not in the register has no page`() async throws {
        let browser = try site.browser(as: "nord.sb0")

        #expect(try await browser.get("/agreements/NORD-1999-001").status == 404)
        #expect(try await browser.get("/meetings/999999").status == 404)
        #expect(try await browser.get(path + "/documents/1").status == 404)
        #expect(try await browser.get(path + "/contacts/1").status == 404)
    }

    @Test func `a meeting shows its moves and what can be done with it`() async throws {
        let browser = try site.browser(as: "nord.sb0")
        let key = try key("meeting", "NORD-2010-0001/2012/t0")

        let page = try await browser.get("/meetings/\(key)")
        let steps = ["hold", "postpone", "cancel", "prepare"]

        #expect(page.status == 200)
        #expect(page.text.contains("Utfallet er ikke registrert"))
        for step in steps {
            #expect(page.text.contains("/meetings/\(key)/\(step)"))
            #expect(try await browser.get("/meetings/\(key)/\(step)").status == 200)
        }
    }

    @Test func `reminders to come say why, and to whom`() async throws {
        let text = try await site.browser(as: "nord.sb0").get(path + "/reminders").text

        #expect(text.contains("Påminnelser som kommer"))
        #expect(text.contains("virkedager"))
        #expect(text.contains("Ingen påminnelser er sendt."))
    }

    @Test func `the history tells what was changed, from what to what and by whom`() async throws {
        let browser = try site.browser(as: "nord.sb0")
        _ = try await browser.post(
            path + "/archive", ["case_number": "13/100", "public_title": "", "access_ground": ""])
        _ = try await browser.post(
            path + "/archive", ["case_number": "13/101", "public_title": "", "access_ground": ""])

        let text = try await browser.get(path + "/history").text

        #expect(text.contains("Saksnummer: fra «13/100» til «13/101»"))
        #expect(text.contains("nord.sb0"))
        #expect(text.contains("01.03.2013 12:00"))
    }

    @Test func `what people write is shown as text and never as markup`() async throws {
        let browser = try site.browser(as: "nord.sb0")
        _ = try await browser.post(
            path + "/commitments/new",
            ["text": "<script>alert(1)</script>", "side": "imdi", "measurable": "true"])

        let text = try await browser.get(path + "/promises").text

        #expect(text.contains("&lt;script&gt;"))
        #expect(!text.contains("<script>alert"))
    }
}
