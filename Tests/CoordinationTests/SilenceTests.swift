import Agreements
import GRDB
import Register
import Rules
import Tasks
import Testing

@testable import Coordination

/// Ladders that stop when somebody answers, and go on when nothing came of it.
///
/// The plan of 2013 is missing: stages on 3 December and 15 January to the responsible, on
/// 1 February to the director, on 1 March to head office.
struct SilenceTests {
    private let office: Office

    init() throws {
        office = try Office(rules: [.planMissing])
    }

    private func ask(
        _ answer: NoticeAnswer = .later, by user: String = "nord.saksbehandler1", until: String
    ) throws {
        let (until, dueOn) = (try Office.day(until), try Office.day("2013-01-31"))
        let now = office.now
        try office.register.write { db in
            try NoticeAnswers(db, author: Office.author, at: now).ask(
                answer,
                about: NoticeKey(
                    rule: .planMissing, subject: "NORD-2012-001", dueOn: dueOn, stage: 2),
                by: user, until: until, reason: "Møtet er i februar.")
        }
    }

    private func quiet(_ first: String, _ last: String) throws {
        let (first, last) = (try Office.day(first), try Office.day(last))
        let now = office.now
        _ = try office.register.write { db in
            try QuietPeriods(db, author: Office.author, at: now).add(
                unit: .nord, from: first, to: last, name: "Stille")
        }
    }

    private func reasons() throws -> [String?] {
        try office.register.read { db in
            try NoticeLedger.history(of: nil, person: nil, on: nil, in: db)
        }.filter { $0.state == "silenced" }.map(\.reason)
    }

    @Test func `an answer keeps the leader from hearing until its day, and not longer`()
        async throws
    {
        try await office.run("2013-01-15")
        try ask(until: "2013-02-11")

        try await office.run("2013-02-01")
        try await office.run("2013-02-08")
        let silent = await office.mailbox.mails.map(\.to.address)
        try await office.run("2013-02-11")

        #expect(silent == ["s1@example.no"])
        #expect(
            await office.mailbox.mails.map(\.to.address) == ["s1@example.no", "d@example.no"])
        #expect(
            try office.history() == [
                "01-15 plan.missing 2 nord.saksbehandler1 sent",
                "02-01 plan.missing 3 nord.direktor silenced",
                "02-11 plan.missing 3 nord.direktor sent",
            ])
        #expect(try reasons().first??.contains("nord.saksbehandler1 has answered") == true)
    }

    @Test func `what was silent for months is told all the same, with the highest stage`()
        async throws
    {
        try await office.run("2013-01-15")
        try ask(until: "2013-06-03")
        for day in ["2013-02-01", "2013-03-01", "2013-05-31"] { try await office.run(day) }
        let silent = await office.mailbox.mails.count

        try await office.run("2013-06-03")

        #expect(silent == 1)
        #expect(
            await office.mailbox.mails.map(\.to.address).last == "a@example.no")
        #expect(
            try office.history().suffix(2) == [
                "03-01 plan.missing 4 imdi.analytiker silenced",
                "06-03 plan.missing 4 imdi.analytiker sent",
            ])
    }

    @Test func `what is done in the time that was asked for is never told`() async throws {
        try await office.run("2013-01-15")
        try ask(until: "2013-02-11")
        try await office.run("2013-02-01")
        try office.add(
            """
            INSERT INTO plan (agreement, year, status, adopted_on)
            VALUES (1, 2013, 'adopted', '2013-02-05');
            """)

        try await office.run("2013-02-11")

        #expect(await office.mailbox.mails.map(\.to.address) == ["s1@example.no"])
        #expect(try office.history().last == "02-11 plan.missing 3 nord.direktor resolved")
    }

    @Test func `an answer that comes while a digest waits takes it out`() async throws {
        try office.set("2013-02-01")
        try await office.plan()
        try ask(until: "2013-02-11")

        try await office.plan()
        try await office.work()

        #expect(await office.mailbox.mails.isEmpty)
        #expect(try office.history().last == "02-01 plan.missing 3 nord.direktor silenced")
        try await office.run("2013-02-11")
        #expect(await office.mailbox.mails.map(\.to.address) == ["d@example.no"])
    }

    @Test func `whoever says that it is not theirs is left alone, and the ladder goes on`()
        async throws
    {
        try await office.run("2013-01-15")
        try ask(.notMine, until: "2013-02-11")

        try await office.run("2013-02-01")

        #expect(
            await office.mailbox.mails.map(\.to.address) == ["s1@example.no", "d@example.no"])
    }

    @Test func `quiet days tell nobody in the unit, and what still holds comes after them`()
        async throws
    {
        try office.set("2013-01-10")
        try quiet("2013-01-31", "2013-02-10")

        try await office.run("2013-02-01")
        try await office.run("2013-02-08")
        let quiet = await office.mailbox.mails.count
        try await office.run("2013-02-11")

        #expect(quiet == 0)
        #expect(await office.mailbox.mails.map(\.to.address) == ["d@example.no"])
    }

    @Test func `what the rules produce is the same whatever was answered`() async throws {
        let day = try Office.day("2013-02-01")
        func produced() throws -> [Notice] {
            try office.register.read { db in
                Notices(
                    facts: try Facts(
                        forNoticesOf: day, after: day.adding(days: -1), office.settings.rulebook,
                        in: db), rulebook: office.settings.rulebook
                ).due(on: day)
            }
        }
        try office.set("2013-01-20")
        let before = try produced()

        try ask(until: "2013-02-11")
        try quiet("2013-01-31", "2013-02-10")

        #expect(!before.isEmpty)
        #expect(try produced() == before)
    }
}
