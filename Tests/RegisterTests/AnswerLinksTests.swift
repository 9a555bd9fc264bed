import Agreements
import Foundation
import GRDB
import Rules
import Tasks
import Testing

@testable import Register

/// Links that let somebody answer one reminder once.
struct AnswerLinksTests {
    private let temporary: TemporaryRegister
    private var register: Register { temporary.register }
    private let now = TemporaryRegister.at
    private let key: NoticeKey

    init() throws {
        temporary = try TemporaryRegister()
        try temporary.add(Rows.references, Rows.agreement, Rows.work)
        key = NoticeKey(
            rule: .followUpDue, subject: "F1", dueOn: try #require(Day("2013-03-08")), stage: 2)
    }

    private func make() throws -> String {
        try register.write {
            try AnswerLinks($0).make(for: "nord.saksbehandler1", key, at: now)
        }
    }

    private func find(_ token: String, at instant: Instant? = nil) throws
        -> AnswerLinks.Standing?
    {
        try register.read { try AnswerLinks($0).find(token, at: instant ?? now) }
    }

    @Test func `a link is bound to its person and its notice`() throws {
        let token = try make()

        guard case .open(let link) = try find(token) else { return #expect(Bool(false)) }
        #expect(link.user == "nord.saksbehandler1")
        #expect(link.notice == key)
        #expect(token.utf8.count == 64)
    }

    @Test func `a link is used once`() throws {
        let token = try make()
        guard case .open(let link) = try find(token) else { return #expect(Bool(false)) }

        let uses = try register.write { db in
            try (0..<2).map { _ in try AnswerLinks(db).use(link, for: .later, at: now) }
        }

        #expect(uses == [true, false])
        guard case .used(let used) = try find(token) else { return #expect(Bool(false)) }
        #expect(used.answer == .later)
    }

    @Test func `a link is too old after its lifetime, and cannot be used then`() throws {
        let token = try make()
        let end = now.adding(AnswerLinks.lifetime)

        guard case .open(let link) = try find(token, at: end.adding(.seconds(-1))),
            case .expired = try find(token, at: end)
        else { return #expect(Bool(false)) }
        #expect(try register.write { try !AnswerLinks($0).use(link, for: .done, at: end) })
    }

    @Test func `a link that is made up or changed leads nowhere`() throws {
        let token = try make()
        let other = token.replacing("A", with: "B").replacing("a", with: "b")
        let longer = token + "A"
        let strange = [other, longer, "", String(repeating: "A", count: 64), "ø"]

        for text in strange where text != token { #expect(try find(text) == nil) }
        #expect(try find(token) != nil)
    }

    @Test(arguments: [
        "user = (SELECT key FROM user WHERE id = 'nord.direktor')", "subject = 'F2'",
        "expires_at = expires_at + 1", "rule = 'measure.due'", "stage = 3",
    ])
    func `a row that is changed behind the product's back opens nothing`(change: String) throws {
        let token = try make()

        try register.write { try $0.execute(sql: "UPDATE answer_link SET \(change)") }

        #expect(try find(token) == nil)
    }

    @Test func `the register holds no link that could be used`() throws {
        let token = try make()

        let held = try register.read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM answer_link").map { "\($0)" }.joined()
        }
        #expect(!held.contains(token))
    }

    @Test func `links that ended long ago are forgotten`() throws {
        let token = try make()
        let soon = now.adding(AnswerLinks.lifetime).adding(.seconds(86_400))
        let late = now.adding(.seconds(300 * 86_400))

        try register.write { try AnswerLinks($0).forgetEnded(at: soon) }
        #expect(try find(token, at: soon) != nil)
        try register.write { try AnswerLinks($0).forgetEnded(at: late) }
        #expect(try find(token, at: late) == nil)
    }
}
