import Agreements
import GRDB
import Register
import Testing

@testable import Web

/// The calendar and its feeds, asked of a site with the worked example.
struct CalendarPageTests {
    private let site: TestSite

    init() throws {
        site = try TestSite(on: "2013-05-15")
    }

    @Test(
        arguments: [
            "/calendar", "/calendar?view=week", "/calendar?view=list&unit=nord",
            "/calendar?on=2013-12-31&unit=ost", "/calendar?on=99999-01-01&view=x&unit=y",
            "/calendar/feeds",
        ], Language.allCases)
    func `every view is there`(path: String, language: Language) async throws {
        let reply = try await site.browser(as: "ost.sb0", language: language).get(path)

        #expect(reply.status == 200)
        #expect(reply.body.count < 60 * 1024)
        #expect(!reply.text.contains(" style="))
    }

    @Test(arguments: OwningUnit.allCases)
    func `a month shows every meeting of the unit on its day`(unit: OwningUnit) async throws {
        let expected = try site.register.read { db in
            try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM meeting JOIN agreement ON agreement.key = agreement
                    WHERE owner = ? AND coalesce(held_on, planned_on)
                        BETWEEN '2013-04-29' AND '2013-06-02'
                    """, arguments: [unit.rawValue])
        }

        let page = try await site.browser(as: "c.an0").get("/calendar?unit=\(unit.rawValue)").text

        #expect(page.matches(of: /class="item meeting/).count == expected)
    }

    @Test func `a feed is made, read without signing in, and revoked`() async throws {
        let browser = try site.browser(as: "ost.sb0")
        let stranger = try site.browser(as: nil)

        let made = try await browser.post("/calendar/feeds", ["unit": "ost"])
        let path = try #require(made.text.firstMatch(of: /(\/feeds\/[^<]+\.ics)</)).1
        let feed = try await stranger.get(String(path))
        let again = try await stranger.get(
            String(path), headers: ["If-None-Match": try #require(feed.headers[.eTag])])

        #expect(feed.status == 200)
        #expect(feed.headers[.contentType] == "text/calendar; charset=utf-8")
        #expect(feed.text.hasPrefix("BEGIN:VCALENDAR\r\n"))
        #expect(feed.text.contains("BEGIN:VEVENT"))
        #expect(again.status == 304)

        let list = try await browser.get("/calendar/feeds").text
        #expect(!list.contains(String(path)))
        let revoke = try #require(list.firstMatch(of: /action="(\/calendar\/feeds\/\d+\/revoke)"/))
        let revoked = try await browser.post(String(revoke.1), [:])

        #expect(revoked.location == "/calendar/feeds?said=revoked")
        #expect(try await stranger.get(String(path)).status == 404)
    }

    @Test func `nobody revokes what is another's`() async throws {
        let made = try await site.browser(as: "ost.sb0").post("/calendar/feeds", ["unit": ""])
        let path = try #require(made.text.firstMatch(of: /(\/feeds\/[^<]+\.ics)</)).1
        let revoke = try #require(
            made.text.firstMatch(of: /action="(\/calendar\/feeds\/\d+\/revoke)"/))

        let refused = try await site.browser(as: "nord.sb0").post(String(revoke.1), [:])

        #expect(refused.status == 404)
        #expect(try await site.browser(as: nil).get(String(path)).status == 200)
    }

    @Test func `a person has ten addresses at most`() async throws {
        let browser = try site.browser(as: "ost.sb0")
        for _ in 0..<10 { _ = try await browser.post("/calendar/feeds", ["unit": ""]) }

        let refused = try await browser.post("/calendar/feeds", ["unit": ""])

        #expect(refused.status == 422)
        #expect(refused.text.contains("Du har 10 adresser"))
    }

    @Test func `a feed of somebody who has left opens no more`() async throws {
        let made = try await site.browser(as: "ost.sb0").post("/calendar/feeds", ["unit": ""])
        let path = try #require(made.text.firstMatch(of: /(\/feeds\/[^<]+\.ics)</)).1
        try site.register.write {
            try $0.execute(sql: "UPDATE user SET active = 0 WHERE id = 'ost.sb0'")
        }

        let reply = try await site.browser(as: nil).get(String(path))

        #expect(reply.status == 404)
    }

    @Test(arguments: ["/feeds/x", "/feeds/.ics", "/feeds/%27%20OR%201=1--"])
    func `a guess opens nothing`(path: String) async throws {
        #expect(try await site.browser(as: nil).get(path).status == 404)
    }
}
