import Agreements
import Foundation
import GRDB
import Register
import Rules
import Tasks
import Testing

@testable import Coordination

/// Nobody of the staff gets more than one mail a day, at the hour and in the language of their
/// choice.
///
/// The follow-up is due on Friday 14 June 2013: its first stage is on 7 June.
struct OneMailADayTests {
    private let office: Office

    init() throws {
        office = try Office(
            rules: [.followUpDue], OfficeRows.followUp("F1", due: "2013-06-14"))
    }

    private func post(_ key: String, to id: String = "nord.saksbehandler1") throws {
        let now = office.now
        try office.register.write { db in
            let user = try #require(try StaffList.user(id, in: db))
            try LetterBox(db).post(
                Letter(
                    .handoverOffered, to: user.name, in: user.language, count: 2,
                    link: "https://avtalt.example/handovers/\(key)"),
                to: user, once: key, at: now)
        }
    }

    private var mails: [String] {
        get async { await office.mailbox.mails.map(\.to.address) }
    }

    @Test func `a letter goes into the digest of the day, and not out by itself`() async throws {
        try office.set("2013-06-06", 15)
        try post("1")

        try office.set("2013-06-07", 6)
        try await office.plan()
        try await office.work()
        let early = await mails
        try await office.run("2013-06-07")
        try office.set("2013-06-07", 8)
        try await office.plan()
        try await office.work()

        #expect(early.isEmpty)
        #expect(await mails == ["s1@example.no"])
        let text = await office.mailbox.mails.first?.text ?? ""
        #expect(text.contains("Oppfølging F1"))
        #expect(text.contains("https://avtalt.example/handovers/1"))
        #expect(
            try office.rows("SELECT state FROM task WHERE kind = 'reminder.letter'")
                == ["cancelled"])
    }

    @Test func `a letter goes alone on a day without a digest, at once`() async throws {
        try await office.run("2013-06-06")
        try office.set("2013-06-06", 10)
        try post("1")

        try await office.plan()
        try await office.work()

        #expect(await mails == ["s1@example.no"])
        #expect(await office.mailbox.mails.first?.subject.contains("2 avtaler") == true)
    }

    @Test func `a second letter of the day waits for the next, with the digest`() async throws {
        try await office.run("2013-06-06")
        try office.set("2013-06-06", 10)
        try post("1")
        try await office.plan()
        try await office.work()
        try office.set("2013-06-06", 11)
        try post("2")
        try await office.plan()
        try await office.work()
        let today = await mails.count

        try await office.run("2013-06-07")

        #expect(today == 1)
        #expect(await mails.count == 2)
        #expect(await office.mailbox.mails.last?.text.contains("handovers/2") == true)
    }

    @Test func `letters that come after the digest wait, and make one mail together`()
        async throws
    {
        try await office.run("2013-06-07")
        try office.set("2013-06-07", 10)
        try post("1")
        try post("2")
        try await office.plan()
        try await office.work()
        let friday = await mails.count

        try await office.run("2013-06-10")

        #expect(friday == 1)
        #expect(await mails.count == 2)
        let text = await office.mailbox.mails.last?.text ?? ""
        #expect(text.contains("handovers/1") && text.contains("handovers/2"))
    }

    @Test func `letters in a digest that could not go out go with the next`() async throws {
        try office.set("2013-06-06", 15)
        try post("1")
        await office.mailbox.answerAll(.tryAgain("421 busy"))
        try await office.run("2013-06-07")
        await office.mailbox.answerAll(nil)

        try await office.run("2013-06-10")

        #expect(await mails == ["s1@example.no"])
        #expect(await office.mailbox.mails.first?.text.contains("handovers/1") == true)
    }

    @Test func `a digest waits for the hour that its reader chose`() async throws {
        let now = office.now
        try office.register.write { db in
            try MailPreferences(db, author: Office.author, at: now)
                .choose(hour: 13, for: "nord.saksbehandler1")
        }

        try await office.run("2013-06-07")
        let early = await mails
        try office.set("2013-06-07", 13)
        try await office.work()

        #expect(early.isEmpty)
        #expect(await mails == ["s1@example.no"])
    }

    @Test func `a handover that nobody answers in time reaches the director, once`() async throws {
        try office.set("2013-05-30", 9)
        let now = office.now
        _ = try office.register.write { db in
            try HandoverDeeds(db, author: Office.author, at: now).offer(
                [.init(agreement: "NORD-2012-001")], from: "nord.saksbehandler1",
                to: "nord.saksbehandler2", note: nil)
        }

        try await office.run("2013-06-06")
        let inTime = await mails
        try await office.run("2013-06-10")
        try await office.run("2013-06-11")

        #expect(inTime.isEmpty)
        let director = await office.mailbox.mails.filter { $0.to.address == "d@example.no" }
        #expect(director.count == 1)
        #expect(director.first?.text.contains("https://avtalt.example/handovers/1") == true)
    }

    @Test func `head office reads its escalations as one list, region after region`()
        async throws
    {
        try office.add(
            """
            \(OfficeRows.agreement("OST-2012-001").replacing("'nord'", with: "'ost'"))
            INSERT INTO followup (id, agreement, title, side, due_on, status)
            VALUES ('A', 2, 'Fra øst', 'imdi', '2013-05-10', 'open'),
                ('B', 1, 'Fra nord', 'imdi', '2013-05-10', 'open');
            """)

        try await office.run("2013-06-11")

        let mail = try #require(
            await office.mailbox.mails.first { $0.to.address == "a@example.no" })
        let lines = mail.text.components(separatedBy: "\n")
        #expect(lines.filter { $0.hasPrefix("Løftet") }.count == 1)
        #expect(lines.contains("Løftet til direktoratet, etter region (2)"))
        let first = try #require(lines.firstIndex { $0.contains("Fra øst") })
        let second = try #require(lines.firstIndex { $0.contains("Fra nord") })
        #expect(first < second)
        #expect(!mail.text.contains("/answer/"))
    }

    @Test func `a digest has links to answer, and says how often a thing was put off`()
        async throws
    {
        try office.set("2013-06-03")
        let now = office.now
        let day = try Office.day("2013-06-17")
        try office.register.write { db in
            try FollowUpDeeds(db, author: Office.author, at: now)
                .reschedule("F1", to: day, reason: "Ferie.")
        }

        try await office.run("2013-06-10")

        let mail = try #require(await office.mailbox.mails.first)
        #expect(mail.text.contains("Utsatt én gang før."))
        let links = mail.text.matches(
            of: #/https:\/\/avtalt\.example\/answer\/([A-Za-z0-9_-]{64})\?as=([a-z_]+)/#)
        #expect(links.map { String($0.2) } == ["done", "later", "not_mine"])
        #expect(Set(links.map { String($0.1) }).count == 1)
        #expect(mail.html.contains("?as=later\""))
    }
}
