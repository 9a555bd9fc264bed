import Agreements
import GRDB
import Testing

@testable import Register

/// Plans, measures and follow-ups, on 1 March 2013.
struct PlanDeedsTests {
    private let bench: DeedBench
    private let id = "NORD-2012-001"

    init() throws {
        bench = try DeedBench()
    }

    private func plans(_ db: Database, _ author: Author, _ now: Instant) -> PlanDeeds {
        PlanDeeds(db, author: author, at: now)
    }

    private func followUps(_ db: Database, _ author: Author, _ now: Instant) -> FollowUpDeeds {
        FollowUpDeeds(db, author: author, at: now)
    }

    @Test func `a plan is copied from last year, adopted and closed`() throws {
        let today = try bench.day("2013-03-01")
        let count = try bench.countOfEntries()

        try bench.perform { try plans($0, $1, $2).draft(id, year: 2014, copyingLast: true) }
        try bench.perform { try plans($0, $1, $2).adopt(id, year: 2014, on: today) }
        try bench.perform { try plans($0, $1, $2).close(id, year: 2014) }

        #expect(
            try bench.row("SELECT status, adopted_on FROM plan WHERE year = 2014")
                == ["closed", "2013-03-01"])
        #expect(
            try bench.row("SELECT id, title, due_on, status FROM measure WHERE year = 2014")
                == ["\(id)/M2", "Kurs", "2014-03-15", "planned"])
        #expect(
            try bench.entries(after: count) == [
                "add plan \(id)/2014", "add measure \(id)/M2", "change plan \(id)/2014",
                "change plan \(id)/2014",
            ])
        #expect(try bench.problems() == [])
    }

    @Test func `a plan is made once and adopted once, on a day that has come`() throws {
        let (today, tomorrow) = (try bench.day("2013-03-01"), try bench.day("2013-03-02"))
        try bench.perform { try plans($0, $1, $2).draft(id, year: 2014) }

        #expect(
            try bench.refusal { try plans($0, $1, $2).draft(id, year: 2013) }
                .hasPrefix("The register has the plan «\(id)/2013» already"))
        #expect(
            try bench.refusal { try plans($0, $1, $2).adopt(id, year: 2013, on: today) }
                == "The plan «\(id)/2013» is adopted and cannot be adopted any more.")
        #expect(
            try bench.refusal { try plans($0, $1, $2).adopt(id, year: 2014, on: tomorrow) }
                .hasSuffix("log it when it has happened."))
        #expect(
            try bench.refusal { try plans($0, $1, $2).close(id, year: 2014) }
                == "The plan «\(id)/2014» is draft and cannot be closed any more.")
        #expect(
            try bench.refusal { try plans($0, $1, $2).adopt(id, year: 2015, on: today) }
                == "«\(id)» has no plan for 2015: make it first.")
    }

    @Test func `a measure is added, changed, moved and given to somebody else`() throws {
        let (due, later) = (try bench.day("2013-05-01"), try bench.day("2013-06-01"))
        let count = try bench.countOfEntries()
        let measure = try bench.perform {
            try plans($0, $1, $2).add(
                PlanDeeds.MeasureTerms(title: "Tolk", by: .imdi, dueOn: due), to: id, year: 2013)
        }
        try bench.perform {
            try plans($0, $1, $2).edit(
                measure: measure, title: "Tolkekurs", subGoal: .d8, by: .both,
                responsible: "nord.saksbehandler1", expecting: nil)
        }
        try bench.perform {
            try plans($0, $1, $2).reschedule(measure: measure, to: later, reason: "Lokaler")
        }
        try bench.perform {
            try plans($0, $1, $2).reassign(measure: measure, to: "nord.saksbehandler2")
        }

        #expect(
            try bench.row(
                "SELECT title, sub_goal, side, due_on, responsible FROM measure WHERE key = 2")
                == ["Tolkekurs", "D8", "both", "2013-06-01", "3"])
        #expect(
            try bench.row("SELECT measure, due_before, due_on, decided_on, reason FROM due_change")
                == ["2", "2013-05-01", "2013-06-01", "2013-03-01", "Lokaler"])
        #expect(
            try bench.entries(after: count) == [
                "add measure \(measure)", "change measure \(measure)",
                "change measure \(measure)", "add due_change \(measure)/2013-06-01",
                "change measure \(measure)",
            ])
        #expect(try bench.problems() == [])
    }

    @Test(arguments: [
        ("2013-03-08", "Snø", "is due on 2013-03-08 already"),
        ("2013-02-28", "Snø", "due_on on 2013-02-28, before decided_on on 2013-03-01"),
        ("2013-04-01", " ", "is changed for no reason"),
    ])
    func `a new day is another day, to come, with a reason`(
        to: String, reason: String, words: String
    ) throws {
        let to = try bench.day(to)

        #expect(
            try bench.refusal { try followUps($0, $1, $2).reschedule("F1", to: to, reason: reason) }
                .contains(words))
    }

    @Test func `what is done is neither moved nor given away`() throws {
        let (today, later) = (try bench.day("2013-03-01"), try bench.day("2013-04-01"))
        try bench.perform { try WorkLog($0, author: $1, at: $2).finish(followUp: "F1", on: today) }

        #expect(
            try bench.refusal { try followUps($0, $1, $2).reschedule("F1", to: later, reason: "x") }
                .contains("is done and cannot be given a new day"))
        #expect(
            try bench.refusal { try followUps($0, $1, $2).reassign("F1", to: "nord.direktor") }
                .contains("is done and cannot be reassigned"))
    }

    @Test func `a follow-up is added, changed, moved and given to somebody else`() throws {
        let (due, later) = (try bench.day("2013-05-01"), try bench.day("2013-06-01"))
        let followUp = try bench.perform {
            try followUps($0, $1, $2).add(
                to: id, meeting: "MØTE-1", title: "Ringe", by: .imdi,
                responsible: "nord.saksbehandler1", dueOn: due)
        }
        try bench.perform {
            try followUps($0, $1, $2).edit(
                followUp, title: "Ringe Bodø", by: .both, responsible: "nord.saksbehandler1",
                expecting: nil)
        }
        try bench.perform {
            try followUps($0, $1, $2).reschedule(followUp, to: later, reason: "Ferie")
        }
        try bench.perform { try followUps($0, $1, $2).reassign(followUp, to: "nord.direktor") }

        #expect(
            try bench.row("SELECT id, title, side, due_on, responsible FROM followup WHERE key = 2")
                == ["\(id)/F2", "Ringe Bodø", "both", "2013-06-01", "2"])
        #expect(try bench.row("SELECT followup, reason FROM due_change") == ["2", "Ferie"])
        #expect(try bench.problems() == [])
    }

    @Test func `a follow-up is not given to its holder, or to somebody who left`() throws {
        try bench.perform { try followUps($0, $1, $2).reassign("F1", to: "nord.direktor") }

        #expect(
            try bench.refusal { try followUps($0, $1, $2).reassign("F1", to: "nord.direktor") }
                .contains("is responsible for the followup «F1» already"))
        #expect(
            try bench.refusal { try followUps($0, $1, $2).reassign("F1", to: "nord.sluttet") }
                == "nord.sluttet is not an active user: name somebody who is.")
    }
}
