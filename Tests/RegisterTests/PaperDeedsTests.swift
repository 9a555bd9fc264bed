import Agreements
import Foundation
import GRDB
import Testing

@testable import Register

/// Documents, contact persons and handovers, on 1 March 2013.
struct PaperDeedsTests {
    private let bench: DeedBench
    private let id = "NORD-2012-001"
    private let upload = DocumentDeeds.Upload(
        kind: .signed, name: "avtale.pdf", mediaType: "application/pdf",
        content: Data("%PDF-1.7".utf8))

    init() throws {
        bench = try DeedBench()
    }

    private func contacts(_ db: Database, _ author: Author, _ now: Instant) -> ContactDeeds {
        ContactDeeds(db, author: author, at: now)
    }

    private func handovers(_ db: Database, _ author: Author, _ now: Instant) -> HandoverDeeds {
        HandoverDeeds(db, author: author, at: now)
    }

    private func offer() throws -> Int64 {
        try bench.perform {
            try handovers($0, $1, $2).offer(
                [.init(agreement: id, note: "Møte i mars")], from: "nord.saksbehandler1",
                to: "nord.direktor", note: "Permisjon")
        }
    }

    // MARK: Documents

    @Test func `a document is kept with its content, and equal content once`() throws {
        let count = try bench.countOfEntries()

        let key = try bench.perform {
            try DocumentDeeds($0, author: $1, at: $2).add(upload, to: id, meeting: "MØTE-1")
        }
        try bench.perform { try DocumentDeeds($0, author: $1, at: $2).add(upload, to: id) }

        let held = try #require(try bench.read { try DocumentDeeds.document(key, in: $0) })
        #expect(held.meeting == "MØTE-1")
        #expect(held.size == 8)
        #expect(held.addedBy == "nord.saksbehandler1")
        #expect(
            try bench.read { try DocumentDeeds.content(sha256: held.sha256, in: $0) }
                == upload.content)
        #expect(try bench.read { try DocumentDeeds.all(of: id, in: $0) }.map(\.key) == [2, 1])
        #expect(try bench.row("SELECT count(*) FROM document_content") == ["1"])
        #expect(
            try bench.entries(after: count).first == "add agreement_document \(id)/avtale.pdf")
        #expect(try bench.problems() == [])
    }

    @Test func `a document that was tampered with is found by its hash`() throws {
        try bench.perform { try DocumentDeeds($0, author: $1, at: $2).add(upload, to: id) }
        try bench.temporary.tamper("UPDATE document_content SET body = CAST('x' AS BLOB)")

        let sha256 = try bench.row("SELECT sha256 FROM document_content")[0]
        #expect(try bench.problems() == [.documentAltered(sha256: sha256)])
    }

    @Test func `an empty document, or one of too many bytes, is refused`() throws {
        var (empty, large) = (upload, upload)
        empty.content = Data()
        large.content = Data(count: DocumentDeeds.largest + 1)

        #expect(
            try bench.refusal { try DocumentDeeds($0, author: $1, at: $2).add(empty, to: id) }
                == "The document is empty: give one with content.")
        #expect(
            try bench.refusal { try DocumentDeeds($0, author: $1, at: $2).add(large, to: id) }
                == "The document has 26214401 bytes, and 26214400 are the most that are kept.")
    }

    @Test func `a document of a meeting is of that meeting's agreement`() throws {
        try bench.temporary.add(
            """
            INSERT INTO agreement (id, title, designation, kind, owner, status)
            VALUES ('NORD-2013-001', 'Narvik', '', 'municipal', 'nord', 'draft')
            """)

        #expect(
            try bench.refusal {
                try DocumentDeeds($0, author: $1, at: $2).add(
                    upload, to: "NORD-2013-001", meeting: "MØTE-1")
            }.hasPrefix("The meeting «MØTE-1» is not of NORD-2013-001:"))
    }

    // MARK: Contacts

    @Test func `a contact person is added, changed and anonymised`() throws {
        let key = try bench.perform {
            try contacts($0, $1, $2).add(
                Contact(party: "bodo", name: "Rådmannen", role: "Rådmann", phone: "75550000"))
        }
        let added = try bench.row("SELECT name, occurrence FROM contact WHERE key = \(key)")
        try bench.perform {
            try contacts($0, $1, $2).edit(
                key,
                to: Contact(party: "bodo", name: "Flyktninglederen", email: "f@example.no"),
                expecting: nil)
        }
        try bench.perform { try contacts($0, $1, $2).anonymise(key) }

        #expect(added == ["Rådmannen", "2"])
        #expect(
            try bench.row("SELECT name, role, email, phone FROM contact WHERE key = \(key)")
                == ["Anonymisert", "-", "-", "-"])
        #expect(
            try bench.refusal { try contacts($0, $1, $2).anonymise(key) }
                .contains("is anonymised"))
        #expect(try bench.problems() == [])
    }

    @Test func `a contact person has a name`() throws {
        #expect(
            try bench.refusal { try contacts($0, $1, $2).add(Contact(party: "bodo", name: " ")) }
                == "The contact «bodo» has no name: give it.")
    }

    // MARK: Handovers

    @Test func `the giver stays responsible until the receiver accepts`() throws {
        let count = try bench.countOfEntries()
        let handover = try offer()
        let before = try bench.row("SELECT responsible, deputy FROM agreement")

        try bench.perform { try handovers($0, $1, $2).accept(handover, as: "nord.direktor") }

        #expect(before == ["1", "2"])
        #expect(try bench.row("SELECT responsible, deputy FROM agreement") == ["2", "1"])
        #expect(
            try bench.row("SELECT state, decided_on FROM handover") == ["accepted", "2013-03-01"])
        #expect(
            try bench.entries(after: count) == [
                "add handover nord.saksbehandler1/nord.direktor/2013-03-01",
                "add handover_agreement \(id)/1",
                "change handover nord.saksbehandler1/nord.direktor/2013-03-01",
                "change agreement \(id)",
            ])
        #expect(try bench.problems() == [])
    }

    @Test func `an offer is declined with a reason, or withdrawn`() throws {
        let first = try offer()
        try bench.perform {
            try handovers($0, $1, $2).decline(first, as: "nord.direktor", reason: "For mye")
        }
        let second = try offer()
        try bench.perform { try handovers($0, $1, $2).withdraw(second, as: "nord.saksbehandler1") }

        #expect(
            try bench.column("SELECT state FROM handover ORDER BY key") == [
                "declined", "withdrawn",
            ])
        #expect(try bench.row("SELECT responsible FROM agreement") == ["1"])
        #expect(
            try bench.refusal { try handovers($0, $1, $2).accept(second, as: "nord.direktor") }
                == "The handover «2» is withdrawn and cannot be accepted any more.")
        #expect(try bench.problems() == [])
    }

    @Test func `an offer is decided by whom it is for`() throws {
        let handover = try offer()

        #expect(
            try bench.refusal {
                try handovers($0, $1, $2).accept(handover, as: "nord.saksbehandler1")
            } == "This handover is for nord.direktor to decide.")
        #expect(
            try bench.refusal { try handovers($0, $1, $2).withdraw(handover, as: "nord.direktor") }
                == "This handover is for nord.saksbehandler1 to decide.")
        #expect(
            try bench.refusal {
                try handovers($0, $1, $2).decline(handover, as: "nord.direktor", reason: "")
            }.contains("for no reason"))
    }

    @Test(arguments: [
        ([String](), "nord.saksbehandler1", "nord.direktor", "names no agreement"),
        (["NORD-2012-001"], "nord.direktor", "nord.saksbehandler1", "is not responsible for"),
        (["NORD-2012-001"], "nord.saksbehandler1", "nord.sluttet", "is not an active user"),
        (["NORD-2012-001"], "nord.saksbehandler1", "nord.saksbehandler1", "already"),
    ])
    func `an offer that cannot be is refused`(
        agreements: [String], giver: String, receiver: String, words: String
    ) throws {
        #expect(
            try bench.refusal {
                try handovers($0, $1, $2).offer(
                    agreements.map { .init(agreement: $0) }, from: giver, to: receiver, note: nil)
            }.contains(words))
    }

    @Test func `an agreement is offered to one person at a time`() throws {
        _ = try offer()

        #expect(
            try bench.refusal {
                try handovers($0, $1, $2).offer(
                    [.init(agreement: id)], from: "nord.saksbehandler1", to: "nord.saksbehandler2",
                    note: nil)
            }.contains("has been offered to nord.direktor already"))
    }
}
