import Agreements
import GRDB
import Testing

@testable import Register

/// Meetings from the plan to closed minutes, on 1 March 2013.
struct MeetingDeedsTests {
    private let bench: DeedBench
    private let id = "NORD-2012-001"

    init() throws {
        bench = try DeedBench()
    }

    private func deeds(_ db: Database, _ author: Author, _ now: Instant) -> MeetingDeeds {
        MeetingDeeds(db, author: author, at: now)
    }

    /// Holds the first meeting, with minutes.
    private func hold(minutes: String? = "Enighet") throws {
        let today = try bench.day("2013-03-01")
        try bench.perform {
            try WorkLog($0, author: $1, at: $2).hold(meeting: "MØTE-1", on: today, minutes: minutes)
        }
    }

    @Test func `a meeting is planned and prepared`() throws {
        let (on, count) = (try bench.day("2013-05-01"), try bench.countOfEntries())

        let meeting = try bench.perform {
            try deeds($0, $1, $2).plan(
                id, level: .strategic, on: on, theme: "Bosetting", agenda: "Sak 1")
        }
        try bench.perform {
            try deeds($0, $1, $2).prepare(
                meeting, theme: "Bosetting 2013", agenda: "Sak 1 og 2", expecting: nil)
        }

        #expect(
            try bench.row(
                "SELECT id, level, theme, first_planned_on, planned_on, status FROM meeting "
                    + "WHERE key = 3")
                == [
                    "\(id)/T3", "strategic", "Bosetting 2013", "2013-05-01", "2013-05-01",
                    "planned",
                ])
        #expect(
            try bench.row("SELECT agenda, minutes_state FROM meeting_record")
                == ["Sak 1 og 2", "open"])
        #expect(
            try bench.entries(after: count) == [
                "add meeting \(meeting)", "add meeting_record \(meeting)",
                "change meeting \(meeting)", "change meeting_record \(meeting)",
            ])
        #expect(try bench.problems() == [])
    }

    @Test func `minutes are closed, and their decisions become follow-ups`() throws {
        let due = try bench.day("2013-04-01")
        try hold(minutes: nil)
        try bench.perform {
            try deeds($0, $1, $2).write(
                minutes: "Enighet om kurs", imdiRoles: "regiondirektør",
                counterpartRoles: "ordfører", of: "MØTE-1", expecting: nil)
        }
        try bench.perform {
            try deeds($0, $1, $2).decide(
                MeetingDeeds.DecisionTerms(
                    text: "Holde kurs", by: .both, responsible: "nord.direktor", dueOn: due),
                in: "MØTE-1")
        }
        let count = try bench.countOfEntries()

        try bench.perform { try deeds($0, $1, $2).closeMinutes(of: "MØTE-1") }

        #expect(
            try bench.row(
                "SELECT minutes_state, closed_on, imdi_roles, counterpart_roles FROM meeting_record"
            )
                == ["closed", "2013-03-01", "regiondirektør", "ordfører"])
        #expect(
            try bench.row(
                "SELECT id, meeting, title, side, responsible, due_on FROM followup WHERE key = 2")
                == ["\(id)/F2", "1", "Holde kurs", "both", "2", "2013-04-01"])
        #expect(try bench.row("SELECT followup FROM decision") == ["2"])
        #expect(
            try bench.entries(after: count) == [
                "add followup \(id)/F2", "change decision MØTE-1/1", "change meeting_record MØTE-1",
            ])
        #expect(try bench.problems() == [])
    }

    @Test func `minutes with a decision that lacks owner or date are not closed`() throws {
        let due = try bench.day("2013-04-01")
        try hold()
        for (responsible, dueOn) in [("nord.direktor", due), (nil, due), ("nord.direktor", nil)] {
            try bench.perform {
                try deeds($0, $1, $2).decide(
                    MeetingDeeds.DecisionTerms(
                        text: "Kurs", by: .imdi, responsible: responsible, dueOn: dueOn),
                    in: "MØTE-1")
            }
        }

        #expect(
            try bench.refusal { try deeds($0, $1, $2).closeMinutes(of: "MØTE-1") }
                == """
                The minutes of «MØTE-1» cannot be closed: decision 2, 3 has no responsible or no \
                due day. Give both.
                """)
        #expect(try bench.row("SELECT count(*) FROM followup") == ["1"])
    }

    @Test func `a decision is completed, and becomes a follow-up once`() throws {
        let due = try bench.day("2013-04-01")
        try hold()
        let decision = try bench.perform {
            try deeds($0, $1, $2).decide(
                MeetingDeeds.DecisionTerms(text: "Kurs", by: .imdi), in: "MØTE-1")
        }
        let early = try bench.refusal { try deeds($0, $1, $2).followUp(decision: decision) }
        let terms = MeetingDeeds.DecisionTerms(
            text: "Kurs", by: .imdi, responsible: "nord.saksbehandler2", dueOn: due)

        try bench.perform {
            try deeds($0, $1, $2).edit(decision: decision, to: terms, expecting: nil)
        }
        let followUp = try bench.perform { try deeds($0, $1, $2).followUp(decision: decision) }

        #expect(early.contains("decision 1 has no responsible or no due day"))
        #expect(followUp == "\(id)/F2")
        #expect(
            try bench.refusal {
                try deeds($0, $1, $2).edit(decision: decision, to: terms, expecting: nil)
            } == "Decision 1 of «MØTE-1» is a follow-up already: change the follow-up.")
        #expect(try bench.problems() == [])
    }

    @Test func `closed minutes stay as they are`() throws {
        try hold()
        try bench.perform { try deeds($0, $1, $2).closeMinutes(of: "MØTE-1") }
        let sentence =
            "The minutes of «MØTE-1» are closed: write what is new in the next meeting."

        #expect(
            try bench.refusal {
                try deeds($0, $1, $2).write(
                    minutes: "Nytt", imdiRoles: nil, counterpartRoles: nil, of: "MØTE-1",
                    expecting: nil)
            } == sentence)
        #expect(
            try bench.refusal {
                try deeds($0, $1, $2).decide(
                    MeetingDeeds.DecisionTerms(text: "Kurs", by: .imdi), in: "MØTE-1")
            } == sentence)
        #expect(
            try bench.refusal { try deeds($0, $1, $2).closeMinutes(of: "MØTE-1") } == sentence)
    }

    @Test func `minutes are of a meeting that was held, and say something when closed`() throws {
        #expect(
            try bench.refusal { try deeds($0, $1, $2).closeMinutes(of: "MØTE-2") }
                == "The meeting «MØTE-2» is planned and cannot be closed any more.")

        try hold(minutes: nil)

        #expect(
            try bench.refusal { try deeds($0, $1, $2).closeMinutes(of: "MØTE-1") }
                == "The meeting «MØTE-1» has no minutes: give it.")
        #expect(
            try bench.refusal {
                try deeds($0, $1, $2).prepare(
                    "MØTE-1", theme: nil, agenda: "Sak 1", expecting: nil)
            } == "The meeting «MØTE-1» is held and cannot be prepared any more.")
    }

    @Test func `a postponement moves a meeting on`() throws {
        let (to, today) = (try bench.day("2013-06-15"), try bench.day("2013-03-01"))
        let version = try bench.read {
            try RecordVersion.of(try MeetingDeeds.rows(ofMeeting: 2, in: $0), in: $0)
        }
        try bench.perform {
            try WorkLog($0, author: $1, at: $2).postpone(
                meeting: "MØTE-2", to: to, decidedOn: today, reason: "Ferie")
        }

        #expect(
            try bench.refusal {
                try deeds($0, $1, $2).prepare(
                    "MØTE-2", theme: nil, agenda: "Sak 1", expecting: version)
            }.hasPrefix("The meeting «MØTE-2» was changed by nord.saksbehandler1"))
    }
}
