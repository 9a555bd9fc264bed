import Agreements
import GRDB
import Register
import Testing

@testable import Web

/// Sessions that are kept from one request to the next.
struct SessionShelfTests {
    private let site: TestSite
    private let shelf: SessionShelf
    private let token: String
    private let key: Int64

    init() throws {
        site = try TestSite()
        shelf = site.site.sessions
        token = try #require(try site.browser(as: "nord.sb0").token)
        key = try #require(try shelf.find(token: token, at: site.now)).key
    }

    private func find(after time: Duration = .zero) throws -> Session? {
        try shelf.find(token: token, at: site.now.adding(time))
    }

    @Test func `a session is found again and again, without a commit`() throws {
        let found = try [find(), find(), find(after: .seconds(60))]

        #expect(found.map { $0?.user.id } == ["nord.sb0", "nord.sb0", "nord.sb0"])
    }

    @Test func `a session that has ended is not found`() throws {
        try site.register.write {
            _ = try SessionStore($0).end(key: key, of: "nord.sb0", at: site.now)
        }

        #expect(try find() == nil)
    }

    @Test func `nor is one whose user has been made inactive`() throws {
        try site.register.write {
            try $0.execute(sql: "UPDATE user SET active = 0 WHERE id = 'nord.sb0'")
        }

        #expect(try find() == nil)
    }

    @Test func `what has changed about its user is known at once`() throws {
        try site.register.write {
            try $0.execute(sql: "UPDATE user SET role = 'auditor' WHERE id = 'nord.sb0'")
        }

        #expect(try find()?.user.role == .auditor)
    }

    @Test func `it is over when it has been idle, though nobody has committed anything`() throws {
        let limits = SessionStore.Limits()

        #expect(try find(after: limits.idle - .seconds(1)) != nil)
        #expect(try find(after: limits.idle) == nil)
        #expect(try find() != nil)
    }

    @Test func `and when it has lasted, however much it is used`() throws {
        let limits = SessionStore.Limits()
        let late = limits.age - .seconds(1)
        try site.register.write {
            try $0.execute(
                sql: "UPDATE session SET last_seen_at = ?",
                arguments: [site.now.adding(late).milliseconds])
        }

        #expect(try find(after: late) != nil)
        #expect(try find(after: limits.age) == nil)
    }

    @Test(arguments: ["", "x", String(repeating: "x", count: 43)])
    func `a token that was not made here opens nothing`(token: String) throws {
        #expect(try shelf.find(token: token, at: site.now) == nil)
    }
}
