import Agreements
import GRDB
import Register
import Testing

@testable import Web

/// Outcomes recorded from My day, on 1 March 2013.
struct MyDayDeedTests {
    private let bench: MyDayBench
    private let browser: TestBrowser

    init() throws {
        bench = try MyDayBench()
        browser = try bench.site.browser(as: "nord.sb0")
    }

    private func path(_ table: String, _ id: String, _ deed: String) throws -> String {
        "/day/\(table)s/\(try bench.key(table, id))/\(deed)"
    }

    @Test func `one press records a meeting as held, and the page says so and offers to undo`()
        async throws
    {
        let held = try await browser.post(
            path("meeting", "M-TODAY", "held"),
            ["on": "2013-03-01", "version": bench.version(), "back": "/?show=today"])
        let page = try await browser.get(try #require(held.location))

        #expect(held.status == 303)
        #expect(held.location?.hasPrefix("/?show=today&did=") == true)
        #expect(try bench.value("SELECT held_on FROM meeting WHERE id = 'M-TODAY'") == "2013-03-01")
        #expect(page.text.contains("Ført. Dagens møte: holdt 01.03.2013"))
        #expect(page.text.contains("data-undo"))
    }

    @Test func `what was recorded is taken back, once and by nobody else`() async throws {
        let held = try await browser.post(
            path("meeting", "M-TODAY", "held"), ["on": "2013-03-01", "back": "/"])
        let seq = try #require(held.location?.split(separator: "=").last.map(String.init))
        let other = try await bench.site.browser(as: "nord.sb1").post("/day/undo", ["undo": seq])
        let undone = try await browser.post("/day/undo", ["undo": seq, "back": "/"])
        let again = try await browser.post("/day/undo", ["undo": seq, "back": "/"])

        #expect(other.status == 404)
        #expect(try bench.value("SELECT status FROM meeting WHERE id = 'M-TODAY'") == "planned")
        #expect(try bench.value("SELECT held_on FROM meeting WHERE id = 'M-TODAY'") == nil)
        #expect(undone.location?.hasPrefix("/?did=") == true)
        #expect(again.location == "/?said=changed")
    }

    @Test(arguments: [("followup", "F-LATE"), ("measure", "T-SOON")])
    func `one press records a promise as done`(table: String, id: String) async throws {
        let done = try await browser.post(
            path(table, id, "done"), ["on": "2013-03-01", "version": bench.version()])

        #expect(done.status == 303)
        #expect(
            try bench.value("SELECT status || done_on FROM \(table) WHERE id = '\(id)'")
                == "done2013-03-01")
    }

    @Test func `a meeting is postponed to a suggested day with a reason`() async throws {
        let form = try await browser.get(path("meeting", "M-PAST", "postpone"))
        let postponed = try await browser.post(
            path("meeting", "M-PAST", "postpone"),
            ["reason": "Snø på Saltfjellet", "to": "2013-03-08", "pick": "2013-03-15"])

        #expect(form.text.contains("Om en uke: fredag 08.03.2013"))
        #expect(postponed.status == 303)
        #expect(
            try bench.value("SELECT planned_on FROM meeting WHERE id = 'M-PAST'") == "2013-03-15")
    }

    @Test(arguments: [("followup", "F-LATE"), ("measure", "T-SOON")])
    func `a promise gets a new day with a reason`(table: String, id: String) async throws {
        let moved = try await browser.post(
            path(table, id, "move"), ["reason": "Sykdom", "to": "15.03.2013"])

        #expect(moved.status == 303)
        #expect(try bench.value("SELECT due_on FROM \(table) WHERE id = '\(id)'") == "2013-03-15")
    }

    @Test func `without a reason nothing is lost that was typed`() async throws {
        let reply = try await browser.post(
            path("meeting", "M-PAST", "postpone"), ["reason": " ", "to": "2013-03-20"])

        #expect(reply.status == 422)
        #expect(reply.text.contains("Grunn må fylles ut"))
        #expect(reply.text.contains("value=\"2013-03-20\""))
    }

    @Test(arguments: [("followup", "F-LATE"), ("measure", "T-SOON")])
    func `not mine goes to a colleague with a reason`(table: String, id: String) async throws {
        let form = try await browser.get(path(table, id, "assign"))
        let given = try await browser.post(
            path(table, id, "assign"), ["to": "nord.sb2", "reason": "Gjelder tolking"])
        let theirs = try await bench.site.browser(as: "nord.sb2").get("/")

        #expect(form.text.contains("value=\"nord.sb2\""))
        #expect(!form.text.contains("value=\"nord.sb0\""))
        #expect(given.status == 303)
        #expect(try bench.value("SELECT reason FROM reassignment") == "Gjelder tolking")
        #expect(theirs.text.contains(id == "F-LATE" ? "Skriv brevet" : "Kurs for tolker"))
    }

    @Test func `a promise is not given to another region`() async throws {
        let reply = try await browser.post(
            path("followup", "F-LATE", "assign"), ["to": "ost.sb0", "reason": "Nei"])

        #expect(reply.status == 422)
        #expect(try bench.value("SELECT reason FROM reassignment") == nil)
    }

    @Test func `a meeting that is not mine is offered with its agreement`() async throws {
        let offered = try await browser.post(
            path("meeting", "M-TODAY", "assign"), ["to": "nord.sb2", "reason": "Bytter område"])
        let theirs = try await bench.site.browser(as: "nord.sb2").get("/")
        let deputy = try await bench.site.browser(as: "nord.sb1").post(
            path("meeting", "M-TODAY", "assign"), ["to": "nord.sb2", "reason": "Nei"])

        #expect(offered.status == 303)
        #expect(theirs.text.contains("vil overlevere en avtale"))
        #expect(deputy.status == 422)
    }

    @Test func `what somebody else changed meanwhile is shown and not overwritten`() async throws {
        let seen = try bench.version()
        _ = try await bench.site.browser(as: "nord.sb1").post(
            path("meeting", "M-PAST", "held"), ["on": "2013-02-20"])

        let late = try await browser.post(
            path("meeting", "M-PAST", "held"), ["on": "2013-02-21", "version": seen])

        #expect(late.status == 422)
        #expect(late.text.contains("nord.sb1 endret"))
        #expect(late.text.contains("allerede ført som holdt"))
        #expect(try bench.value("SELECT held_on FROM meeting WHERE id = 'M-PAST'") == "2013-02-20")
    }

    @Test func `a day to come is refused where it was typed`() async throws {
        let reply = try await browser.post(
            path("followup", "F-LATE", "done"), ["on": "2013-03-02"])

        #expect(reply.status == 422)
        #expect(reply.text.contains("id=\"error-on\""))
    }

    @Test(arguments: ["ost.sb0", "c.an0", "c.admin", "c.revisor"])
    func `nobody records what is another region's`(user: String) async throws {
        let stranger = try bench.site.browser(as: user)

        let held = try await stranger.post(
            path("meeting", "M-TODAY", "held"), ["on": "2013-03-01"])
        let form = try await stranger.get(path("followup", "F-LATE", "move"))

        #expect(held.status == 403)
        #expect(form.status == 403)
        #expect(try bench.value("SELECT status FROM meeting WHERE id = 'M-TODAY'") == "planned")
    }

    @Test func `the director adopts a plan at once, and nobody else`() async throws {
        let plan = try #require(
            try bench.value(
                """
                SELECT CAST(plan.key AS TEXT) FROM plan JOIN agreement
                ON agreement.key = plan.agreement WHERE agreement.id = 'NORD-2013-900'
                """))
        let refused = try await browser.post("/day/plans/\(plan)/adopt", [:])
        let adopted = try await bench.site.browser(as: "nord.dir").post(
            "/day/plans/\(plan)/adopt", ["on": "2013-03-01", "version": bench.version()])

        #expect(refused.status == 403)
        #expect(adopted.status == 303)
        #expect(
            try bench.value("SELECT status || adopted_on FROM plan WHERE key = \(plan)")
                == "adopted2013-03-01")
    }

    @Test func `nobody is led to another site`() async throws {
        let held = try await browser.post(
            path("meeting", "M-TODAY", "held"), ["on": "2013-03-01", "back": "//evil.example/"])

        #expect(held.location?.hasPrefix("/?did=") == true)
    }
}
