import Agreements
import GRDB
import Register
import Testing

@testable import Web

/// What My day shows to whom, on 1 March 2013.
struct MyDayTests {
    private let bench: MyDayBench

    init() throws {
        bench = try MyDayBench()
    }

    private func page(_ user: String, _ path: String = "/", language: Language? = nil) async throws
        -> TestReply
    {
        try await bench.site.browser(as: user, language: language).get(path)
    }

    /// The texts of a part's pages, one after the other.
    private func everyPage(_ user: String, _ path: String) async throws -> String {
        var text = ""
        var from = 0
        while true {
            let page = try await page(user, "\(path)&from=\(from)").text
            text += page
            from += DayPart.pageRows
            guard page.contains("from=\(from)\"") else { return text }
        }
    }

    @Test(arguments: [
        ("waiting", "Fortidsmøtet"), ("late", "Skriv brevet"), ("today", "Dagens møte"),
        ("soon", "Kurs for tolker"),
    ]) func `the responsible sees each thing in its part`(part: String, title: String) async throws
    {
        let page = try await page("nord.sb0")

        #expect(page.status == 200)
        #expect(MyDayBench.part(part, of: page).contains(title))
        #expect(page.text.components(separatedBy: title).count == 2, "Once, and nowhere else.")
    }

    @Test func `what somebody else has done is on no part that is opened afterwards`() async throws
    {
        let browser = try bench.site.browser(as: "nord.sb0")
        let before = try await browser.get("/")

        try bench.site.register.write {
            try $0.execute(
                sql: """
                    UPDATE followup SET status = 'done', done_on = '2013-03-01'
                    WHERE title LIKE 'Skriv brevet%'
                    """)
        }
        let after = try await browser.get("/?show=late")

        #expect(before.text.contains("Skriv brevet"))
        #expect(after.status == 200)
        #expect(!after.text.contains("Skriv brevet"))
    }

    @Test func `what lies further ahead is on a tab of its own`() async throws {
        #expect(try await !page("nord.sb0").text.contains("Stort tiltak"))
        #expect(try await page("nord.sb0", "/?show=ahead").text.contains("Stort tiltak"))
    }

    @Test func `the deputy sees what a stage has reached them with, and all during a leave`()
        async throws
    {
        let present = try await page("nord.sb1")
        #expect(!present.text.contains("Dagens møte") || present.text.contains("nestansvarlig"))
        #expect(!present.text.contains("Kurs for tolker"))

        try bench.site.register.write {
            try $0.execute(
                sql: """
                    UPDATE user SET leave_from = '2013-02-25', leave_to = '2013-03-08'
                    WHERE id = 'nord.sb0'
                    """)
        }
        let alone = try await page("nord.sb1")

        #expect(alone.text.contains("Kurs for tolker"))
        #expect(alone.text.contains("Du er stedfortreder"))
    }

    @Test func `the director sees what is escalated, and what is to be adopted`() async throws {
        let page = try await page("nord.dir")

        // Ten working days after 1 February are over, those after 25 February are not.
        #expect(MyDayBench.part("escalated", of: page).contains("Gammelt punkt"))
        #expect(!page.text.contains("Skriv brevet"))
        #expect(MyDayBench.part("waiting", of: page).contains("Vedta planen for 2013"))
        #expect(page.text.contains("Vedta i dag"))
    }

    @Test(arguments: [("2013-02-20", true), ("2013-02-22", false)])
    func `the director sees a hand-over that is not answered in time`(on: String, isSeen: Bool)
        async throws
    {
        try bench.site.register.write {
            try $0.execute(
                sql: """
                    INSERT INTO handover (giver, receiver, offered_on, state)
                    SELECT g.key, r.key, :on, 'offered' FROM user AS g, user AS r
                    WHERE g.id = 'nord.sb0' AND r.id = 'nord.sb1';
                    INSERT INTO handover_agreement (handover, agreement)
                    SELECT 1, key FROM agreement WHERE id = 'NORD-2013-900';
                    """, arguments: ["on": on])
        }

        let page = try await page("nord.dir")

        #expect(MyDayBench.part("escalated", of: page).contains("vil overlevere") == isSeen)
        #expect(
            try await MyDayBench.part("waiting", of: self.page("nord.sb1"))
                .contains("vil overlevere en avtale"))
    }

    @Test func `head office sees what is escalated to it, without buttons for a region`()
        async throws
    {
        let text = try await everyPage("c.an0", "/?show=escalated")

        // The plan for 2013 is missing since 31 January, and 1 March is head office's stage.
        #expect(text.contains("Planen for 2013 er ikke vedtatt"))
        #expect(!text.contains("Skriv brevet"))
        #expect(!text.contains("formaction=\"/day/followups/\(try bench.key("followup", "F-OLD"))"))
    }

    @Test(arguments: ["c.revisor", "c.admin"])
    func `whoever only reads sees everything and can record nothing`(user: String) async throws {
        let text = try await everyPage(user, "/?show=waiting")

        #expect(text.contains("Fortidsmøtet"))
        #expect(!text.contains("formaction"))
        #expect(!text.contains("data-log"))
    }

    @Test func `a colleague sees the unit's work by the address`() async throws {
        #expect(try await !page("nord.sb2").text.contains("Kurs for tolker"))
        #expect(try await page("nord.sb2", "/?who=nord").text.contains("Kurs for tolker"))
        #expect(try await !page("nord.sb2", "/?who=ost").text.contains("formaction"))
    }

    @Test func `the settlement coordinator sees what figures are missing`() async throws {
        try bench.site.register.write { db in
            try db.execute(
                sql: """
                    INSERT OR REPLACE INTO settlement (municipality, year, month, decided)
                    SELECT key, 2013, 1, 20 FROM municipality WHERE number = '1804'
                        AND NOT EXISTS (SELECT 1 FROM settlement WHERE year = 2013
                            AND municipality = municipality.key)
                    """)
        }

        let page = try await page("nord.sb3")

        #expect(page.text.contains("Tall for januar 2013 mangler for"))
    }

    @Test(arguments: [
        (Language.nb, "Venter på deg"), (.nn, "Ventar på deg"), (.en, "Waiting for you"),
    ]) func `the page is in the reader's language`(language: Language, heading: String)
        async throws
    {
        let page = try await page("nord.sb0", language: language)

        #expect(page.text.contains(heading))
    }

    @Test func `a page stays below 60 KB however much there is`() async throws {
        try bench.site.register.write { db in
            try db.execute(
                sql: """
                    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)
                    INSERT INTO followup (id, agreement, title, side, due_on, status)
                    SELECT 'MANY' || i, (SELECT key FROM agreement WHERE id = 'NORD-2013-900'),
                        'Et punkt med et navn som er omtrent så langt som de pleier å være', 'imdi',
                        date('2013-01-10', '+' || (i % 63) || ' days'), 'open' FROM n
                    """)
        }

        let overview = try await page("nord.sb0")
        let late = try await page("nord.sb0", "/?show=late")

        #expect(overview.body.count < 60_000)
        #expect(late.body.count < 60_000)
        #expect(overview.text.contains("href=\"/?show=late\""))
        #expect(late.text.contains("from=50"))
    }

    @Test func `nothing of an address is taken at its word`() async throws {
        let page = try await page(
            "nord.sb0", "/?who=%3Cb%3E&show=%3Cb%3E&from=-9&did=7%20OR%201&log=%22%3E%3Cscript%3E")

        #expect(page.status == 200)
        #expect(!page.text.contains("<b>"))
        #expect(!page.text.contains("\"><script>"))
    }
}
