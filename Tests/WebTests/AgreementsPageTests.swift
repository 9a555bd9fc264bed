import Agreements
import GRDB
import Register
import Testing

@testable import Web

/// The list of agreements.
struct AgreementsPageTests {
    private let site: TestSite

    init() throws {
        site = try TestSite()
    }

    @Test func `everybody sees every region's agreements`() async throws {
        let reply = try await site.browser(as: "c.revisor").get("/agreements")

        #expect(reply.status == 200)
        #expect(reply.text.contains("24 avtaler"))
        #expect(!reply.text.contains("name=\"agreement\""), "An auditor has nothing to tick.")
    }

    @Test(arguments: [
        ("owner=nord&status=active", "owner"), ("q=bodø", "q"), ("missing=R5", "missing"),
        ("late=true", "late"), ("expires_before=2014-01-01&in_force=2013-03-01", "in_force"),
    ]) func `the address holds the filters`(query: String, name: String) async throws {
        let browser = try site.browser(as: "nord.sb0")
        let all = try await count(browser.get("/agreements"))
        let list = AgreementRequest(try #require(URLEncoded.read(query.utf8)))
        let day = try #require(Day("2013-03-01"))
        let expected = try site.register.read { db in
            try list.list(on: day).page(limit: 1, rulebook: .domain, in: db).total
        }

        let some = try await browser.get("/agreements?\(query)")

        #expect(try count(some) == expected)
        #expect(expected < all)
        #expect(some.text.contains("name=\"\(name)\""))
    }

    @Test func `an address that makes no sense makes the whole list`() async throws {
        let reply = try await site.browser(as: "nord.sb0")
            .get("/agreements?owner=atlantis&sort=colour&after=%00xyz&missing=R77&col=secret")

        #expect(reply.status == 400 || reply.text.contains("24 avtaler"))
        let rest = try await site.browser(as: "nord.sb0")
            .get("/agreements?owner=atlantis&sort=colour&after=xyz&missing=R77&col=secret")
        #expect(rest.text.contains("24 avtaler"))
    }

    @Test func `a heading sorts, and says how it is sorted`() async throws {
        let reply = try await site.browser(as: "nord.sb0").get("/agreements?sort=valid_to")

        #expect(reply.text.contains("aria-sort=\"ascending\""))
        #expect(reply.text.contains("/agreements?sort=valid_to&amp;dir=desc"))
    }

    @Test func `a list is kept under a name and removed again`() async throws {
        let browser = try site.browser(as: "nord.sb0")

        let saved = try await browser.post(
            "/agreements/views", ["name": "Nord <b>", "query": "owner=nord&evil=1"])
        let list = try await browser.get("/agreements?owner=nord")

        #expect(saved.location == "/agreements?owner=nord&said=view_saved")
        #expect(list.text.contains("Nord &lt;b&gt;"))
        let key = try site.register.read { db in
            try SavedViews(db).all(of: "nord.sb0", page: "agreements").map(\.key)
        }
        _ = try await site.browser(as: "ost.sb0")
            .post("/agreements/views/\(key[0])/remove", [:])
        #expect(try await browser.get("/agreements?owner=nord").text.contains("Nord &lt;b&gt;"))
        _ = try await browser.post("/agreements/views/\(key[0])/remove", [:])
        #expect(try await !browser.get("/agreements?owner=nord").text.contains("Nord &lt;b&gt;"))
    }

    @Test func `a file of the list holds every line, and no formula`() async throws {
        try site.register.write {
            try $0.execute(
                sql: "UPDATE agreement SET title = '=HYPERLINK(\"x\")' WHERE owner = 'nord'")
        }
        let browser = try site.browser(as: "nord.sb0")

        let csv = try await browser.get("/agreements.csv?owner=nord")
        let workbook = try await browser.get("/agreements.xlsx")

        let lines = csv.text.split(separator: "\r\n")
        let shown = try await count(browser.get("/agreements?owner=nord"))
        #expect(lines.count == shown + 1)
        #expect(lines.dropFirst().allSatisfy { !$0.contains(";\"=") && !$0.contains(";=") })
        #expect(csv.headers[.contentDisposition]?.hasPrefix("attachment") == true)
        #expect(workbook.body.starts(with: Array("PK".utf8)))
    }

    @Test func `several agreements get another responsible at once`() async throws {
        let browser = try site.browser(as: "nord.dir")
        let ids = try site.register.read {
            try String.fetchAll(
                $0, sql: "SELECT id FROM agreement WHERE owner = 'nord' AND status = 'active'")
        }
        let query = ids.map { "agreement=\($0)" }.joined(separator: "&")

        let form = try await browser.get("/agreements/assign?\(query)")
        let body = "\(query)&responsible=nord.sb2&deputy=nord.sb1&csrf=\(browser.csrf ?? "")"
        let done = try await browser.send(
            .post, "/agreements/assign",
            headers: ["Content-Type": "application/x-www-form-urlencoded"], body: Array(body.utf8))

        #expect(form.text.contains("nord.sb2"))
        #expect(done.status == 303)
        let people = try site.register.read {
            try String.fetchAll(
                $0,
                sql: """
                    SELECT DISTINCT user.id FROM agreement JOIN user ON user.key = responsible
                    WHERE owner = 'nord' AND agreement.status = 'active'
                    """)
        }
        #expect(people == ["nord.sb2"])
    }

    @Test func `nobody assigns another region's agreements`() async throws {
        let (id, before) = try site.register.read {
            (
                try String.fetchOne($0, sql: "SELECT id FROM agreement WHERE owner = 'sor'") ?? "",
                try Int.fetchOne($0, sql: "SELECT count(*) FROM audit")
            )
        }

        let reply = try await site.browser(as: "nord.sb0")
            .post("/agreements/assign", ["agreement": id, "responsible": "nord.sb1"])

        #expect(reply.status == 422)
        #expect(reply.text.contains(id))
        #expect(
            try site.register.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM audit") }
                == before)
    }

    private func count(_ reply: TestReply) throws -> Int {
        let match = try #require(reply.text.firstMatch(of: /<p role="status">(\d+) avtale/))
        return try #require(Int(match.1))
    }
}
