import Agreements
import GRDB
import Register
import Testing

@testable import Web

/// The log line from what is typed to what is registered, on 1 March 2013.
struct LogPagesTests {
    private let bench: MyDayBench
    private let browser: TestBrowser

    init() throws {
        bench = try MyDayBench()
        browser = try bench.site.browser(as: "nord.sb0")
    }

    private func logged() throws -> [String] {
        try bench.site.register.read { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT coalesce(a.id, p.id), t.kind, t.happened_on, coalesce(t.theme, '')
                    FROM activity AS t LEFT JOIN agreement AS a ON a.key = t.agreement
                    LEFT JOIN party AS p ON p.key = t.party ORDER BY t.key DESC LIMIT 1
                    """
            ).map { [$0[0], $0[1], $0[2], $0[3]] } ?? []
        }
    }

    @Test func `a line that leaves nothing open is registered at once`() async throws {
        let reply = try await browser.post(
            "/log", ["text": "Ringte Bodø om høstens møte", "back": "/"])
        let page = try await browser.get(try #require(reply.location))

        #expect(reply.status == 303)
        #expect(
            try logged() == [
                "NORD-2013-900", "phone", "2013-03-01", "Ringte Bodø om høstens møte",
            ])
        #expect(page.text.contains("Ført. Ringte Bodø om høstens møte"))
        #expect(page.text.contains("Rett opp"))
        #expect(page.text.contains("Sist ført av deg"))
    }

    @Test func `an agreement is named by its number`() async throws {
        _ = try await browser.post("/log", ["text": "besøkte nord-2013-900 i går"])

        #expect(try logged().prefix(3) == ["NORD-2013-900", "visit", "2013-02-28"])
    }

    @Test func `a party without an agreement is logged as it is`() async throws {
        let reply = try await browser.post("/log", ["text": "Ringte Narvik om bosetting"])

        #expect(reply.status == 303)
        #expect(try logged().first == "K1805")
    }

    @Test func `who is not known is asked for, with everything typed still there`() async throws {
        let asked = try await browser.post("/log", ["text": "Ringte onkel Skrue i går"])
        let answered = try await browser.post(
            "/log",
            [
                "confirmed": "true", "theme": "Ringte onkel Skrue i går", "kind": "phone",
                "on": "2013-02-28", "find": "Bodø", "participants": "3", "sub_goal": "D1",
                "outcome": "Nytt møte",
            ])

        #expect(asked.status == 200)
        #expect(asked.text.contains("value=\"Ringte onkel Skrue i går\""))
        #expect(asked.text.contains("value=\"2013-02-28\""))
        #expect(asked.text.contains("<option value=\"phone\" selected>"))
        #expect(answered.status == 303)
        #expect(try logged().prefix(3) == ["NORD-2013-900", "phone", "2013-02-28"])
    }

    @Test func `a name with two agreements is chosen between`() async throws {
        try bench.site.register.write {
            try $0.execute(
                sql: """
                    INSERT INTO agreement (id, title, designation, kind, owner, signed_on,
                        valid_from, valid_to, status)
                    VALUES ('NORD-2013-901', 'Andre avtale', '', 'municipal', 'nord',
                        '2013-01-01', '2013-01-01', '2015-12-31', 'active');
                    INSERT INTO agreement_party (agreement, party, position)
                    SELECT a.key, p.key, 1 FROM agreement AS a, party AS p
                    WHERE a.id = 'NORD-2013-901' AND p.id = 'K1804';
                    """)
        }

        let asked = try await browser.post("/log", ["text": "Ringte Bodø"])
        let chosen = try await browser.post(
            "/log",
            [
                "confirmed": "true", "theme": "Ringte Bodø", "kind": "phone", "on": "2013-03-01",
                "with": "agreement:NORD-2013-901",
            ])

        #expect(asked.text.contains("value=\"agreement:NORD-2013-900\""))
        #expect(asked.text.contains("value=\"agreement:NORD-2013-901\""))
        #expect(chosen.status == 303)
        #expect(try logged().first == "NORD-2013-901")
    }

    @Test func `a line without a kind is asked about`() async throws {
        let asked = try await browser.post("/log", ["text": "Bodø om høsten"])

        #expect(asked.status == 200)
        #expect(asked.text.contains("value=\"agreement:NORD-2013-900\" checked"))
    }

    @Test func `nothing is logged for another region`() async throws {
        let before = try logged()
        let reply = try await bench.site.browser(as: "ost.sb0").post(
            "/log",
            [
                "confirmed": "true", "theme": "x", "kind": "phone", "on": "2013-03-01",
                "with": "agreement:NORD-2013-900",
            ])

        #expect(reply.status == 403)
        #expect(try logged() == before)
    }

    @Test func `a national identity number is refused, and the line is kept`() async throws {
        let reply = try await browser.post("/log", ["text": "Ringte Bodø om 13109712300"])

        #expect(reply.status == 422 || reply.status == 303)
        #expect(try reply.status == 303 || !logged().contains("13109712300"))
    }

    @Test func `an activity is corrected, and not over somebody else's correction`() async throws {
        _ = try await browser.post("/log", ["text": "Ringte Bodø"])
        let key = try #require(
            try bench.value("SELECT CAST(max(key) AS TEXT) FROM activity"))
        let form = try await browser.get("/log/\(key)")
        let version = try bench.version()
        let corrected = try await browser.post(
            "/log/\(key)",
            [
                "confirmed": "true", "version": version, "with": "agreement:NORD-2013-900",
                "theme": "Besøkte Bodø", "kind": "visit", "on": "2013-02-28",
            ])
        let late = try await browser.post(
            "/log/\(key)",
            [
                "confirmed": "true", "version": version, "with": "agreement:NORD-2013-900",
                "theme": "Noe annet", "kind": "phone", "on": "2013-02-28",
            ])

        #expect(form.text.contains("value=\"Ringte Bodø\""))
        #expect(corrected.status == 303)
        #expect(late.status == 422)
        #expect(late.text.contains("value=\"Noe annet\""))
        #expect(try logged() == ["NORD-2013-900", "visit", "2013-02-28", "Besøkte Bodø"])
    }

    @Test func `an empty line leads back`() async throws {
        let reply = try await browser.post("/log", ["text": " ", "back": "/?show=late"])

        #expect(reply.location == "/?show=late")
    }
}
