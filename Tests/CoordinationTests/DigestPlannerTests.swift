import Agreements
import Mail
import Register
import Rules
import Support
import Tasks
import Testing

@testable import Coordination

/// What becomes of notices between planning and sending, recipient by recipient.
///
/// Both follow-ups are due on Friday 14 June 2013; stage 3, on 21 June, is for two people.
struct DigestPlannerTests {
    private let office: Office

    init() throws {
        office = try Office(
            rules: [.followUpDue], OfficeRows.followUp("F1", due: "2013-06-14"),
            OfficeRows.followUp("F2", due: "2013-06-14"))
    }

    private var expired: [String] {
        [
            "06-07 followup.due 1 nord.saksbehandler1 expired",
            "06-10 followup.due 1 nord.saksbehandler1 sent",
        ]
    }

    @Test func `a digest that could not go out is planned afresh with what then holds`()
        async throws
    {
        await office.mailbox.answerAll(.tryAgain("421 busy"))
        try await office.run("2013-06-07")
        await office.mailbox.answerAll(nil)
        try office.set("2013-06-08", 0)
        try await office.work()
        let phase = try office.digest(of: "nord.saksbehandler1", on: "2013-06-07")?.state.phase
        try office.log { try $0.finish(followUp: "F2", on: try Office.day("2013-06-08")) }

        try await office.run("2013-06-10")

        #expect(phase == .expired)
        let mails = await office.mailbox.mails
        #expect(mails.count == 1)
        #expect(mails.first?.text.contains("Oppfølging F1") == true)
        #expect(mails.first?.text.contains("Oppfølging F2") == false)
        #expect(try office.history(of: "F1") == expired)
        #expect(
            try office.history(of: "F2") == [
                "06-07 followup.due 1 nord.saksbehandler1 expired",
                "06-10 followup.due 1 nord.saksbehandler1 resolved",
            ])
    }

    @Test func `a digest does not go out after midnight in Oslo`() async throws {
        await office.mailbox.answerAll(.tryAgain("421 busy"))
        try await office.run("2013-06-07")
        await office.mailbox.answerAll(nil)

        try office.set("2013-06-07", 23, 59)
        let before = try office.digest(of: "nord.saksbehandler1", on: "2013-06-07")
        try office.set("2013-06-08", 0)
        try await office.work()

        #expect(before?.state.expiresAt == office.now)
        #expect(await office.mailbox.mails == [])
    }

    @Test func `a paused digest is expired by the next planning and never sent`() async throws {
        try office.register.write { db in
            try TaskStore(db).pause(.everything, at: office.now, reason: "")
        }
        try await office.run("2013-06-07")
        try office.set("2013-06-10")
        try await office.plan()
        try office.register.write { db in _ = try TaskStore(db).resume(.everything) }

        try await office.work()

        #expect(await office.mailbox.mails.count == 1)
        #expect(try office.history(of: "F1") == expired)
    }

    @Test func `retrying an expired digest by hand is refused`() async throws {
        await office.mailbox.answerAll(.tryAgain("421 busy"))
        try await office.run("2013-06-07")
        try office.set("2013-06-08", 0)
        try await office.work()
        let task = try #require(try office.digest(of: "nord.saksbehandler1", on: "2013-06-07"))

        let action = try office.register.write { db in
            try TaskStore(db).retry(task.id, at: office.now, reason: "by hand")
        }

        #expect(action == .refused(.tooLate(office.now)))
    }

    @Test func `what is resolved while a digest waits is taken out of it`() async throws {
        await office.mailbox.answerAll(.tryAgain("450 greylisted"))
        try await office.run("2013-06-07")
        await office.mailbox.answerAll(nil)
        try office.log { try $0.finish(followUp: "F2", on: try Office.day("2013-06-07")) }
        try office.set("2013-06-07", 7, 5)

        let counts = try await office.plan()
        let again = try await office.plan()
        try await office.work()

        #expect(counts.resolved == 1)
        #expect(again.resolved == 0)
        let mails = await office.mailbox.mails
        #expect(mails.count == 1)
        #expect(mails.first?.text.contains("Oppfølging F2") == false)
        #expect(
            try office.history() == [
                "06-07 followup.due 1 nord.saksbehandler1 sent",
                "06-07 followup.due 1 nord.saksbehandler1 resolved",
            ])
    }

    @Test func `a digest in which everything is resolved is cancelled`() async throws {
        await office.mailbox.answerAll(.tryAgain("450 greylisted"))
        try await office.run("2013-06-07")
        await office.mailbox.answerAll(nil)
        for id in ["F1", "F2"] {
            try office.log { try $0.cancel(followUp: id, on: try Office.day("2013-06-07")) }
        }
        try office.set("2013-06-07", 7, 5)

        try await office.plan()
        try await office.work()
        try await office.run("2013-06-10")

        let task = try office.digest(of: "nord.saksbehandler1", on: "2013-06-07")
        #expect(task?.state.phase == .cancelled)
        #expect(await office.mailbox.mails == [])
        #expect(
            try office.history(of: "F1") == ["06-07 followup.due 1 nord.saksbehandler1 resolved"])
    }

    @Test func `who has not heard hears the next day, and the other not again`() async throws {
        try await office.run("2013-06-20")
        await office.mailbox.answer(.refused("550 no such mailbox"), to: "s2@example.no")
        try await office.run("2013-06-21")
        await office.mailbox.answer(nil, to: "s2@example.no")

        let monday = try await office.run("2013-06-24")
        let tuesday = try await office.run("2013-06-25")

        #expect(monday.digests == 1)
        #expect(tuesday == Planner.Counts())
        #expect(
            try office.history(of: "F1").suffix(3) == [
                "06-21 followup.due 3 nord.saksbehandler1 sent",
                "06-21 followup.due 3 nord.saksbehandler2 failed",
                "06-24 followup.due 3 nord.saksbehandler2 sent",
            ])
    }

    @Test func `who has not heard and is away gives way to who stands in`() async throws {
        try await office.run("2013-06-20")
        await office.mailbox.answer(.refused("550 no such mailbox"), to: "s2@example.no")
        try await office.run("2013-06-21")
        try office.execute("UPDATE user SET active = 0 WHERE id = 'nord.saksbehandler2'")

        try await office.run("2013-06-24")
        let tuesday = try await office.run("2013-06-25")

        #expect(
            try office.history(of: "F1").suffix(4) == [
                "06-21 followup.due 3 nord.saksbehandler1 sent",
                "06-21 followup.due 3 nord.saksbehandler2 failed",
                "06-24 followup.due 3 nord.direktor sent",
                "06-24 followup.due 3 nord.saksbehandler2 skipped",
            ])
        #expect(tuesday == Planner.Counts())
    }

    @Test func `who has not heard of a stage before the next one is told of the next`()
        async throws
    {
        await office.mailbox.answer(.refused("550 no such mailbox"), to: "s1@example.no")
        try await office.run("2013-06-07")
        await office.mailbox.answer(nil, to: "s1@example.no")

        try await office.run("2013-06-14")

        #expect(
            try office.history(of: "F1") == [
                "06-07 followup.due 1 nord.saksbehandler1 failed",
                "06-14 followup.due 1 nord.saksbehandler1 folded",
                "06-14 followup.due 2 nord.saksbehandler1 sent",
            ])
    }

    @Test func `what has been settled does not widen the look back of later days`()
        async throws
    {
        await office.mailbox.answerAll(.refused("550 no such mailbox"))
        try await office.run("2013-06-07")
        for id in ["F1", "F2"] {
            try office.log { try $0.finish(followUp: id, on: try Office.day("2013-06-07")) }
        }

        try await office.run("2013-06-10")
        try await office.run("2013-06-11")

        #expect(
            try office.rows("SELECT day, looked_back_to FROM planned_day ORDER BY day") == [
                "2013-06-07 -", "2013-06-10 2013-06-06", "2013-06-11 2013-06-10",
            ])
    }

    @Test func `every notice can say why`() async throws {
        try await office.run("2013-06-06")
        await office.mailbox.answer(.refused("550 no such mailbox"), to: "s2@example.no")
        try await office.run("2013-06-21")

        let history = try office.register.read { db in
            try NoticeLedger.history(of: "F1", person: nil, on: nil, in: db)
        }

        #expect(history.map(\.state) == ["folded", "folded", "sent", "failed"])
        #expect(history[3].reason == "550 no such mailbox")
        try await office.run("2013-06-24")
        let later = try office.register.read { db in
            try NoticeLedger.history(of: "F1", person: "nord.saksbehandler2", on: nil, in: db)
        }
        #expect(later.map(\.state) == ["failed", "failed"])
        #expect(later.first?.reason == "550 no such mailbox")
        #expect(history[0].reason == "A later stage fell due before this one was sent.")
        #expect(history[2].reason?.hasPrefix("Message-ID ") == true)
        #expect(history[2].dueOn == Day("2013-06-14"))
        #expect(history[2].stagedOn == Day("2013-06-21"))
    }

    @Test func `a digest's Message-ID is the same at every attempt`() async throws {
        await office.mailbox.answerAll(.tryAgain("450 greylisted"))
        try await office.run("2013-06-07")
        let id = try #require(try office.digest(of: "nord.saksbehandler1", on: "2013-06-07")).id
        await office.mailbox.answerAll(nil)
        office.coordinator.clock.advance(by: .seconds(60))

        try await office.work()

        #expect(await office.mailbox.mails.map(\.messageID) == ["\(id)@example.no"])
    }
}
