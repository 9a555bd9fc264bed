import Agreements
import GRDB
import Register
import Testing

@testable import Web

/// Plans, promises, meetings, contacts and documents by forms, on 1 March 2013.
struct AgreementWorkTests {
    private let site: TestSite
    private let browser: TestBrowser
    private let path = "/agreements/NORD-2011-0012"

    init() throws {
        site = try TestSite()
        browser = try site.browser(as: "nord.sb0")
    }

    private func row(_ sql: String) throws -> [String] {
        try site.register.read { db in
            try Row.fetchOne(db, sql: sql)?.map { "\($0.1.storage.value ?? "-")" } ?? []
        }
    }

    // MARK: Plans and promises

    @Test func `a plan is copied from last year's, given a measure, and adopted by the director`()
        async throws
    {
        let director = try site.browser(as: "nord.dir")
        let copied = try await browser.post(path + "/plan", ["year": "2014", "copy": "true"])
        let plan = try row(
            """
            SELECT plan.key FROM plan JOIN agreement ON agreement.key = agreement
            WHERE agreement.id = 'NORD-2011-0012' AND year = 2014
            """)[0]
        let added = try await browser.post(
            "/plans/\(plan)/measures/new",
            ["title": "Tolkekurs", "side": "both", "due_on": "01.05.2014", "sub_goal": "D2"])
        let refused = try await browser.post("/plans/\(plan)/adopt", ["adopted_on": "01.03.2013"])
        let adopted = try await director.post(
            "/plans/\(plan)/adopt", ["adopted_on": "01.03.2013"])
        let page = try await browser.get(path + "/plan?year=2014").text

        #expect([copied, added, refused, adopted].map(\.status) == [303, 303, 403, 303])
        #expect(page.contains("Vedtatt 01.03.2013"))
        #expect(page.contains("Tolkekurs"))
        #expect(page.contains("Plan for 2013"))
    }

    @Test func `a follow-up is added, moved with a reason, and done`() async throws {
        let added = try await browser.post(
            path + "/followups/new",
            [
                "title": "Ringe rådmannen", "side": "imdi", "responsible": "nord.sb1",
                "due_on": "10.03.2013",
            ])
        let key = try row("SELECT max(key) FROM followup")[0]
        let without = try await browser.post(
            "/followups/\(key)/reschedule", ["due_on": "20.03.2013", "reason": ""])
        let moved = try await browser.post(
            "/followups/\(key)/reschedule", ["due_on": "20.03.2013", "reason": "Ferie"])
        let done = try await browser.post("/followups/\(key)/done", ["done_on": "01.03.2013"])

        #expect([added, without, moved, done].map(\.status) == [303, 422, 303, 303])
        #expect(without.text.contains("Grunn må fylles ut"))
        #expect(
            try row("SELECT title, due_on, status, done_on FROM followup WHERE key = \(key)")
                == ["Ringe rådmannen", "2013-03-20", "done", "2013-03-01"])
    }

    // MARK: Meetings

    @Test func `minutes are closed when every decision has an owner and a day`() async throws {
        _ = try await browser.post(
            path + "/meetings/new",
            ["planned_on": "28.02.2013", "level": "strategic", "agenda": "Sak 1: Bosetting"])
        let meeting = try row("SELECT max(key) FROM meeting")[0]
        let at = "/meetings/\(meeting)"
        let held = try await browser.post(
            at + "/hold", ["held_on": "28.02.2013", "minutes": "Enighet"])
        let decided = try await browser.post(
            at + "/decisions/new", ["text": "Holde kurs", "side": "both"])
        let decision = try row("SELECT max(key) FROM decision")[0]
        let early = try await browser.post(at + "/close", [:])
        let assigned = try await browser.post(
            at + "/decisions/\(decision)",
            [
                "text": "Holde kurs", "side": "both", "responsible": "nord.sb1",
                "due_on": "01.04.2013",
            ])
        let closed = try await browser.post(at + "/close", [:])
        let page = try await browser.get(at).text

        #expect(
            [held, decided, early, assigned, closed].map(\.status) == [303, 303, 422, 303, 303])
        #expect(early.text.contains("vedtak 1 mangler ansvarlig eller frist"))
        #expect(page.contains("Referatet ble lukket 01.03.2013"))
        #expect(page.contains("Er oppfølging NORD-2011-0012/F"))
        #expect(page.contains("Sak 1: Bosetting"))
    }

    @Test func `a decision is edited under its own meeting only`() async throws {
        try site.register.write { db in
            let deeds = MeetingDeeds(
                db, author: Author(actor: "nord.sb0", request: "test"), at: site.now)
            try deeds.decide(
                MeetingDeeds.DecisionTerms(text: "Kurs", by: .imdi),
                in: "NORD-2010-0001/2011/t0")
        }
        let decision = try row("SELECT max(key) FROM decision")[0]
        let other = try row("SELECT key FROM meeting WHERE id = 'NORD-2011-0012/2011/t0'")[0]

        let reply = try await browser.get("/meetings/\(other)/decisions/\(decision)")

        #expect(reply.status == 404)
    }

    @Test func `a meeting is postponed with a reason`() async throws {
        let key = try row("SELECT key FROM meeting WHERE id = 'NORD-2010-0001/2012/t0'")[0]

        let reply = try await browser.post(
            "/meetings/\(key)/postpone",
            ["moved_to": "10.04.2013", "decided_on": "01.03.2013", "reason": "Snø"])

        #expect(reply.status == 303)
        #expect(try row("SELECT planned_on FROM meeting WHERE key = \(key)") == ["2013-04-10"])
    }

    // MARK: Contacts

    @Test func `a contact person is added, changed and anonymised`() async throws {
        let party = try row(
            """
            SELECT party.id FROM agreement_party JOIN party ON party.key = party
            WHERE agreement = (SELECT key FROM agreement WHERE id = 'NORD-2011-0012')
            """)[0]
        let added = try await browser.post(
            path + "/contacts/new",
            ["party": party, "name": "Rådmannen", "email": "radmann@kommune.example"])
        let key = try row("SELECT max(key) FROM contact")[0]
        let foreign = try await browser.post(
            path + "/contacts/new", ["party": "NAV18", "name": "Direktøren"])
        let changed = try await browser.post(
            path + "/contacts/\(key)", ["name": "Rådmannen", "role": "Leder"])
        let gone = try await browser.post(path + "/contacts/\(key)/anonymise", [:])

        #expect([added, foreign, changed, gone].map(\.status) == [303, 422, 303, 303])
        #expect(
            try row("SELECT name, role, email FROM contact WHERE key = \(key)")
                == ["Anonymisert", "Leder", "-"])
    }

    // MARK: Documents

    @Test func `a document comes back as an attachment of its own type`() async throws {
        let content = Array("%PDF-1.7\n<script>alert(1)</script>".utf8)
        let sent = try await browser.post(
            path + "/documents", ["kind": "signed"], file: "file",
            named: "..\\avtale\"æ.html", content: content)
        let page = try await browser.get(path + "/documents").text
        let key = try row("SELECT max(key) FROM agreement_document")[0]

        let reply = try await browser.get(path + "/documents/\(key)")

        #expect(sent.status == 303)
        #expect(page.contains("Signert avtale"))
        #expect(reply.status == 200)
        #expect(reply.body == content)
        #expect(reply.headers[.contentType] == "application/pdf")
        #expect(reply.headers[.xContentTypeOptions] == "nosniff")
        #expect(reply.headers[.contentDisposition]?.hasPrefix("attachment") == true)
        #expect(try row("SELECT name FROM agreement_document")[0].hasSuffix(".pdf"))
    }

    @Test(arguments: [
        ("avtale.pdf", "<html><script>alert(1)</script></html>"),
        ("avtale.pdf", "GIF89a"),
        ("avtale.docx", "PK\u{3}\u{4}"),
        ("avtale.pdf", ""),
    ])
    func `a file of another kind is refused whatever it is called`(
        name: String, content: String
    ) async throws {
        let reply = try await browser.post(
            path + "/documents", ["kind": "signed"], file: "file", named: name,
            content: Array(content.utf8))

        #expect(reply.status == 422)
        #expect(reply.text.contains("id=\"error-file\""))
        #expect(try row("SELECT count(*) FROM agreement_document") == ["0"])
    }

    @Test func `a file that is too large is told so`() async throws {
        let content = Array("%PDF-1.7".utf8) + [UInt8](repeating: 0x20, count: 26_300_000)

        let reply = try await browser.post(
            path + "/documents", ["kind": "signed"], file: "file", named: "stor.pdf",
            content: content)

        #expect(reply.status == 413)
        #expect(reply.text.contains("Velg en fil på 25 MB") || reply.text.contains("25 MB"))
    }

    @Test func `a document of another agreement is not found under this one`() async throws {
        _ = try await browser.post(
            path + "/documents", ["kind": "signed"], file: "file", named: "a.pdf",
            content: Array("%PDF-1.7".utf8))
        let key = try row("SELECT max(key) FROM agreement_document")[0]

        #expect(
            try await browser.get("/agreements/NORD-2010-0001/documents/\(key)").status == 404)
    }
}
