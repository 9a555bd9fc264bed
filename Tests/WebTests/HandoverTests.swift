import Agreements
import GRDB
import Register
import Tasks
import Testing

@testable import Web

/// Agreements go to somebody else when that one says yes, and not before.
struct HandoverTests {
    private let site: TestSite

    private static let agreement = "NORD-2010-0001"

    init() throws {
        site = try TestSite(on: "2013-03-11")
    }

    private func responsible() throws -> String? {
        try site.register.read { db in
            try String.fetchOne(
                db,
                sql: """
                    SELECT user.id FROM agreement JOIN user ON user.key = responsible
                    WHERE agreement.id = ?
                    """, arguments: [Self.agreement])
        }
    }

    /// As if it had been sent on that day.
    private func offer(on text: String) throws -> Int64 {
        let day = try #require(Day(text))
        return try site.register.write { db in
            try HandoverDeeds(
                db, author: Author(actor: "nord.sb0", request: "test"),
                at: Oslo.instant(of: day, hour: 9, minute: 0, second: 0)
            ).offer(
                [.init(agreement: Self.agreement, note: "Ring ordføreren.")], from: "nord.sb0",
                to: "nord.sb1", note: nil)
        }
    }

    @Test func `an agreement is offered with a note that the register begins`() async throws {
        let giver = try site.browser(as: "nord.sb0")

        let choice = try await giver.get("/handovers/new")
        let chosen = try await giver.post(
            "/handovers/new",
            ["from": "nord.sb0", "agreement": Self.agreement, "to": "nord.sb1"])
        let writing = try await giver.get(try #require(chosen.location))
        let sent = try await giver.post(
            "/handovers/write",
            [
                "from": "nord.sb0", "to": "nord.sb1", "agreement": Self.agreement,
                "note": "Takk for hjelpen.", "note-\(Self.agreement)": "Status: går bra.",
            ])
        let shown = try await giver.get(try #require(sent.location))

        #expect(choice.text.contains(Self.agreement))
        #expect(writing.text.contains("Status: aktiv"))
        #expect(writing.text.contains("Løfter:") && writing.text.contains("Neste datoer:"))
        #expect(sent.status == 303)
        #expect(shown.text.contains("Takk for hjelpen."))
        #expect(shown.text.contains("Status: går bra."))
        #expect(shown.text.contains("har ansvaret til mottakeren har svart ja"))
        #expect(try responsible() == "nord.sb0")
    }

    @Test func `who accepts becomes responsible`() async throws {
        let key = try offer(on: "2013-03-08")
        let receiver = try site.browser(as: "nord.sb1")

        let waiting = try await receiver.get("/handovers")
        let page = try await receiver.get("/handovers/\(key)")
        let accepted = try await receiver.post("/handovers/\(key)/accept", [:])

        #expect(waiting.text.contains("Venter, svarfrist 15.03.2013"))
        #expect(page.text.contains("Ring ordføreren."))
        #expect(accepted.location == "/handovers/\(key)?said=accepted")
        #expect(try responsible() == "nord.sb1")
    }

    @Test func `a refusal needs a reason, and leaves the giver responsible`() async throws {
        let key = try offer(on: "2013-03-08")
        let receiver = try site.browser(as: "nord.sb1", language: .nn)

        let without = try await receiver.post("/handovers/\(key)/decline", ["reason": " "])
        let numbered = try await receiver.post(
            "/handovers/\(key)/decline", ["reason": "Sjå 01010750160"])
        let with = try await receiver.post(
            "/handovers/\(key)/decline", ["reason": "Eg sluttar i mai."])
        let giver = try await site.browser(as: "nord.sb0").get("/handovers/\(key)")

        #expect(without.status == 422)
        #expect(without.text.contains("Grunngjeving må fyllast ut"))
        #expect(numbered.status == 422 && numbered.text.contains("Sjå 01010750160"))
        #expect(with.status == 303)
        #expect(giver.text.contains("Eg sluttar i mai."))
        #expect(try responsible() == "nord.sb0")
    }

    @Test(arguments: ["nord.sb0", "nord.dir", "ost.sb0", "c.admin", "c.revisor"])
    func `nobody accepts for another`(user: String) async throws {
        let key = try offer(on: "2013-03-08")

        let reply = try await site.browser(as: user).post("/handovers/\(key)/accept", [:])

        #expect(reply.status == 403)
        #expect(try responsible() == "nord.sb0")
    }

    @Test func `an offer that nobody answers is shown as late to the director`() async throws {
        let key = try offer(on: "2013-03-01")
        let director = try site.browser(as: "nord.dir", language: .en)

        let list = try await director.get("/handovers")
        let page = try await director.get("/handovers/\(key)")
        let withdrawn = try await director.post("/handovers/\(key)/withdraw", [:])

        #expect(list.text.contains("Not answered by 8\u{A0}March\u{A0}2013"))
        #expect(page.text.contains("The time to answer is over"))
        #expect(withdrawn.location == "/handovers/\(key)?said=withdrawn")
    }

    @Test func `what is another region's is not handed over`() async throws {
        let stranger = try site.browser(as: "ost.sb0")

        let reply = try await stranger.get(
            "/handovers/write?from=nord.sb0&to=nord.sb1&agreement=\(Self.agreement)")

        #expect(reply.status == 404)
    }

    @Test func `a choice without agreements or receiver says so at both fields`() async throws {
        let reply = try await site.browser(as: "nord.sb0").post(
            "/handovers/new", ["from": "nord.sb0", "to": ""])

        #expect(reply.status == 422)
        #expect(reply.text.contains("Velg minst én avtale"))
        #expect(reply.text.contains("Velg mottaker"))
    }

    @Test func `what was written stays when it cannot be sent`() async throws {
        _ = try offer(on: "2013-03-08")

        let reply = try await site.browser(as: "nord.sb0").post(
            "/handovers/write",
            [
                "from": "nord.sb0", "to": "nord.sb1", "agreement": Self.agreement,
                "note-\(Self.agreement)": "Lang tekst som ikke skal bort.",
            ])

        #expect(reply.status == 422)
        #expect(reply.text.contains("Lang tekst som ikke skal bort."))
        #expect(reply.text.contains("er alt sendt til nord.sb1"))
    }
}
