import Agreements
import GRDB
import Testing

@testable import Register

/// A sign-in from its first minute to its end.
struct SessionStoreTests {
    private static let start = TemporaryRegister.at
    private static let who = "nord.saksbehandler1"

    private let office: TemporaryRegister

    init() throws {
        office = try TemporaryRegister()
        try office.add(Rows.references)
    }

    @Test func `a session is found by its token with its user`() throws {
        let token = try begin()

        let session = try #require(try find(token, after: .zero))

        #expect(session.user.id == Self.who)
        #expect(session.user.role == .caseworker)
        #expect(session.user.unit == .nord)
        #expect(session.method == .password)
        #expect(session.begunAt == Self.start)
        #expect(session.csrf != token)
    }

    @Test func `two sign-ins have nothing in common`() throws {
        let (first, second) = (try begin(), try begin())

        let found = try [first, second].map { try #require(try find($0, after: .zero)) }

        #expect(first != second)
        #expect(found[0].csrf != found[1].csrf)
        #expect(found[0].key != found[1].key)
    }

    @Test func `the register keeps no token`() throws {
        let token = try begin()

        let kept = try office.register.read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM session").map(\.description).joined()
        }

        #expect(!kept.contains(token))
    }

    @Test(arguments: [
        "", "x", String(repeating: "A", count: 43), String(repeating: "å", count: 43),
    ])
    func `a token that was not given out finds nothing`(token: String) throws {
        _ = try begin()

        #expect(try find(token, after: .zero) == nil)
    }

    @Test(arguments: [
        (Duration.seconds(8 * 3600 - 1), true), (.seconds(8 * 3600), false),
    ])
    func `a session that is not used ends after eight hours`(idle: Duration, holds: Bool) throws {
        let token = try begin()

        #expect(try (find(token, after: idle) != nil) == holds)
    }

    @Test(arguments: [
        (Duration.seconds(12 * 3600 - 1), true), (.seconds(12 * 3600), false),
    ])
    func `a session that is used ends after twelve hours`(age: Duration, holds: Bool) throws {
        let token = try begin()
        try touch(token, after: .seconds(6 * 3600))

        #expect(try (find(token, after: age) != nil) == holds)
    }

    @Test func `a use is written down once in five minutes`() throws {
        let token = try begin()

        try touch(token, after: .seconds(299))
        let early = try find(token, after: .seconds(299))?.lastSeenAt
        try touch(token, after: .seconds(300))
        let later = try find(token, after: .seconds(300))?.lastSeenAt

        #expect(early == Self.start)
        #expect(later == Self.start.adding(.seconds(300)))
    }

    @Test func `a person ends their own session and no other's`() throws {
        let token = try begin()
        let key = try #require(try find(token, after: .zero)).key

        let byAnother = try write { try $0.end(key: key, of: "nord.direktor", at: Self.start) }
        let before = try find(token, after: .zero)
        let byThemselves = try write { try $0.end(key: key, of: Self.who, at: Self.start) }

        #expect(!byAnother)
        #expect(before != nil)
        #expect(byThemselves)
        #expect(try find(token, after: .zero) == nil)
    }

    @Test func `all sessions but one are ended at once`() throws {
        let (kept, ended) = (try begin(), try begin())
        let key = try #require(try find(kept, after: .zero)).key

        let count = try write { try $0.endAll(of: Self.who, keeping: key, at: Self.start) }

        #expect(count == 1)
        #expect(try find(kept, after: .zero) != nil)
        #expect(try find(ended, after: .zero) == nil)
    }

    @Test func `the provider ends what it began`() throws {
        let token = try begin(providerSession: "sid-1")
        let other = try begin(providerSession: "sid-2")

        let count = try write { try $0.endAll(ofProviderSession: "sid-1", at: Self.start) }

        #expect(count == 1)
        #expect(try find(token, after: .zero) == nil)
        #expect(try find(other, after: .zero) != nil)
    }

    @Test func `nobody is signed in who is not active`() throws {
        let token = try begin()
        try office.register.write { db in
            try db.execute(sql: "UPDATE user SET active = 0 WHERE id = ?", arguments: [Self.who])
        }

        #expect(try find(token, after: .zero) == nil)
        #expect(
            try write { try $0.begin(user: Self.who, method: .password, at: Self.start) } == nil)
    }

    @Test func `the sessions that hold are listed, the latest used first`() throws {
        let first = try begin()
        _ = try begin()
        try touch(first, after: .seconds(600))

        let listed = try write { try $0.list(of: Self.who, at: Self.start) }

        #expect(listed.map(\.key) == [1, 2])
    }

    @Test func `what is long over is removed`() throws {
        _ = try begin()
        let later = Self.start.adding(.seconds(91 * 86_400))

        let early = try write { try $0.prune(at: Self.start) }
        let late = try write { try $0.prune(at: later) }

        #expect(early == 0)
        #expect(late == 1)
    }

    @Test func `a session is found by its index alone`() throws {
        let plan = try office.register.read { db in
            try Row.fetchAll(
                db, sql: "EXPLAIN QUERY PLAN \(SessionStore.byDigest)", arguments: [0]
            ).map { $0["detail"] as String }
        }

        #expect(plan.count == 2)
        #expect(plan.allSatisfy { $0.hasPrefix("SEARCH") }, "\(plan)")
    }

    private func begin(providerSession: String? = nil) throws -> String {
        let token = try write {
            try $0.begin(
                user: Self.who, method: .password, providerSession: providerSession,
                at: Self.start)
        }
        return try #require(token)
    }

    private func find(_ token: String, after time: Duration) throws -> Session? {
        try office.register.read { db in
            try SessionStore(db).find(token: token, at: Self.start.adding(time))
        }
    }

    private func touch(_ token: String, after time: Duration) throws {
        let session = try #require(try find(token, after: time))
        try write { try $0.touch(session, at: Self.start.adding(time)) }
    }

    private func write<T>(_ body: (SessionStore) throws -> T) throws -> T {
        try office.register.write { db in try body(SessionStore(db)) }
    }
}
