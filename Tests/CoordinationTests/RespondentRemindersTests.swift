import Agreements
import Foundation
import GRDB
import Register
import Rules
import Support
import Tasks
import Testing

@testable import Coordination

/// A counterpart that was asked and has not answered is reminded on 15 December and 15 January,
/// which was a Sunday and a Wednesday in 2013 and 2014.
struct RespondentRemindersTests {
    private let office: Office

    init() throws {
        office = try Office(rules: [.evaluationDue])
        try office.add(
            """
            INSERT INTO party (id, name, kind, level) VALUES
                ('K1804', 'Bodø kommune', 'association', 'national');
            INSERT INTO agreement_party (agreement, position, party)
                SELECT 1, 9, max(key) FROM party;
            INSERT INTO contact (party, name, email)
                SELECT max(key), 'Postmottak', 'post@kommune.example' FROM party;
            INSERT INTO evaluation (agreement, year, status) VALUES (1, 2013, 'open');
            """)
    }

    private func deeds<T>(_ body: (RespondentDeeds) throws -> T) throws -> T {
        try office.register.write { db in
            try body(RespondentDeeds(db, author: Office.author, at: office.now))
        }
    }

    private func invite(on day: String) throws {
        try office.set(day)
        _ = try deeds { try $0.invite(1, to: 1, in: .nn) }
    }

    /// What is planned on the day, by the occasions and stages of its letters.
    private func letters(on day: String) async throws -> [String] {
        try office.set(day)
        let known = Set(try office.rows("SELECT unique_key FROM task"))
        try await office.plan()
        return try office.rows("SELECT unique_key FROM task ORDER BY unique_key")
            .filter { $0.contains("letter/evaluation") && !known.contains($0) }
    }

    @Test func `each stage between the opening and the term reminds once`() async throws {
        try invite(on: "2013-12-02")

        #expect(try await letters(on: "2013-12-13") == [])
        #expect(try await letters(on: "2013-12-16") == ["letter/evaluation/1/reminder/1/2"])
        #expect(try await letters(on: "2013-12-17") == [])
        #expect(try await letters(on: "2014-01-15") == ["letter/evaluation/1/reminder/1/3"])
        #expect(try await letters(on: "2014-02-10") == [])
        #expect(try office.rows("SELECT count(*) FROM respondent_secret") == ["3"])
    }

    @Test func `who has answered, has no link any more, or was just asked is left alone`()
        async throws
    {
        try invite(on: "2013-12-16")
        #expect(try await letters(on: "2013-12-16") == [])

        try deeds { try $0.end(1) }
        #expect(try await letters(on: "2014-01-15") == [])
    }

    @Test func `an answer takes back what has not gone yet`() async throws {
        try invite(on: "2013-12-02")
        #expect(try await letters(on: "2013-12-16").count == 1)

        try deeds {
            let term = try Office.day("2014-01-31")
            try $0.save(
                [.init(dimension: "overall", score: 3)], evaluation: 1, since: nil, term: term)
            try $0.deliver(evaluation: 1, term: term)
        }

        #expect(
            try office.rows(
                "SELECT state FROM task WHERE unique_key = 'letter/evaluation/1/reminder/1/2'")
                == ["cancelled"])
        #expect(try await letters(on: "2014-01-15") == [])
    }

    @Test func `after an outage the last stage alone goes, and not weeks late`() async throws {
        try invite(on: "2013-12-02")

        #expect(try await letters(on: "2014-01-17") == ["letter/evaluation/1/reminder/1/3"])
    }

    @Test func `a stage that is weeks old is passed over`() async throws {
        try invite(on: "2013-12-02")

        #expect(try await letters(on: "2014-01-14") == [])
    }
}
