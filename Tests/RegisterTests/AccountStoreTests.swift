import Agreements
import Foundation
import GRDB
import Secrets
import Testing

@testable import Register

/// Passwords, invitations and known browsers of a small office.
struct AccountStoreTests {
    private static let start = TemporaryRegister.at
    private static let who = "nord.saksbehandler1"
    private static let hash = PasswordHash(of: "Fire lange ord på rad", cost: .trivial)

    private let office: TemporaryRegister

    init() throws {
        office = try TemporaryRegister()
        try office.add(Rows.references)
    }

    @Test(arguments: ["nord.saksbehandler1", "NORD.Saksbehandler1", "s1@example.no"])
    func `somebody is found by id or address`(name: String) throws {
        try write { try $0.setPassword(of: Self.who, to: Self.hash) }

        let found = try read { try AccountStore.credentials(for: name, in: $0) }

        let credentials = try #require(found)
        #expect(credentials.user == Self.who)
        #expect(credentials.isActive)
        #expect(credentials.password == Self.hash)
    }

    @Test(arguments: ["", "nobody", "nord.saksbehandler%", "shared@example.no"])
    func `a name that means nobody or two finds nobody`(name: String) throws {
        try office.add(
            """
            INSERT INTO user (id, name, email, unit, role, active) VALUES
                ('a', 'A', 'shared@example.no', 'nord', 'caseworker', 1),
                ('b', 'B', 'shared@example.no', 'nord', 'caseworker', 1)
            """)

        let found = try read { try AccountStore.credentials(for: name, in: $0) }

        #expect(found == nil)
    }

    @Test func `somebody without a password has none to match`() throws {
        let found = try read { try AccountStore.credentials(for: Self.who, in: $0) }

        #expect(found?.password == nil)
    }

    @Test func `a new password ends other sessions, invitations and known browsers`() throws {
        let (kept, other, device, invitation) = try office.register.write { db in
            let store = store(db)
            let sessions = SessionStore(db)
            return (
                try sessions.begin(user: Self.who, method: .password, at: Self.start),
                try sessions.begin(user: Self.who, method: .password, at: Self.start),
                try store.rememberDevice(of: Self.who),
                try store.invite(Self.who, lasting: .seconds(3600))
            )
        }
        let key = try read { try SessionStore($0).find(token: kept ?? "", at: Self.start)?.key }

        try write { try $0.setPassword(of: Self.who, to: Self.hash, keeping: key) }

        let (keptHolds, otherHolds, isKnown, isInvited) = try read { db in
            let sessions = SessionStore(db)
            return (
                try sessions.find(token: kept ?? "", at: Self.start) != nil,
                try sessions.find(token: other ?? "", at: Self.start) != nil,
                try AccountStore.device(device, of: Self.who, in: db) != nil,
                try AccountStore.invited(by: invitation, in: db, at: Self.start) != nil
            )
        }
        #expect(keptHolds)
        #expect(!otherHolds)
        #expect(!isKnown)
        #expect(!isInvited)
    }

    @Test(arguments: [(Duration.seconds(3599), true), (.seconds(3600), false)])
    func `an invitation holds until it expires`(time: Duration, holds: Bool) throws {
        let token = try write { try $0.invite(Self.who, lasting: .seconds(3600)) }

        let invited = try read {
            try AccountStore.invited(by: token, in: $0, at: Self.start.adding(time))
        }

        #expect(invited == (holds ? Self.who : nil))
    }

    @Test func `a later invitation ends the earlier one`() throws {
        let first = try write { try $0.invite(Self.who, lasting: .seconds(3600)) }
        let second = try write { try $0.invite(Self.who, lasting: .seconds(3600)) }

        let invited = try [first, second].map { token in
            try read { try AccountStore.invited(by: token, in: $0, at: Self.start) }
        }

        #expect(invited == [nil, Self.who])
    }

    @Test func `a browser is known for the person who signed in from it`() throws {
        let token = try write { try $0.rememberDevice(of: Self.who) }

        let (own, others, unknown) = try office.register.read { db in
            (
                try AccountStore.device(token, of: Self.who, in: db),
                try AccountStore.device(token, of: "nord.direktor", in: db),
                try AccountStore.device("x", of: Self.who, in: db)
            )
        }

        #expect(own != nil)
        #expect(others == nil)
        #expect(unknown == nil)
    }

    @Test func `the eleventh browser takes the place of the first`() throws {
        let tokens = try (0..<11).map { _ in
            try write { try $0.rememberDevice(of: Self.who) }
        }

        let known = try tokens.map { token in
            try read { try AccountStore.device(token, of: Self.who, in: $0) != nil }
        }

        #expect(known == [false] + Array(repeating: true, count: 10))
    }

    @Test func `a provider's subject is one person at a time`() throws {
        try write { try $0.link(Self.who, issuer: "https://op.example", subject: "1") }
        try write { try $0.link("nord.direktor", issuer: "https://op.example", subject: "1") }

        let (user, stranger) = try office.register.read { db in
            (
                try AccountStore.user(issuer: "https://op.example", subject: "1", in: db),
                try AccountStore.user(issuer: "https://other.example", subject: "1", in: db)
            )
        }

        #expect(user == "nord.direktor")
        #expect(stranger == nil)
    }

    @Test func `the audit trail tells what happened and no secret`() throws {
        let token = try write { store in
            try store.recordSignIn(of: Self.who, with: .password)
            try store.recordRefusal(of: nil, because: .unknownName)
            try store.recordSignOut(of: Self.who)
            try store.setPassword(of: Self.who, to: Self.hash)
            return try store.invite(Self.who, lasting: .seconds(3600))
        }

        let (entities, text) = try office.register.read { db in
            let rows = try Row.fetchAll(db, sql: "SELECT * FROM audit WHERE action = 'event'")
            return (rows.map { $0["entity"] as String }, rows.map(\.description).joined())
        }

        #expect(
            entities == ["sign_in", "sign_in_refused", "sign_out", "password_set", "invitation"])
        #expect(!text.contains(token))
        #expect(!text.contains("scrypt"))
        #expect(try office.register.check().problems == [])
    }

    private func store(_ db: Database) -> AccountStore {
        AccountStore(db, author: TemporaryRegister.author, at: Self.start)
    }

    private func write<T>(_ body: (AccountStore) throws -> T) throws -> T {
        try office.register.write { db in try body(store(db)) }
    }

    private func read<T>(_ body: (Database) throws -> T) throws -> T {
        try office.register.read(body)
    }
}
