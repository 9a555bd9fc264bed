import Agreements
import Foundation
import GRDB
import Register
import Rules
import Tasks
import Testing

@testable import Coordination

/// A planner looks every ten seconds: what that costs while there is nothing to do.
///
/// Both follow-ups are due on Friday 14 June 2013: their first stage is on 7 June, for one person,
/// who wants mail at one o'clock.
struct QuietPlannerTests {
    private let office: Office

    init() throws {
        office = try Office(
            OfficeRows.followUp("F1", due: "2013-06-14"),
            OfficeRows.followUp("F2", due: "2013-06-14"))
        try office.set("2013-06-07")
        let now = office.now
        try office.register.write { db in
            try MailPreferences(db, author: Office.author, at: now)
                .choose(hour: 13, for: "nord.saksbehandler1")
        }
    }

    private func finish(_ followUp: String) throws {
        try office.log {
            try $0.finish(followUp: followUp, on: try Office.day("2013-06-07"))
        }
    }

    @Test func `what waits for its reader's hour is looked into once, and after each change`()
        async throws
    {
        let planner = try office.planner()
        var looks: [Int] = []
        func look() async throws -> Int {
            let counts = try await planner.runOnce()
            looks.append(counts.looks)
            return counts.resolved
        }

        #expect(try await planner.runOnce().digests == 1)
        for _ in 1...5 { _ = try await look() }
        try finish("F2")
        let resolved = try await look()
        _ = try await look()
        try office.set("2013-06-07", 13)
        _ = try await look()
        try await office.work()
        _ = try await look()

        #expect(looks == [1, 0, 0, 0, 0, 1, 0, 0, 0])
        #expect(resolved == 1)
        let mail = try #require(await office.mailbox.mails.first)
        #expect(mail.text.contains("Oppfølging F1") && !mail.text.contains("Oppfølging F2"))
    }

    @Test func `what comes back from a worker is looked into though nothing has changed since`()
        async throws
    {
        let planner = try office.planner()
        _ = try await planner.runOnce()
        await office.mailbox.answerAll(.tryAgain("450 greylisted"))
        try office.set("2013-06-07", 13)
        try await office.coordinator.dispatch()
        try finish("F2")
        let away = try await planner.runOnce()

        try await office.work()
        try office.execute("UPDATE task SET state = 'retrying' WHERE kind = 'reminder.digest'")
        let back = try await planner.runOnce()
        let again = try await planner.runOnce()

        #expect(away.looks == 0)
        #expect(back.looks == 1 && back.resolved == 1)
        #expect(again.looks == 0)
    }

    @Test func `nobody's lock is waited for when there is nothing to do`() async throws {
        try office.add(
            """
            INSERT INTO contact (party, name, email)
                SELECT max(key), 'Postmottak', 'post@kommune.example' FROM party;
            INSERT INTO evaluation (agreement, year, status) VALUES (1, 2013, 'open');
            """)
        try office.set("2013-12-02")
        let (asked, now) = (office.now, office.now)
        _ = try office.register.write { db in
            try RespondentDeeds(db, author: Office.author, at: asked).invite(1, to: 1, in: .nn)
        }
        try office.set("2013-12-16")
        try await office.plan()
        try office.register.write { db in
            let user = try #require(try StaffList.user("nord.saksbehandler1", in: db))
            for key in ["1", "2"] {
                try LetterBox(db).post(
                    Letter(.handoverOffered, to: user.name, in: user.language, link: key),
                    to: user, once: key, at: now)
            }
        }
        try await office.plan()
        #expect(try office.rows("SELECT count(*) FROM respondent_secret") == ["2"])

        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(
            path: office.register.path, configuration: configuration)
        try other.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
        let counts = try await office.plan()
        try other.inDatabase { try $0.execute(sql: "ROLLBACK") }

        #expect(counts.tasks == 0)
    }
}
