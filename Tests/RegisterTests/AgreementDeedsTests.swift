import Agreements
import GRDB
import Testing

@testable import Register

/// An agreement from its draft to its end, on 1 March 2013.
struct AgreementDeedsTests {
    private let bench: DeedBench
    private let terms = AgreementTerms(
        title: "Narvik", designation: "KINN", kind: .municipal, parties: ["nav-nord", "bodo"],
        purpose: "Bosetting", areas: [.settlement, .employment], validFrom: Day("2013-04-01"),
        validTo: Day("2015-03-31"), strategicMeetingsPerYear: 2,
        responsible: "nord.saksbehandler1", deputy: "nord.direktor")

    init() throws {
        bench = try DeedBench()
    }

    private func deeds(_ db: Database, _ author: Author, _ now: Instant) -> AgreementDeeds {
        AgreementDeeds(db, author: author, at: now)
    }

    private func draft() throws -> String {
        try bench.perform { try deeds($0, $1, $2).draft(terms, owner: .nord) }
    }

    private func record(_ id: String) throws -> AgreementRecord {
        try bench.read { try AgreementRecord(id, in: $0) }
    }

    @Test func `drafts of an owner and year are numbered on`() throws {
        let first = try draft()
        let second = try draft()
        let inland = try bench.perform {
            try deeds($0, $1, $2).draft(terms, owner: .indreOst)
        }

        #expect(
            [first, second, inland] == ["NORD-2013-001", "NORD-2013-002", "INDREOST-2013-001"])
        #expect(
            try bench.entries(after: try bench.countOfEntries() - 1) == [
                "add agreement INDREOST-2013-001"
            ])
        #expect(try bench.problems() == [])
    }

    @Test func `a draft is read back as it was written`() throws {
        let id = try draft()

        let record = try record(id)

        #expect(record.terms == terms)
        #expect(record.status == .draft)
        #expect(record.owner == .nord)
    }

    @Test func `an edit changes the row and its lists in one entry`() throws {
        let id = try draft()
        let count = try bench.countOfEntries()
        var changed = terms
        changed.title = "Narvik og Bodø"
        changed.parties = ["bodo"]
        changed.areas = [.qualification]

        try bench.perform { try deeds($0, $1, $2).edit(id, to: changed, expecting: nil) }

        #expect(try record(id).terms == changed)
        #expect(try bench.entries(after: count) == ["change agreement \(id)"])
        #expect(try bench.problems() == [])
    }

    @Test func `an agreement is negotiated, signed and ended`() throws {
        let id = try draft()
        let (signed, ended) = (try bench.day("2013-02-28"), try bench.day("2013-06-30"))

        try bench.perform { try deeds($0, $1, $2).negotiate(id) }
        let negotiating = try record(id).status
        try bench.perform {
            try deeds($0, $1, $2).activate(id, signedOn: signed, signatory: .mayor)
        }
        let active = try record(id)
        try bench.perform { try deeds($0, $1, $2).end(id, on: ended, reason: "Slått sammen") }

        #expect(negotiating == .negotiating)
        #expect(active.status == .active)
        #expect(active.terms.signedOn == signed)
        #expect(active.terms.counterpartSignatory == .mayor)
        #expect(try record(id).status == .ended)
        #expect(try record(id).endReason == "Slått sammen")
        #expect(try bench.problems() == [])
    }

    @Test func `a draft is abandoned, and then not negotiated`() throws {
        let id = try draft()

        try bench.perform { try deeds($0, $1, $2).abandon(id, reason: "Ikke enighet") }

        #expect(try record(id).status == .abandoned)
        #expect(
            try bench.refusal { try deeds($0, $1, $2).negotiate(id) }
                == "The agreement «\(id)» is abandoned and cannot be negotiated any more.")
        #expect(try bench.problems() == [])
    }

    @Test func `what the archive says is written and changed`() throws {
        let id = "NORD-2012-001"
        let file = { (number: String?) in
            try bench.perform {
                try deeds($0, $1, $2).file(
                    id, publicTitle: "Avtale", caseNumber: number, accessGround: "offl. § 13")
            }
        }
        let count = try bench.countOfEntries()

        try file("13/100")
        try file("13/101")

        #expect(
            try bench.row(
                "SELECT public_title, case_number, access_ground FROM agreement_archive")
                == ["Avtale", "13/101", "offl. § 13"])
        #expect(
            try bench.entries(after: count) == [
                "add agreement_archive \(id)", "change agreement_archive \(id)",
            ])
        #expect(try bench.problems() == [])
    }

    private static let contradictions: [(@Sendable (inout AgreementTerms) -> Void, String)] = [
        ({ $0.title = " " }, "has no title"),
        ({ $0.parties = [] }, "is with nobody"),
        ({ $0.parties = ["bodo", "bodo"] }, "names bodo twice"),
        ({ $0.parties = ["oslo"] }, "has no party «oslo»"),
        ({ $0.deputy = $0.responsible }, "is both responsible and deputy"),
        ({ $0.deputy = "nord.sluttet" }, "nord.sluttet is not an active user"),
        ({ $0.validTo = Day("2013-03-31") }, "valid_to on 2013-03-31, before valid_from"),
        ({ $0.strategicMeetingsPerYear = -1 }, "has -1 strategic_meetings_per_year"),
        ({ $0.signedOn = Day("2013-03-02") }, "today is 2013-03-01"),
        ({ $0.purpose = "Gjelder 01019012480" }, "national identity number"),
    ]

    @Test(arguments: contradictions.indices)
    func `terms that contradict themselves are refused`(index: Int) throws {
        let (alter, words) = Self.contradictions[index]
        var terms = terms
        terms.signedOn = try bench.day("2012-01-01")
        alter(&terms)

        let drafting = try bench.refusal { try deeds($0, $1, $2).draft(terms, owner: .nord) }
        let editing = try bench.refusal {
            try deeds($0, $1, $2).edit("NORD-2012-001", to: terms, expecting: nil)
        }

        #expect(drafting.contains(words))
        #expect(editing.contains(words))
    }

    @Test func `signing needs a period, and a day that has come`() throws {
        var open = terms
        open.validTo = nil
        let id = try bench.perform { try deeds($0, $1, $2).draft(open, owner: .nord) }
        let (today, tomorrow) = (try bench.day("2013-03-01"), try bench.day("2013-03-02"))

        #expect(
            try bench.refusal {
                try deeds($0, $1, $2).activate(id, signedOn: today, signatory: .mayor)
            } == "The agreement «\(id)» has no valid_to: give it.")
        #expect(
            try bench.refusal {
                try deeds($0, $1, $2).activate(id, signedOn: tomorrow, signatory: .mayor)
            }.hasSuffix("log it when it has happened."))
        #expect(
            try bench.refusal {
                try deeds($0, $1, $2).activate("NORD-2012-001", signedOn: today, signatory: .mayor)
            }.contains("is active and cannot be signed"))
    }

    @Test func `a correction takes no signature and no period away`() throws {
        var terms = try record("NORD-2012-001").terms
        terms.signedOn = nil

        #expect(
            try bench.refusal {
                try deeds($0, $1, $2).edit("NORD-2012-001", to: terms, expecting: nil)
            } == "The agreement «NORD-2012-001» has no signed_on: give it.")
    }

    @Test func `an end has a reason, and is not before the signature`() throws {
        let (before, today) = (try bench.day("2011-12-31"), try bench.day("2013-03-01"))

        #expect(
            try bench.refusal { try deeds($0, $1, $2).end("NORD-2012-001", on: today, reason: " ") }
                .contains("for no reason"))
        #expect(
            try bench.refusal {
                try deeds($0, $1, $2).end("NORD-2012-001", on: before, reason: "Slutt")
            }.contains("ended_on on 2011-12-31, before signed_on on 2012-01-01"))
    }

    @Test func `somebody who left may stay where they stand`() throws {
        try bench.temporary.add(
            """
            INSERT INTO agreement (id, title, designation, kind, owner, responsible, status)
            VALUES ('NORD-2013-007', 'Narvik', '', 'municipal', 'nord', 4, 'draft');
            INSERT INTO agreement_party VALUES (2, 1, 1)
            """)
        var terms = try record("NORD-2013-007").terms
        terms.title = "Narvik kommune"

        try bench.perform {
            try deeds($0, $1, $2).edit("NORD-2013-007", to: terms, expecting: nil)
        }

        #expect(try record("NORD-2013-007").terms == terms)
    }
}
