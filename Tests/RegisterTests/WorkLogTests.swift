import Agreements
import GRDB
import Testing

@testable import Register

/// What offices log, on 1 March 2013: each verb, its entry in the audit trail, and its refusals.
struct WorkLogTests {
    private let temporary: TemporaryRegister
    private var register: Register { temporary.register }

    init() throws {
        temporary = try TemporaryRegister()
        try temporary.add(Rows.references, Rows.agreement, Rows.work)
        try temporary.add(
            """
            INSERT INTO agreement (id, title, designation, kind, owner, status)
            VALUES ('NORD-2013-001', 'Narvik', '', 'municipal', 'nord', 'draft')
            """)
    }

    private func log(_ body: (WorkLog) throws -> Void) throws {
        try register.write { db in
            try body(WorkLog(db, author: TemporaryRegister.author, at: TemporaryRegister.at))
        }
    }

    private func row(_ sql: String) throws -> [String] {
        try register.read { db in
            try Row.fetchOne(db, sql: sql)?.map { "\($0.1.storage.value ?? "-")" } ?? []
        }
    }

    /// The last entry: action, table, subject, and whether it has a before and an after.
    private func lastEntry() throws -> [String] {
        try row(
            """
            SELECT action, entity, subject, before IS NOT NULL, after IS NOT NULL
            FROM audit ORDER BY seq DESC LIMIT 1
            """)
    }

    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    private func sentence(_ body: (WorkLog) throws -> Void) throws -> String {
        var sentence = ""
        do {
            try log(body)
        } catch {
            sentence = "\(error)"
        }
        return sentence
    }

    // MARK: Verbs

    @Test func `an activity is added, with an agreement or with a party`() throws {
        let on = try day("2013-02-28")
        try log {
            try $0.add(
                Activity(
                    id: "A2", agreement: "NORD-2012-001", on: on, kind: .seminar, theme: "Kurs",
                    subGoal: .d2, participants: 12, outcome: "Enighet"))
            try $0.add(Activity(id: "A3", party: "bodo", on: on, kind: .phone))
        }

        #expect(
            try row("SELECT * FROM activity WHERE id = 'A2'").dropFirst() == [
                "A2", "1", "-", "2013-02-28", "seminar", "Kurs", "D2", "12", "Enighet",
            ])
        #expect(try row("SELECT agreement, party FROM activity WHERE id = 'A3'") == ["-", "1"])
        #expect(try lastEntry() == ["add", "activity", "A3", "0", "0"])
        #expect(try register.check().problems == [])
    }

    @Test func `a follow-up is added, open`() throws {
        let due = try day("2013-04-01")
        try log {
            try $0.add(
                FollowUp(
                    id: "F2", agreement: "NORD-2012-001", meeting: "MØTE-1", title: "Ringe",
                    by: .both, responsible: "nord.direktor", dueOn: due, status: .open))
        }

        #expect(
            try row("SELECT * FROM followup WHERE id = 'F2'").dropFirst() == [
                "F2", "1", "1", "Ringe", "both", "2", "2013-04-01", "open", "-", "-",
            ])
        #expect(try lastEntry() == ["add", "followup", "F2", "0", "0"])
        #expect(try register.check().problems == [])
    }

    @Test func `a follow-up is finished or cancelled`() throws {
        let on = try day("2013-03-01")
        try log { try $0.finish(followUp: "F1", on: on) }

        #expect(try row("SELECT status, done_on FROM followup") == ["done", "2013-03-01"])
        #expect(try lastEntry() == ["change", "followup", "F1", "1", "1"])
        #expect(
            try sentence { try $0.cancel(followUp: "F1", on: on) }
                == "The followup «F1» is done and cannot be cancelled any more.")
        #expect(try register.check().problems == [])
    }

    @Test func `an open follow-up is cancelled`() throws {
        let on = try day("2013-03-01")
        try log { try $0.cancel(followUp: "F1", on: on) }

        #expect(
            try row("SELECT status, cancelled_on, done_on FROM followup")
                == ["cancelled", "2013-03-01", "-"])
        #expect(try register.check().problems == [])
    }

    @Test func `a meeting is held, with minutes`() throws {
        let on = try day("2013-02-28")
        try log { try $0.hold(meeting: "MØTE-1", on: on, minutes: "Enighet") }

        #expect(
            try row("SELECT status, held_on, minutes, first_planned_on FROM meeting")
                == ["held", "2013-02-28", "Enighet", "2013-03-01"])
        #expect(try lastEntry() == ["change", "meeting", "MØTE-1", "1", "1"])
        #expect(try register.check().problems == [])
    }

    @Test func `a meeting is cancelled, and then not held`() throws {
        let on = try day("2013-03-01")
        try log { try $0.cancel(meeting: "MØTE-2", on: on) }

        #expect(
            try row("SELECT status, cancelled_on FROM meeting WHERE id = 'MØTE-2'")
                == ["cancelled", "2013-03-01"])
        #expect(
            try sentence { try $0.hold(meeting: "MØTE-2", on: on, minutes: nil) }
                == "The meeting «MØTE-2» is cancelled and cannot be held any more.")
        #expect(try register.check().problems == [])
    }

    @Test func `postponing moves the planned date, not the first one, and counts`() throws {
        let (today, to, then) = (
            try day("2013-03-01"), try day("2013-04-10"), try day("2013-05-10")
        )
        try log {
            try $0.postpone(meeting: "MØTE-1", to: to, decidedOn: today, reason: "Sykdom")
            try $0.postpone(meeting: "MØTE-1", to: then, decidedOn: today, reason: "Vinter")
        }

        #expect(
            try row("SELECT planned_on, first_planned_on, status FROM meeting WHERE key = 1")
                == ["2013-05-10", "2013-03-01", "planned"])
        #expect(try row("SELECT count(*), max(occurrence) FROM postponement") == ["3", "2"])
        #expect(try lastEntry() == ["add", "postponement", "MØTE-1/2013-03-01", "0", "0"])
        #expect(try register.check().problems == [])
    }

    @Test func `a measure is begun, then done with its result`() throws {
        let on = try day("2013-03-01")
        try log { try $0.begin(measure: "M1") }
        let begun = try row("SELECT status FROM measure")
        try log { try $0.finish(measure: "M1", on: on, result: "20 deltakere") }

        #expect(begun == ["in_progress"])
        #expect(
            try row("SELECT status, done_on, result FROM measure")
                == ["done", "2013-03-01", "20 deltakere"])
        #expect(try lastEntry() == ["change", "measure", "M1", "1", "1"])
        #expect(
            try sentence { try $0.begin(measure: "M1") }
                == "The measure «M1» is done and cannot be begun any more.")
        #expect(try register.check().problems == [])
    }

    @Test func `a measure is cancelled`() throws {
        let on = try day("2013-03-01")
        try log { try $0.cancel(measure: "M1", on: on) }

        #expect(
            try row("SELECT status, cancelled_on FROM measure") == ["cancelled", "2013-03-01"])
        #expect(try register.check().problems == [])
    }

    // MARK: Refusals

    @Test func `what the register does not know is refused with a sentence`() throws {
        let on = try day("2013-03-01")

        #expect(
            try sentence { try $0.finish(followUp: "F9", on: on) }
                == "The register has no followup «F9». `avtalt due` lists what is open.")
        #expect(
            try sentence { try $0.add(Activity(id: "A9", party: "oslo", on: on, kind: .visit)) }
                .hasPrefix("The register has no party «oslo»."))
        #expect(
            try sentence { try $0.add(Activity(id: "A1", party: "bodo", on: on, kind: .visit)) }
                == "The register has the activity «A1» already: give another id, or leave it out.")
    }

    @Test func `a national identity number is refused, and nothing is written`() throws {
        let on = try day("2013-03-01")
        let before = try row("SELECT count(*) FROM audit")

        let text = try sentence {
            try $0.finish(measure: "M1", on: on, result: "Gjelder 010190 12480 eller 01019012480")
        }

        #expect(text.hasPrefix("A text holds a national identity number."))
        #expect(try row("SELECT status FROM measure") == ["planned"])
        #expect(try row("SELECT count(*) FROM audit") == before)
    }

    @Test func `what has not happened yet is refused`() throws {
        let on = try day("2013-03-02")
        let verbs: [(WorkLog) throws -> Void] = [
            { try $0.add(Activity(id: "A9", party: "bodo", on: on, kind: .visit)) },
            { try $0.finish(followUp: "F1", on: on) },
            { try $0.cancel(followUp: "F1", on: on) },
            { try $0.hold(meeting: "MØTE-1", on: on, minutes: nil) },
            { try $0.cancel(meeting: "MØTE-1", on: on) },
            { try $0.postpone(meeting: "MØTE-1", to: on, decidedOn: on, reason: "Snø") },
            { try $0.finish(measure: "M1", on: on, result: nil) },
            { try $0.cancel(measure: "M1", on: on) },
        ]

        for verb in verbs {
            #expect(
                try sentence(verb).hasSuffix(
                    "is on 2013-03-02, and today is 2013-03-01: log it when it has happened."))
        }
    }

    @Test(arguments: [
        ("2013-02-28", "2013-03-01", "Snø", "cannot have been moved to 2013-02-28"),
        ("2013-04-01", "2013-02-19", "Snø", "was postponed on 2013-02-20, after 2013-02-19"),
        ("2013-03-20", "2013-03-01", "Snø", "is planned for 2013-03-20 already"),
        ("2013-04-01", "2013-03-01", " ", "is postponed for no reason"),
    ])
    func `a postponement that the dates speak against is a sentence`(
        to: String, decidedOn: String, reason: String, words: String
    ) throws {
        let (to, decidedOn) = (try day(to), try day(decidedOn))

        let text = try sentence {
            try $0.postpone(meeting: "MØTE-1", to: to, decidedOn: decidedOn, reason: reason)
        }

        #expect(text.hasPrefix("The meeting «MØTE-1» "))
        #expect(text.contains(words))
        #expect(try row("SELECT planned_on FROM meeting WHERE key = 1") == ["2013-03-20"])
    }

    @Test func `an activity has exactly one counterpart, and no negative participants`() throws {
        let on = try day("2013-03-01")

        #expect(
            try sentence { try $0.add(Activity(id: "A9", on: on, kind: .visit)) }
                .contains("is with neither an agreement nor a party"))
        #expect(
            try sentence {
                try $0.add(
                    Activity(
                        id: "A9", agreement: "NORD-2012-001", party: "bodo", on: on, kind: .visit))
            }.contains("is with both an agreement and a party"))
        #expect(
            try sentence {
                try $0.add(
                    Activity(id: "A9", party: "bodo", on: on, kind: .visit, participants: -1))
            }.contains("has -1 participants"))
        #expect(
            try sentence { try $0.add(Activity(id: "", party: "bodo", on: on, kind: .visit)) }
                .contains("has an empty id"))
    }

    @Test func `a follow-up from a meeting of another agreement is refused`() throws {
        let due = try day("2013-04-01")

        let text = try sentence {
            try $0.add(
                FollowUp(
                    id: "F2", agreement: "NORD-2013-001", meeting: "MØTE-1", title: "Ringe",
                    by: .imdi, dueOn: due, status: .open))
        }

        #expect(text.hasPrefix("The meeting «MØTE-1» is not of NORD-2013-001:"))
    }
}
