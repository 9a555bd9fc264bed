import Agreements
import Foundation
import GRDB
import Testing

@testable import Register

/// Amendments, renewal and the commitments that follow, on 1 March 2013.
struct AgreementChangesTests {
    private let bench: DeedBench
    private let id = "NORD-2012-001"

    init() throws {
        bench = try DeedBench()
    }

    private func deeds(_ db: Database, _ author: Author, _ now: Instant) -> AgreementDeeds {
        AgreementDeeds(db, author: author, at: now)
    }

    private func terms() throws -> AgreementTerms {
        try bench.read { try AgreementRecord(id, in: $0).terms }
    }

    @Test func `an amendment changes the terms and says what was changed`() throws {
        var terms = try terms()
        terms.validTo = try bench.day("2015-12-31")
        terms.deputy = "nord.saksbehandler2"
        let (agreed, count) = (try bench.day("2013-02-20"), try bench.countOfEntries())

        try bench.perform {
            try deeds($0, $1, $2).amend(
                id, to: terms, agreedOn: agreed, text: "Ett år til", expecting: nil)
        }

        let changes = try JSONDecoder().decode(
            [FieldChange].self, from: Data(try bench.row("SELECT changes FROM amendment")[0].utf8))
        #expect(
            changes == [
                FieldChange(field: "valid_to", before: "2014-12-31", after: "2015-12-31"),
                FieldChange(
                    field: "deputy", before: "nord.direktor", after: "nord.saksbehandler2"),
            ])
        #expect(
            try bench.entries(after: count) == [
                "change agreement \(id)", "add amendment \(id)/2013-02-20",
            ])
        #expect(try bench.problems() == [])
    }

    @Test(arguments: [
        ("2013-03-02", "Ett år til", true, "log it when it has happened"),
        ("2011-12-31", "Ett år til", true, "agreed_on on 2011-12-31, before signed_on"),
        ("2013-02-20", " ", true, "has no text"),
        ("2013-02-20", "Ett år til", false, "changes nothing"),
    ])
    func `an amendment that cannot be is refused`(
        on: String, text: String, changes: Bool, words: String
    ) throws {
        var terms = try terms()
        if changes { terms.validTo = try bench.day("2015-12-31") }
        let agreed = try bench.day(on)

        #expect(
            try bench.refusal {
                try deeds($0, $1, $2).amend(
                    id, to: terms, agreedOn: agreed, text: text, expecting: nil)
            }.contains(words))
    }

    @Test func `only what is signed is amended`() throws {
        let agreed = try bench.day("2013-02-20")
        let draft = try bench.perform { try deeds($0, $1, $2).draft(try terms(), owner: .nord) }

        #expect(
            try bench.refusal {
                try deeds($0, $1, $2).amend(
                    draft, to: try terms(), agreedOn: agreed, text: "Nytt", expecting: nil)
            } == "The agreement «\(draft)» is draft and cannot be amended any more.")
    }

    @Test func `a renewal begins the day after, lasts as long and copies the commitments`() throws {
        let terms = try bench.perform { try deeds($0, $1, $2).renewalTerms(of: id) }
        let renewal = try bench.perform { try deeds($0, $1, $2).renew(id, terms: terms) }

        let record = try bench.read { try AgreementRecord(renewal, in: $0) }
        #expect(renewal == "NORD-2015-001")
        #expect(record.renews == id)
        #expect(record.terms.validFrom == Day("2015-01-01"))
        #expect(record.terms.validTo == Day("2017-12-31"))
        #expect(record.terms.signedOn == nil)
        #expect(
            try bench.column(
                """
                SELECT id || ' ' || side || ' ' || text || ' ' || measurable FROM commitment
                WHERE agreement = (SELECT key FROM agreement WHERE id = '\(renewal)') ORDER BY key
                """) == [
                    "\(renewal)/C1 imdi To møter 1", "\(renewal)/C2 counterpart Bosetter 0",
                ])
        #expect(try bench.problems() == [])
    }

    @Test func `open promises follow when the renewal is signed, and not before`() throws {
        let today = try bench.day("2013-03-01")
        let renewal = try bench.perform {
            let deeds = deeds($0, $1, $2)
            return try deeds.renew(id, terms: try deeds.renewalTerms(of: id))
        }
        let holders = """
            SELECT agreement.id FROM followup JOIN agreement ON agreement.key = agreement
            UNION ALL SELECT agreement.id FROM measure JOIN agreement ON agreement.key = agreement
            """
        let before = try bench.column(holders)
        let count = try bench.countOfEntries()

        try bench.perform {
            try deeds($0, $1, $2).activate(renewal, signedOn: today, signatory: .mayor)
        }

        #expect(before == [id, id])
        #expect(try bench.column(holders) == [renewal, renewal])
        #expect(
            try bench.entries(after: count) == [
                "change agreement \(renewal)", "change followup F1", "add carried_promise F1",
                "change measure M1", "add carried_promise M1",
            ])
        #expect(try bench.problems() == [])
    }

    @Test func `what is done stays with the agreement that it was promised in`() throws {
        let today = try bench.day("2013-03-01")
        try bench.perform { try WorkLog($0, author: $1, at: $2).finish(followUp: "F1", on: today) }
        let renewal = try bench.perform {
            let deeds = deeds($0, $1, $2)
            return try deeds.renew(id, terms: try deeds.renewalTerms(of: id))
        }

        try bench.perform {
            try deeds($0, $1, $2).activate(renewal, signedOn: today, signatory: .mayor)
        }

        #expect(try bench.row("SELECT agreement FROM followup") == ["1"])
        #expect(try bench.row("SELECT count(*) FROM carried_promise") == ["1"])
    }

    @Test func `an agreement is renewed once, unless the renewal is given up`() throws {
        let terms = try bench.perform { try deeds($0, $1, $2).renewalTerms(of: id) }
        let renewal = try bench.perform { try deeds($0, $1, $2).renew(id, terms: terms) }

        let again = try bench.refusal { try deeds($0, $1, $2).renew(id, terms: terms) }
        try bench.perform { try deeds($0, $1, $2).abandon(renewal, reason: "Ny runde") }
        let third = try bench.perform { try deeds($0, $1, $2).renew(id, terms: terms) }

        #expect(again.contains("is renewed by «\(renewal)» already"))
        #expect(third == "NORD-2015-002")
    }

    @Test func `a renewal does not begin before what it renews`() throws {
        var terms = try terms()
        terms.validFrom = try bench.day("2012-01-01")

        #expect(
            try bench.refusal { try deeds($0, $1, $2).renew(id, terms: terms) }
                .contains("valid_from on 2012-01-01, before valid_from on 2012-01-01"))
    }

    // MARK: Commitments

    @Test func `a commitment is added and changed`() throws {
        let count = try bench.countOfEntries()
        let added = try bench.perform {
            try CommitmentDeeds($0, author: $1, at: $2).add(
                Commitment(
                    id: "", agreement: id, by: .both, text: "Årlig møte", isMeasurable: true))
        }
        try bench.perform {
            try CommitmentDeeds($0, author: $1, at: $2).edit(
                added, by: .imdi, text: "To årlige møter", isMeasurable: false, expecting: nil)
        }

        #expect(added == "\(id)/C3")
        #expect(
            try bench.row("SELECT side, text, measurable FROM commitment WHERE key = 3")
                == ["imdi", "To årlige møter", "0"])
        #expect(
            try bench.entries(after: count) == [
                "add commitment \(added)", "change commitment \(added)",
            ])
        #expect(try bench.problems() == [])
    }

    @Test func `a commitment says something, in an agreement that has not ended`() throws {
        let today = try bench.day("2013-03-01")
        let empty = try bench.refusal {
            try CommitmentDeeds($0, author: $1, at: $2).edit(
                "\(id)/C1", by: .imdi, text: "", isMeasurable: true, expecting: nil)
        }
        try bench.perform { try deeds($0, $1, $2).end(id, on: today, reason: "Slutt") }
        let late = try bench.refusal {
            try CommitmentDeeds($0, author: $1, at: $2).edit(
                "\(id)/C1", by: .imdi, text: "Nytt", isMeasurable: true, expecting: nil)
        }

        #expect(empty == "The commitment «\(id)/C1» has no text: give it.")
        #expect(late == "The agreement «\(id)» is ended and cannot be changed any more.")
    }
}
