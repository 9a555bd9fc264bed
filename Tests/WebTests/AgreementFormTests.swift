import Agreements
import GRDB
import Register
import Testing

@testable import Web

/// An agreement from its draft to its end, by forms, on 1 March 2013.
struct AgreementFormTests {
    private let site: TestSite
    private let browser: TestBrowser
    /// The site's own accounts are in no entry of the audit trail.
    private let problemsAtFirst: [CheckProblem]

    init() throws {
        site = try TestSite()
        browser = try site.browser(as: "nord.sb0")
        problemsAtFirst = try site.register.check().problems
    }

    private func record(_ id: String) throws -> AgreementRecord {
        try site.register.read { try AgreementRecord(id, in: $0) }
    }

    private func draft() async throws -> TestReply {
        try await browser.post(
            "/agreements/new",
            [
                "title": "Avtale med Hammerfest", "kind": "municipal",
                "add_party": "2004", "purpose": "Bosetting", "areas": "settlement",
                "areas": "employment", "valid_from": "1.4.2013", "valid_to": "31.03.2015",
                "strategic_meetings_per_year": "2", "responsible": "nord.sb0",
                "deputy": "nord.sb1",
            ])
    }

    /// The value of a hidden field.
    private func hidden(_ name: String, in text: String) -> String? {
        guard let start = text.firstRange(of: "name=\"\(name)\" value=\"") else { return nil }
        return String(text[start.upperBound...].prefix { $0 != "\"" })
    }

    @Test func `a new agreement is a draft of the reader's unit`() async throws {
        let reply = try await draft()

        let record = try record("NORD-2013-0020")
        #expect(reply.status == 303)
        #expect(reply.location == "/agreements/NORD-2013-0020?said=drafted")
        #expect(record.status == .draft)
        #expect(record.terms.areas == [.settlement, .employment])
        #expect(record.terms.validTo == Day("2015-03-31"))
        #expect(record.terms.parties.count == 1)
        #expect(
            try await browser.get("/agreements/NORD-2013-0020?said=drafted").text
                .contains("Utkastet er lagret."))
    }

    @Test func `what cannot be read is told at its field, and what was typed stays`()
        async throws
    {
        let reply = try await browser.post(
            "/agreements/new",
            [
                "title": "Ny <avtale>", "kind": "municipal", "add_party": "Finnes ikke",
                "valid_from": "i morgen", "valid_to": "31.03.2015",
            ])

        #expect(reply.status == 422)
        #expect(reply.text.contains("value=\"Ny &lt;avtale&gt;\""))
        #expect(reply.text.contains("Ingen part heter «Finnes ikke»"))
        #expect(reply.text.contains("må være en dato som 31.05.2026, og er «i morgen»"))
    }

    @Test func `what contradicts itself is told at its field`() async throws {
        let reply = try await browser.post(
            "/agreements/new",
            [
                "title": "Ny", "kind": "municipal", "add_party": "2004",
                "valid_from": "31.03.2015", "valid_to": "01.04.2013",
                "purpose": "Gjelder 01019012480",
            ])

        #expect(reply.status == 422)
        #expect(reply.text.contains("id=\"error-valid_to\""))
    }

    @Test func `an agreement is negotiated, signed, amended, renewed and ended`() async throws {
        _ = try await draft()
        let path = "/agreements/NORD-2013-0020"

        let negotiated = try await browser.post(path + "/negotiate", [:])
        let signed = try await browser.post(
            path + "/sign", ["signed_on": "28.02.2013", "counterpart_signatory": "mayor"])
        let amended = try await browser.post(
            path + "/amend",
            [
                "agreed_on": "01.03.2013", "text": "Ett år til",
                "title": "Avtale med Hammerfest", "kind": "municipal",
                "parties": try record("NORD-2013-0020").terms.parties[0],
                "areas": "settlement", "valid_from": "01.04.2013", "valid_to": "31.03.2016",
                "signed_on": "28.02.2013", "counterpart_signatory": "mayor",
                "responsible": "nord.sb0", "deputy": "nord.sb1",
            ])
        let renewal = try await browser.get(path + "/renew")
        let ended = try await browser.post(
            path + "/end", ["ended_on": "01.03.2013", "reason": "Slått sammen"])

        #expect([negotiated, signed, amended, ended].map(\.status) == [303, 303, 303, 303])
        #expect(renewal.text.contains("value=\"2016-04-01\""))
        #expect(try record("NORD-2013-0020").terms.validTo == Day("2016-03-31"))
        #expect(try record("NORD-2013-0020").status == .ended)
        #expect(
            try await browser.get(path).text.contains(
                "Gjelder til og med: fra «31.03.2015» til «31.03.2016»"))
        #expect(try site.register.check().problems == problemsAtFirst)
    }

    @Test func `a renewal shows what is to follow, and gets it when it is signed`() async throws {
        let party = try record("NORD-2010-0001").terms.parties[0]
        let renewed = try await browser.post(
            "/agreements/NORD-2010-0001/renew",
            [
                "title": "Ny", "kind": "municipal", "parties": party, "areas": "settlement",
                "valid_from": "17.04.2012", "valid_to": "16.04.2015", "responsible": "nord.sb0",
            ])
        let path = try #require(renewed.location?.split(separator: "?").first.map(String.init))
        let draft = try await browser.get(path)
        let signed = try await browser.post(
            path + "/sign", ["signed_on": "01.03.2013", "counterpart_signatory": "mayor"])
        let after = try await browser.get(path + "/promises")

        #expect(renewed.status == 303)
        #expect(draft.text.contains("åpne løfter i NORD-2010-0001 følger med hit"))
        #expect(signed.status == 303)
        #expect(after.text.contains("Tiltak 4"))
        #expect(try site.register.check().problems == problemsAtFirst)
    }

    @Test func `the second of two people sees what changed, and nothing is lost`() async throws {
        let path = "/agreements/NORD-2011-0012"
        let other = try site.browser(as: "nord.sb1")
        let form = try await browser.get(path + "/edit").text
        let version = try #require(hidden("version", in: form))
        let terms = try record("NORD-2011-0012").terms
        func edit(_ browser: TestBrowser, title: String, purpose: String, version: String)
            async throws -> TestReply
        {
            try await browser.post(
                path + "/edit",
                [
                    "version": version, "title": title, "designation": terms.designation,
                    "kind": "municipal", "parties": terms.parties[0], "purpose": purpose,
                    "areas": "planning", "valid_from": "19.05.2011", "valid_to": "18.05.2015",
                    "strategic_meetings_per_year": "1", "operational_meetings_per_year": "2",
                    "deputy": "nord.sb0", "signed_on": "12.04.2011",
                    "counterpart_signatory": "other",
                ])
        }

        let first = try await edit(
            other, title: "Den andres tittel", purpose: terms.purpose ?? "", version: version)
        let second = try await edit(
            browser, title: terms.title, purpose: "Mitt formål", version: version)
        let current = try #require(hidden("version", in: second.text))
        let third = try await edit(
            browser, title: "Den andres tittel", purpose: "Mitt formål", version: current)

        #expect(first.status == 303)
        #expect(second.status == 422)
        #expect(second.text.contains("Noen andre har endret dette mens du skrev"))
        #expect(second.text.contains("nord.sb1, 01.03.2013 12:00: Tittel: fra «Avtale 12 æøå»"))
        #expect(second.text.contains("value=\"Den andres tittel\""))
        #expect(second.text.contains("Mitt formål</textarea>"))
        #expect(third.status == 303)
        #expect(try record("NORD-2011-0012").terms.title == "Den andres tittel")
        #expect(try record("NORD-2011-0012").terms.purpose == "Mitt formål")
    }
}
