import Agreements
import GRDB
import Register
import Rules
import Tasks
import Testing

@testable import Web

/// Invitations to an account that go by mail.
struct MailedInvitationTests {
    private static let person = "/administration/people/nord.sb0"

    private let site: TestSite
    private let administrator: TestBrowser

    init() throws {
        site = try TestSite(sendsMail: true)
        administrator = try site.browser(as: "c.admin")
    }

    private func invite() async throws -> TestReply {
        try await administrator.post("\(Self.person)/invite/mail", [:])
    }

    private func orders() throws -> [(state: String, order: LetterOrder)] {
        try site.register.read { db in
            let store = TaskStore(db)
            return try String.fetchAll(
                db, sql: "SELECT id FROM task WHERE kind = 'reminder.letter' ORDER BY key"
            ).compactMap { id in
                let task = try #require(try store.task(TaskID(id)))
                return try store.envelope(of: task.id).map {
                    (task.state.phase.rawValue, try $0.payload(as: LetterOrder.self))
                }
            }
        }
    }

    @Test func `the link goes to its reader and is shown to nobody`() async throws {
        let reply = try await invite()
        let page = try await administrator.get("\(Self.person)?said=invitation_mailed").text

        let order = try #require(try orders().first?.order)
        #expect(reply.location == "\(Self.person)?said=invitation_mailed")
        #expect(order.address == "sb0.nord@avtalt.example")
        #expect(order.letter.occasion == .accountInvitation)
        #expect(order.letter.link.hasPrefix("http://localhost:8080/invitation/"))
        #expect(order.letter.title == nil && order.letter.items == nil)
        #expect(page.contains("er sendt på e-post til adressen som står her"))
        #expect(page.contains("På vei på e-post til sb0.nord@avtalt.example."))
        #expect(page.contains("Gjelder til 04.03.2013 12:00."))
        #expect(!page.contains("/invitation/") && !reply.text.contains("/invitation/"))
        let path = try #require(order.letter.link.firstMatch(of: /\/invitation\/.*/)).0
        #expect(try await TestVisitor(site).get(String(path)).status == 200)
    }

    @Test(arguments: Language.allCases)
    func `the letter is in the language of the invited`(language: Language) async throws {
        _ = try site.browser(as: "nord.sb0", language: language)

        _ = try await invite()

        #expect(try orders().first?.order.letter.language == language)
    }

    @Test func `a new invitation takes back the letter of the one before`() async throws {
        _ = try await invite()

        let shown = try await administrator.post("\(Self.person)/invite", [:])

        #expect(try orders().map(\.state) == ["cancelled"])
        #expect(try orders().first?.order.letter.link == "")
        #expect(shown.text.contains("value=\"http://localhost:8080/invitation/"))
        let page = try await administrator.get(Self.person).text
        #expect(page.contains("Gjelder til") && !page.contains("e-post til sb0"))
    }

    @Test func `whoever is not active any more gets no letter`() async throws {
        _ = try await invite()
        try site.register.write { db in
            var user = try #require(try StaffList.user("nord.sb0", in: db))
            user.isActive = false
            try db.execute(sql: "UPDATE agreement SET responsible = NULL, deputy = NULL")
            try StaffDeeds(
                db, author: Author(actor: "c.admin", request: "tests"), at: site.now
            ).change(user)
        }

        #expect(try orders().map(\.state) == ["cancelled"])
        #expect(try await invite().status == 403)
    }

    @Test func `without a mail server the link is what there is`() async throws {
        let site = try TestSite()
        let administrator = try site.browser(as: "c.admin")

        let page = try await administrator.get(Self.person).text
        let refused = try await administrator.post("\(Self.person)/invite/mail", [:])

        #expect(!page.contains("/invite/mail") && page.contains("\(Self.person)/invite\""))
        #expect(refused.status == 404)
        let offered = try await self.administrator.get(Self.person).text
        #expect(offered.contains("\(Self.person)/invite/mail"))
    }
}
