import Agreements
import Register
import Rules
import Support
import Tasks
import Testing

@testable import Coordination

/// domain.md, 7: a notice is produced once, and after days without a run only the highest stage.
///
/// The follow-up is due on Friday 14 June 2013: stages on 7, 14, 21 and 28 June and 12 July.
struct NoticePlannerTests {
    private let office: Office

    init() throws {
        office = try Office(
            rules: [.followUpDue], OfficeRows.followUp("F1", due: "2013-06-14"))
    }

    @Test func `a notice is produced once`() async throws {
        let first = try await office.run("2013-06-07")
        let again = try await office.run("2013-06-07")
        let monday = try await office.run("2013-06-10")

        #expect(first.notices == 1)
        #expect(first.digests == 1)
        #expect(again == Planner.Counts())
        #expect(monday == Planner.Counts())
        #expect(await office.mailbox.mails.map(\.to.address) == ["s1@example.no"])
        #expect(try office.history() == ["06-07 followup.due 1 nord.saksbehandler1 sent"])
    }

    @Test func `nothing is planned before the daily hour`() async throws {
        try office.set("2013-06-07", 6, 59)

        #expect(try await office.plan() == Planner.Counts())

        try office.set("2013-06-07", 7)
        #expect(try await office.plan().digests == 1)
    }

    @Test func `a closed day plans nothing and does not count as a run`() async throws {
        try await office.run("2013-06-13")

        let saturday = try await office.run("2013-06-15")
        let planned = try office.rows("SELECT day FROM planned_day")
        let monday = try await office.run("2013-06-17")

        #expect(saturday == Planner.Counts())
        #expect(planned == ["2013-06-13"])
        #expect(monday.notices == 1)
        #expect(try office.history().contains("06-17 followup.due 2 nord.saksbehandler1 sent"))
    }

    @Test func `a moved due date re-arms a notice`() async throws {
        try await office.run("2013-06-07")
        try office.execute("UPDATE followup SET due_on = '2013-06-21'")

        let friday = try await office.run("2013-06-14")

        #expect(friday.notices == 1)
        #expect(
            try office.rows("SELECT due_on, stage FROM notice ORDER BY key")
                == ["2013-06-14 1", "2013-06-21 1"])
    }

    @Test func `after an outage each person gets one digest with the highest stages`()
        async throws
    {
        try office.add(OfficeRows.followUp("F2", due: "2013-06-14"))
        try office.add(OfficeRows.followUp("old", due: "2013-05-08"))
        try await office.run("2013-06-06")
        let before = await office.mailbox.mails.count

        let counts = try await office.run("2013-06-25")

        #expect(counts.notices == 2)
        #expect(counts.digests == 2)
        #expect(
            try office.history(of: "F1") == [
                "06-25 followup.due 1 nobody folded", "06-25 followup.due 2 nobody folded",
                "06-25 followup.due 3 nord.saksbehandler1 sent",
                "06-25 followup.due 3 nord.saksbehandler2 sent",
            ])
        #expect(
            try office.history(of: "old").last == "06-25 followup.due 5 nobody skipped")
        let mails = await office.mailbox.mails.dropFirst(before)
        #expect(Set(mails.map(\.to.address)) == ["s1@example.no", "s2@example.no"])
        #expect(mails.count == 2)
        #expect(mails.allSatisfy { $0.text.contains("F1") && $0.text.contains("F2") })
    }

    @Test func `a first import floods nobody`() async throws {
        for month in 1...9 {
            try office.add(OfficeRows.followUp("old\(month)", due: "2012-0\(month)-02"))
        }

        let counts = try await office.run("2013-06-06")

        #expect(counts.notices == 0)
        #expect(counts.passedOver == 0)
        #expect(await office.mailbox.mails == [])
        #expect(try office.history() == [])
    }

    @Test func `a clock that was a year ahead does not silence the year`() async throws {
        try await office.run("2014-06-06")

        let counts = try await office.run("2013-06-07")

        #expect(counts.notices == 1)
    }

    @Test func `pruned tasks are not planned again`() async throws {
        try await office.run("2013-06-07")
        office.coordinator.clock.advance(by: .seconds(60))
        try office.prune()
        let left = try office.coordinator.counts()

        let sameDay = try await office.plan()
        let monday = try await office.run("2013-06-10")

        #expect(left == [:])
        #expect(sameDay == Planner.Counts())
        #expect(monday == Planner.Counts())
        #expect(await office.mailbox.mails.count == 1)
    }

    @Test func `a notice that nobody is there for says so`() async throws {
        try office.execute("UPDATE user SET active = 0")

        let counts = try await office.run("2013-06-07")

        #expect(counts.digests == 0)
        let history = try office.register.read { db in
            try NoticeLedger.history(of: "F1", person: nil, on: nil, in: db)
        }
        #expect(history.map(\.state) == ["sent to nobody"])
        #expect(history.map(\.reason) == ["Nobody was there to hear of it."])
    }

    @Test func `C14 a paused digest stays where it is over a restart`() async throws {
        try office.register.write { db in
            try TaskStore(db).pause(.kind(.reminderDigest), at: office.now, reason: "holiday")
        }
        try office.coordinator.restart(with: office.coordinator.queue)

        try await office.run("2013-06-07")
        let paused = await office.mailbox.mails.count
        try office.register.write { db in
            _ = try TaskStore(db).resume(.kind(.reminderDigest))
        }
        try await office.work()

        #expect(paused == 0)
        #expect(await office.mailbox.mails.count == 1)
    }

    @Test func `C14 a cancelled digest is not sent, and its notices are planned afresh`()
        async throws
    {
        try office.set("2013-06-07")
        try await office.plan()
        let task = try #require(try office.digest(of: "nord.saksbehandler1", on: "2013-06-07"))
        try office.register.write { db in
            _ = try TaskStore(db).cancel(task.id, at: office.now, reason: "not today")
        }
        try office.coordinator.restart(with: office.coordinator.queue)
        try await office.work()
        let cancelled = await office.mailbox.mails.count

        try await office.run("2013-06-10")

        #expect(cancelled == 0)
        #expect(
            try office.history() == [
                "06-07 followup.due 1 nord.saksbehandler1 failed",
                "06-10 followup.due 1 nord.saksbehandler1 sent",
            ])
    }

    @Test func `C15 every step of a digest is an event with its times`() async throws {
        await office.mailbox.answerAll(.tryAgain("450 greylisted"))
        try await office.run("2013-06-07")
        await office.mailbox.answerAll(nil)
        office.coordinator.clock.advance(by: .seconds(60))
        try await office.work()

        let id = TaskID(uniqueKey: "digest/nord.saksbehandler1/2013-06-07")
        let events = try office.coordinator.events(of: id)

        #expect(events.map(\.name) == [.planned, .published, .retrying, .published, .done])
        #expect(events.map(\.attempt) == [1, 1, 1, 2, 2])
        #expect(events[2].reason == "450 greylisted")
        #expect(events[3].queueTime == .seconds(40))
        #expect(events[4].runTime == .zero)
    }
}
