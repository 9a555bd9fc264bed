import Agreements
import Foundation
import GRDB
import Register
import Rules
import Testing

@testable import Web

/// The page about an agreement's whole period, which is the note for its renewal.
///
/// The agreement is in force from 19 May 2011 to 18 May 2015.
struct PeriodPageTests {
    private static let path = "/agreements/\(EvaluationBench.agreement)/period"
    private static let author = Author(actor: "nord.sb0", request: "tests")

    private func page(on day: String) async throws -> String {
        try await page(of: TestSite(on: day))
    }

    private func page(of site: TestSite) async throws -> String {
        let reply = try await site.browser(as: "nord.sb0").get(Self.path)
        #expect(reply.status == 200)
        return reply.text
    }

    /// What a year's row says, cell by cell.
    private func row(_ year: Int, in page: String) throws -> [String] {
        let rows = page.components(separatedBy: "<tr>")
        let row = try #require(
            rows.first {
                $0.hasPrefix("<th scope=\"row\">") && $0.contains(">\(year)<")
            }, "No row for \(year).")
        let cells = row.prefix(upTo: row.range(of: "</tr>")?.lowerBound ?? row.endIndex)
        return cells.split(separator: #/<\/t[hd]>/#).map {
            String($0.replacing(#/<[^>]*>/#, with: ""))
        }
    }

    /// With spaces that break no line.
    private static let end = "18.\u{A0}mai\u{A0}2015"
    private static let due = "<p class=\"notice\">Avtalen gjelder til mandag \(end). Nå er"
    private static let late = "<p class=\"caution\">Avtalen gjelder til mandag \(end), og er"

    @Test(arguments: [
        ("2014-05-18", nil), ("2014-05-19", due), ("2014-11-18", due), ("2014-11-19", late),
        ("2015-05-18", late), ("2015-05-19", nil),
    ])
    func `it says when it is time to take stock, and when it is late`(
        day: String, sentence: String?
    ) async throws {
        let page = try await page(on: day)

        for each in [Self.due, Self.late] {
            #expect(page.contains(each) == (each == sentence), "\(day): \(each)")
        }
        #expect(page.contains("19.05.2011 til 18.05.2015"))
    }

    @Test(arguments: [
        (AgreementStatus.draft, false), (.negotiating, false), (.active, false), (.ended, false),
        (.abandoned, true),
    ])
    func `an agreement that renews it ends the question, unless it was abandoned`(
        status: AgreementStatus, isAsked: Bool
    ) async throws {
        let site = try TestSite(on: "2014-06-02")
        try site.register.write { db in
            try db.execute(
                sql: """
                    UPDATE agreement SET status = ?, renews = (
                        SELECT key FROM agreement WHERE id = 'NORD-2011-0012')
                    WHERE key = (SELECT max(key) FROM agreement WHERE id <> 'NORD-2011-0012')
                    """, arguments: [status.rawValue])
        }

        #expect(try await page(of: site).contains(Self.due) == isAsked)
    }

    @Test func `an agreement that is not in force yet is not asked about`() async throws {
        let site = try TestSite(on: "2014-06-02")
        try site.register.write { db in
            try db.execute(
                sql: """
                    UPDATE agreement SET valid_from = '2014-06-03' WHERE id = 'NORD-2011-0012'
                    """)
        }

        #expect(try await !page(of: site).contains("Avtalen gjelder til"))
    }

    @Test func `each year has what was held, kept and judged, as of its last day or today`()
        async throws
    {
        let early = try await page(on: "2013-03-01")
        let later = try await page(on: "2013-12-01")

        #expect(try row(2011, in: early)[2...3] == ["2", "1 av 1"])
        #expect(
            try Array(row(2012, in: early)[2...])
                == ["0", "0 av 0", "3,0", "2,7", "Evaluering levert", "–"])
        // A measure was cancelled, a follow-up waits, and the meeting is yet to come.
        #expect(try row(2013, in: early)[2...3] == ["0", "0 av 1"])
        #expect(try row(2013, in: later)[2...3] == ["1", "0 av 1"])
        #expect(!early.contains(">2014<"))
        #expect(!early.contains("Over fristen") && later.contains("Over fristen"))
    }

    @Test func `scores stay unseen until both have delivered, and the rating until approval`()
        async throws
    {
        let bench = try EvaluationBench()
        try bench.submit(5)
        let alone = try row(2014, in: await page(of: bench.site))
        try bench.answer(3)
        let both = try row(2014, in: await page(of: bench.site))
        try bench.approve()
        let approved = try row(2014, in: await page(of: bench.site))

        #expect(Array(alone[4...]) == ["–", "–", "Evaluering levert", "–"])
        #expect(Array(both[4...]) == ["5,0", "3,0", "Evaluering levert", "–"])
        #expect(Array(approved[4...]) == ["5,0", "3,0", "Tilfredsstillende", "Videreføre"])
    }

    @Test func `what was agreed stands open until its measure is done`() async throws {
        let bench = try EvaluationBench()
        try bench.submit()
        try bench.answer()
        let site = bench.site
        let measures = try site.register.write { db in
            let deeds = ConclusionDeeds(db, author: Self.author, at: site.now)
            return try ["Gjøre A", "Gjøre B", "Gjøre C", "Gjøre D"].map { text in
                let conclusion = try deeds.add(
                    text, to: bench.key, term: Day.last(of: 2014).adding(days: 31))
                guard text != "Gjøre A" else { return "" }
                return try deeds.makeMeasure(
                    conclusion,
                    PlanDeeds.MeasureTerms(
                        title: "Tiltak \(text.suffix(1))", by: .both,
                        dueOn: Day.last(of: 2015)))
            }
        }
        try site.register.write { db in
            let log = WorkLog(db, author: Self.author, at: site.now)
            try log.finish(measure: measures[2], on: Oslo.day(at: site.now), result: nil)
            try log.cancel(measure: measures[3], on: Oslo.day(at: site.now))
        }

        let page = try await page(of: site)

        #expect(page.contains("Enighet i 2014</a>: Gjøre A · uten tiltak"))
        #expect(page.contains("Enighet i 2014</a>: Gjøre B · tiltak: Tiltak B"))
        #expect(!page.contains("Gjøre C"))
        #expect(page.contains("Enighet i 2014</a>: Gjøre D · uten tiltak"))
    }

    @Test(arguments: Language.allCases)
    func `it is there in every language, for whoever may read`(language: Language) async throws {
        let site = try TestSite(on: "2014-06-02")

        let page = try await site.browser(as: "sor.sb0", language: language).get(Self.path)

        let sentence =
            switch language {
            case .nb: "Nå er tiden for å gjøre opp status"
            case .nn: "No er tida for å gjere opp status"
            case .en: "Now is the time to take stock"
            }
        #expect(page.status == 200)
        #expect(page.text.contains(sentence))
        #expect(!page.text.contains("{0}") && !page.text.contains("Optional("))
    }
}
