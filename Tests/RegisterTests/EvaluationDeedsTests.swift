import Agreements
import GRDB
import Testing

@testable import Register

/// Evaluations of 2013, in December of that year.
struct EvaluationDeedsTests {
    private let bench: DeedBench
    private let key: Int64
    private let id = "NORD-2012-001/2013"
    private let term = Day.last(of: 2013).adding(days: 31)
    private let december = Oslo.instant(of: Day.last(of: 2013).adding(days: -20), hour: 12)

    init() throws {
        bench = try DeedBench()
        try bench.temporary.add(
            "INSERT INTO evaluation (agreement, year, status) VALUES (1, 2013, 'open')")
        key = 2
    }

    private func staff(_ db: Database, _ author: Author, _: Instant) -> EvaluationDeeds {
        EvaluationDeeds(db, author: author, at: december)
    }

    private func counterpart(_ db: Database, _ author: Author, _: Instant) -> RespondentDeeds {
        RespondentDeeds(db, author: author, at: december)
    }

    private func conclusions(_ db: Database, _ author: Author, _: Instant) -> ConclusionDeeds {
        ConclusionDeeds(db, author: author, at: december)
    }

    private func submit(_ score: Int = 4, comment: String? = nil) throws {
        let stamp = try bench.read { try Answers.held(by: .imdi, key, .municipal, in: $0).stamp }
        try bench.perform {
            try staff($0, $1, $2).save(
                [.init(dimension: "overall", score: score, comment: comment)], evaluation: key,
                since: stamp)
        }
        try bench.perform { try staff($0, $1, $2).submit(key) }
    }

    private func answer(_ score: Int) throws {
        try bench.perform {
            try counterpart($0, $1, $2).save(
                [.init(dimension: "overall", score: score)], evaluation: key, since: nil,
                term: term)
        }
        try bench.perform { try counterpart($0, $1, $2).deliver(evaluation: key, term: term) }
    }

    @Test func `who approves too early is told the day from which it may be done`() throws {
        try submit()
        try answer(4)
        let early = Oslo.instant(of: try #require(Day("2013-11-14")), hour: 12)

        let refusal = try bench.refusal { db, author, _ in
            try EvaluationDeeds(db, author: author, at: early).approve(
                key, recommendation: .renew, reasonWithoutCounterpart: nil)
        }

        #expect(refusal.contains("is on 2013-11-15, and today is 2013-11-14"))
    }

    @Test func `the year for the archive has scores once each side may see the other's`() throws {
        func sides(on day: Day) throws -> [Side] {
            try bench.read { db in
                try AgreementYear.read(
                    "NORD-2012-001", year: 2013, on: day, rulebook: .domain, in: db)
            }.scores.map(\.side)
        }
        try answer(5)
        #expect(try sides(on: term).isEmpty)
        #expect(try sides(on: term.adding(days: 1)) == [.counterpart])

        try submit()

        #expect(try sides(on: term) == [.counterpart, .imdi])
    }

    @Test func `a draft is nobody's score until it is submitted`() throws {
        let count = try bench.countOfEntries()
        try bench.perform {
            try staff($0, $1, $2).save(
                [.init(dimension: "overall", score: 4, comment: "Godt år")], evaluation: key,
                since: nil)
        }

        #expect(try bench.countOfEntries() == count)
        #expect(try bench.row("SELECT count(*) FROM score WHERE evaluation = 2") == ["0"])

        try bench.perform { try staff($0, $1, $2).submit(key) }

        #expect(
            try bench.row("SELECT status, submitted_on FROM evaluation WHERE key = 2")
                == ["submitted", "2013-12-11"])
        #expect(
            try bench.entries(after: count) == [
                "add score \(id)/imdi/overall", "add score_comment \(id)/imdi/overall",
                "change evaluation \(id)", "add evaluation_step \(id)/submitted",
            ])
        #expect(try bench.row("SELECT count(*) FROM answer") == ["0"])
        #expect(try bench.problems() == [])
    }

    @Test func `a part without a score is not submitted`() throws {
        try bench.perform {
            try staff($0, $1, $2).save(
                [.init(dimension: "overall", comment: "Vet ikke")], evaluation: key, since: nil)
        }

        #expect(
            try bench.refusal { try staff($0, $1, $2).submit(key) }
                == "The evaluation «\(id)» has no score: give one at least.")
    }

    @Test func `what was sent back with a comment is written anew and submitted again`() throws {
        try submit(4)
        #expect(
            try bench.refusal { try staff($0, $1, $2).sendBack(key, comment: "  ") }
                == "The evaluation «\(id)» has no comment: give it.")

        try bench.perform { try staff($0, $1, $2).sendBack(key, comment: "Skriv hvorfor") }
        try submit(3, comment: "Få møter")

        #expect(
            try bench.column("SELECT step FROM evaluation_step ORDER BY key")
                == ["submitted", "sent_back", "submitted"])
        #expect(
            try bench.row("SELECT score FROM score WHERE evaluation = 2 AND side = 'imdi'")
                == ["3"])
        #expect(try bench.problems() == [])
    }

    @Test func `a score that was delivered is changed and not taken away`() throws {
        try submit(4)
        try bench.perform { try staff($0, $1, $2).sendBack(key, comment: "Se på nytt") }
        try bench.perform {
            try staff($0, $1, $2).save(
                [.init(dimension: "overall"), .init(dimension: "services", score: 2)],
                evaluation: key, since: nil)
        }

        #expect(
            try bench.refusal { try staff($0, $1, $2).submit(key) }
                .hasPrefix("The score of overall in «\(id)» has been delivered"))
    }

    @Test func `two who answer at once do not write over each other`() throws {
        try bench.perform {
            try staff($0, $1, $2).save(
                [.init(dimension: "overall", score: 4)], evaluation: key, since: nil)
        }

        #expect(
            try bench.refusal {
                try staff($0, $1, $2).save(
                    [.init(dimension: "overall", score: 2)], evaluation: key, since: nil)
            }.hasPrefix("Somebody else saved answers"))
    }

    @Test func `an approval locks, and without the counterpart's answer needs a reason`() throws {
        #expect(
            try bench.refusal {
                try staff($0, $1, $2).approve(
                    key, recommendation: .continue, reasonWithoutCounterpart: nil)
            } == "The evaluation «\(id)» is open and cannot be approved any more.")
        try submit()

        #expect(
            try bench.refusal {
                try staff($0, $1, $2).approve(
                    key, recommendation: .continue, reasonWithoutCounterpart: " ")
            } == "The evaluation «\(id)» has no reason_without_counterpart: give it.")
        try bench.perform {
            try staff($0, $1, $2).approve(
                key, recommendation: .revise, reasonWithoutCounterpart: "Svarte ikke")
        }

        #expect(
            try bench.row(
                """
                SELECT status, approved_on, recommendation, reason_without_counterpart
                FROM evaluation WHERE key = 2
                """) == ["approved", "2013-12-11", "revise", "Svarte ikke"])
        for deed in [
            try bench.refusal { try staff($0, $1, $2).save([], evaluation: key, since: nil) },
            try bench.refusal { try staff($0, $1, $2).submit(key) },
            try bench.refusal { try staff($0, $1, $2).sendBack(key, comment: "Nei") },
            try bench.refusal {
                try counterpart($0, $1, $2).save([], evaluation: key, since: nil, term: term)
            },
            try bench.refusal { try conclusions($0, $1, $2).add("A", to: key, term: term) },
        ] {
            #expect(deed.hasPrefix("The evaluation «\(id)» is approved"))
        }
    }

    @Test func `whoever approves what has moved on since is told`() throws {
        try submit()
        let version = try bench.read {
            try RecordVersion.of(EvaluationDeeds.rows(of: key, in: $0), in: $0)
        }
        try answer(2)

        let refusal = try bench.refusal {
            try staff($0, $1, $2).approve(
                key, recommendation: .continue, reasonWithoutCounterpart: "Svarte ikke",
                expecting: version)
        }

        #expect(refusal.hasPrefix("The evaluation «\(id)» was changed by"))
    }

    @Test func `a secret finds whom it was made for until the link is another`() throws {
        let count = try bench.countOfEntries()
        let (first, secret) = try bench.perform {
            try counterpart($0, $1, $2).invite(1, to: key, in: .nn)
        }
        let again = try bench.perform { try counterpart($0, $1, $2).addSecret(for: first) }
        let found = try bench.read { try RespondentDeeds.find(secret, in: $0) }

        #expect(found?.name == "Rådmannen")
        #expect(found?.language == .nn)
        #expect(found?.endedOn == nil)
        #expect(try bench.read { try RespondentDeeds.find(again, in: $0) } == found)
        #expect(try bench.read { try RespondentDeeds.find(secret + "x", in: $0) } == nil)

        let (second, _) = try bench.perform {
            try counterpart($0, $1, $2).invite(1, to: key, in: .nb)
        }

        #expect(second != first)
        #expect(try bench.read { try RespondentDeeds.find(secret, in: $0) }?.endedOn != nil)
        #expect(
            try bench.entries(after: count) == [
                "add respondent \(id)/respondent 1", "change respondent \(id)/respondent 1",
                "add respondent \(id)/respondent 2",
            ])
        #expect(try bench.column("SELECT hex(digest) FROM respondent_secret").count == 3)
        #expect(
            try bench.refusal { try counterpart($0, $1, $2).invite(99, to: key, in: .nb) }
                .hasPrefix("The register has no contact «99»"))
        #expect(try bench.problems() == [])
    }

    @Test func `the counterpart may change its answer until it sees the other's`() throws {
        try answer(2)
        try answer(3)
        try submit()

        #expect(
            try bench.refusal {
                try counterpart($0, $1, $2).save([], evaluation: key, since: nil, term: term)
            } == "The evaluation «\(id)» is submitted and cannot be answered any more.")
        #expect(
            try bench.row("SELECT score FROM score WHERE evaluation = 2 AND side <> 'imdi'")
                == ["3"])
    }

    @Test func `a conclusion becomes a measure of next year's plan, once`() throws {
        #expect(
            try bench.refusal {
                try conclusions($0, $1, $2).add("Flere møter", to: key, term: term)
            }.hasPrefix("The evaluation «\(id)» is open and cannot be concluded"))
        try answer(2)
        try submit()
        let conclusion = try bench.perform {
            try conclusions($0, $1, $2).add("Flere møter", to: key, term: term)
        }
        try bench.perform {
            try conclusions($0, $1, $2).edit(
                conclusion, to: "Fire møter", term: term, expecting: nil)
        }
        try bench.perform {
            try staff($0, $1, $2).approve(
                key, recommendation: .continue, reasonWithoutCounterpart: nil)
        }
        let due = try bench.day("2014-06-01")
        let terms = PlanDeeds.MeasureTerms(title: "Fire møter", by: .both, dueOn: due)

        let measure = try bench.perform {
            try conclusions($0, $1, $2).makeMeasure(conclusion, terms)
        }

        #expect(
            try bench.row(
                """
                SELECT measure.id, measure.year, plan.status FROM conclusion_measure AS link
                JOIN measure ON measure.key = link.measure
                JOIN plan ON plan.agreement = measure.agreement AND plan.year = measure.year
                """) == [measure, "2014", "draft"])
        #expect(
            try bench.refusal { try conclusions($0, $1, $2).makeMeasure(conclusion, terms) }
                == "The conclusion «\(id)/1» is the measure «\(measure)» already: "
                + "change the measure.")
        #expect(try bench.problems() == [])
    }

    @Test func `a part that is delivered again is assessed again`() throws {
        func waiting() throws -> [String] {
            try bench.read {
                try EvaluationQueue($0).unassessed(on: Oslo.day(at: december), limit: 10)
                    .map(EvaluationQueue.assessmentKey)
            }
        }
        try submit()
        #expect(try waiting() == ["evaluation.assess/\(id)/2013-12-11"])
        try bench.perform { try staff($0, $1, $2).sendBack(key, comment: "Se på nytt") }
        #expect(try waiting() == [])
        try submit(5)
        #expect(try waiting() == ["evaluation.assess/\(id)/2013-12-11/2"])
        try answer(2)
        #expect(try waiting() == ["evaluation.assess/\(id)/2013-12-11/3"])
    }
}
