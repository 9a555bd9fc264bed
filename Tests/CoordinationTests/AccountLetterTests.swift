import Agreements
import Foundation
import Register
import Rules
import Tasks
import Testing

@testable import Coordination

/// The letter that invites somebody to an account, from the invitation to the mail.
struct AccountLetterTests {
    private static let who = "nord.saksbehandler1"

    private let office: Office

    init() throws {
        office = try Office(
            rules: [.followUpDue], OfficeRows.followUp("F1", due: "2013-06-14"))
    }

    /// Answers the link.
    @discardableResult
    private func invite() throws -> String {
        let now = office.now
        return try office.register.write { db in
            let user = try #require(try StaffList.user(Self.who, in: db))
            let token = try AccountStore(db, author: Office.author, at: now)
                .invite(user.id, lasting: .seconds(72 * 3600))
            let link = "https://avtalt.example/invitation/\(token)"
            try AccountLetters(db).post(to: user, link: link, at: now)
            return link
        }
    }

    private func standing() throws -> AccountLetters.Standing? {
        try office.register.read { db in
            try AccountLetters(db).standing(of: Self.who, at: office.now)
        }
    }

    private var payloads: [String] {
        get throws { try office.rows("SELECT CAST(payload AS TEXT) FROM task_payload") }
    }

    @Test func `an invitation goes at once, and its link is forgotten`() async throws {
        try office.set("2013-06-06", 22)
        let link = try invite()
        #expect(try standing()?.letter?.state.phase == .planned)

        try await office.work()

        let mail = try #require(await office.mailbox.mails.first)
        #expect(mail.to.address == "s1@example.no")
        #expect(mail.subject == "Invitasjon til Avtalt")
        #expect(mail.text.contains("\n\(link)\n") && mail.text.contains("8.\u{A0}juni\u{A0}2013"))
        #expect(try standing()?.letter?.state.phase == .done)
        #expect(try standing()?.letter?.address == "s1@example.no")
        #expect(try !payloads.contains { $0.contains("/invitation/") })
    }

    @Test func `a mail that is tried again is the same mail`() async throws {
        try office.set("2013-06-06", 10)
        try invite()
        await office.mailbox.answerAll(.tryAgain("450 greylisted"))
        try await office.work()
        #expect(try standing()?.letter?.state.phase == .retrying)
        await office.mailbox.answerAll(nil)
        let id = try #require(
            try office.rows("SELECT id FROM task WHERE kind = 'reminder.letter'").first)

        try office.set("2013-06-06", 11)
        try await office.work()

        #expect(await office.mailbox.mails.map(\.messageID) == ["\(id)@example.no"])
    }

    @Test func `a letter that would arrive too late does not go`() async throws {
        try office.set("2013-06-06", 10)
        try invite()
        await office.mailbox.answerAll(.tryAgain("450 greylisted"))
        try await office.work()
        await office.mailbox.answerAll(nil)

        try office.set("2013-06-09", 10)
        try await office.work()

        #expect(await office.mailbox.mails.isEmpty)
        #expect(try standing() == nil)
    }

    @Test func `a password that is set meanwhile takes the letter back`() async throws {
        try office.set("2013-06-06", 10)
        try invite()
        let second = try invite()
        try await office.work()
        try office.set("2013-06-06", 11)
        try invite()
        let now = office.now
        try office.register.write { db in
            try AccountStore(db, author: Office.author, at: now)
                .link(Self.who, issuer: "https://id.example", subject: "1")
        }
        try await office.work()

        #expect(await office.mailbox.mails.count == 1)
        #expect(await office.mailbox.mails.first?.text.contains(second) == true)
        #expect(try standing() == nil)
    }

    @Test func `it counts as a mail of the day, and the digest goes all the same`() async throws {
        try office.set("2013-06-07", 6)
        try invite()
        try await office.work()

        try await office.run("2013-06-07")

        #expect(await office.mailbox.mails.map(\.to.address) == ["s1@example.no", "s1@example.no"])
        #expect(await office.mailbox.mails.last?.text.contains("Oppfølging F1") == true)
    }
}
