import Agreements
import Foundation
import GRDB
import Register
import Rules
import Tasks
import Testing

@testable import Web

/// The reports' pages: ordering one, reading an edition, and the targets.
struct ReportPagesTests {
    private let site: TestSite

    init() throws {
        site = try TestSite()
    }

    private func rows(_ sql: String) throws -> [[String?]] {
        try site.register.read { db in
            try Row.fetchAll(db, sql: sql).map { row in
                row.databaseValues.map { String.fromDatabaseValue($0) ?? "\($0)" }
            }
        }
    }

    @Test func `head office orders a report, and its page says how it stands`() async throws {
        let browser = try site.browser(as: "c.an0")

        let reply = try await browser.post(
            "/reports/new",
            [
                "kind": "half_year", "year": "2012", "part": "2", "unit": "nord",
                "division": "now", "language": "nn",
            ])
        let page = try await browser.get(try #require(reply.location))
        let list = try await browser.get("/reports?kind=half_year")
        let other = try await browser.get("/reports?kind=annual")

        #expect(reply.status == 303)
        #expect(
            try rows(
                """
                SELECT id, period_from, unit, division_on, language, asked_by
                FROM report JOIN report_terms ON report = key
                """) == [
                    [
                        "half-year-2012-12-nord-now", "2012-07-01", "nord", "2013-03-01", "nn",
                        "c.an0",
                    ]
                ])
        #expect(page.text.contains("Under arbeid"))
        #expect(page.text.contains("Slik den er 01.03.2013"))
        #expect(list.text.contains("Halvårsrapport, 2. halvår 2012, utgave 1"))
        #expect(!other.text.contains("2. halvår 2012"))
        #expect(
            try rows("SELECT actor, subject FROM audit WHERE entity = 'report'") == [
                ["c.an0", "half-year-2012-12-nord-now/1"]
            ])
    }

    @Test(arguments: [
        ["kind": "monthly", "year": "2012"], ["kind": "monthly", "year": "2012", "part": "13"],
        ["kind": "annual", "year": "2014"], ["kind": "period", "from": "2012-05-01"],
        ["kind": "period", "from": "2012-05-01", "to": "2012-04-01"], ["kind": "weekly"],
    ])
    func `an order that cannot be is refused with what is wrong`(fields: [String: String])
        async throws
    {
        let browser = try site.browser(as: "c.dir")
        let reply = try await browser.post(
            "/reports/new",
            [
                "kind": fields["kind"] ?? "", "year": fields["year"] ?? "",
                "part": fields["part"] ?? "",
                "from": fields["from"] ?? "", "to": fields["to"] ?? "", "division": "then",
                "language": "nb",
            ])

        #expect(reply.status == 422)
        #expect(reply.text.contains(#"id="errors""#))
        #expect(try rows("SELECT count(*) FROM report") == [["0"]])
    }

    /// An issued edition of 2012 with a part that failed.
    private func issue() throws -> Int64 {
        let period = Period(year: 2012)
        let facts = try site.register.facts(for: .report(period))
        var report = Indicators(facts: facts, period: period, rulebook: .domain).consolidated
        report.parts.removeAll { $0.unit == .vest }
        report.missing = [MissingPart(unit: .vest, reason: "no memory was left")]
        let order = ReportOrder(
            report: "annual-2012/1", content: report, language: .nb, rulebook: .domain)
        let content = String(decoding: try JSONEncoder().encode(order), as: UTF8.self)
        return try site.register.write { db in
            let shelf = ReportShelf(db)
            let name = try shelf.begin(
                period, ReportShelf.Terms(language: .nb), rulesVersion: report.rulesVersion,
                at: site.now)
            let edition = try #require(try shelf.edition(name))
            try shelf.freeze(content, of: edition)
            try shelf.note(["PDF needs the program weasyprint"], of: edition)
            try DocumentStore(db).keep(
                .init(
                    path: "\(edition.path).xlsx", mediaType: "application/zip",
                    body: Data("x".utf8)), at: site.now)
            try shelf.issue(
                edition, checksum: String(repeating: "a", count: 64), changes: nil, at: site.now)
            return edition.key
        }
    }

    @Test func `an edition tells what it lacks, and leads to files and to records`() async throws {
        let key = try issue()

        let page = try await site.browser(as: "nord.sb0").get("/reports/editions/\(key)")

        #expect(page.status == 200)
        #expect(page.text.contains("Delen for Vest mangler, og tallene er uten den: no memory"))
        #expect(page.text.contains("PDF needs the program weasyprint"))
        #expect(page.text.contains("Excel-arbeidsbok"))
        #expect(page.text.contains(#"href="/norway/records/plan_coverage/nord?year=2012""#))
        #expect(page.text.contains(String(repeating: "a", count: 64)))
        #expect(page.text.contains("Slik den var på skjæringsdatoen, 31.12.2012"))
    }

    @Test(arguments: Language.allCases)
    func `an edition is told in the reader's language`(language: Language) async throws {
        let key = try issue()

        let page = try await site.browser(as: "nord.sb0", language: language)
            .get("/reports/editions/\(key)")

        let words = ReportsPage.vocabulary[language]
        #expect(page.text.contains(words["files"]))
        #expect(page.text.contains(words["issued"]))
        #expect(page.text.contains(words["figures"]))
    }

    @Test func `an edition that is not there has the error page`() async throws {
        #expect(try await site.browser(as: "nord.sb0").get("/reports/editions/99").status == 404)
    }

    @Test(arguments: [("85", 0.85), ("92,5 %", 0.925), ("100", 1), ("0.5", 0.005)])
    func `a target is set in per cent, and set again`(written: String, value: Double)
        async throws
    {
        let browser = try site.browser(as: "c.an0")

        for text in ["10", written] {
            let reply = try await browser.post(
                "/reports/targets",
                [
                    "year": "2015", "indicator": "plan_coverage", "unit": "nord",
                    "value": text,
                ])
            #expect(reply.location == "/reports/targets?year=2015&said=saved")
        }

        let kept = try site.register.read { db in
            try TargetDeeds.all(of: 2015, in: db)
        }
        #expect(
            kept == [Target(unit: "nord", year: 2015, indicator: "plan_coverage", value: value)])
        #expect(try site.register.check().problems == [])
    }

    @Test func `a target is taken back with a reason, and can be set again`() async throws {
        let browser = try site.browser(as: "c.an0")
        func set(_ value: String) async throws -> TestReply {
            try await browser.post(
                "/reports/targets",
                ["year": "2015", "indicator": "plan_coverage", "unit": "nord", "value": value])
        }
        func held() throws -> [TargetDeeds.Held] {
            try site.register.read { db in try TargetDeeds.held(of: 2015, in: db) }
        }
        _ = try await set("85")
        let key = try #require(try held().first?.key)
        let asked = try await browser.get("/reports/targets/withdraw?year=2015").text

        let unsaid = try await browser.post(
            "/reports/targets/withdraw", ["year": "2015", "target": "\(key)", "reason": " "])
        let other = try await browser.post(
            "/reports/targets/withdraw", ["year": "2014", "target": "\(key)", "reason": "Feil"])
        let done = try await browser.post(
            "/reports/targets/withdraw", ["year": "2015", "target": "\(key)", "reason": "Feil år"])
        let page = try await browser.get("/reports/targets?year=2015").text

        #expect(asked.contains("<option value=\"\(key)\">"))
        #expect(unsaid.status == 422 && other.status == 422)
        #expect(done.location == "/reports/targets?year=2015&said=target_withdrawn")
        #expect(try held() == [])
        #expect(page.contains("Ingen mål er satt for året."))
        #expect(!page.contains("/reports/targets/withdraw"))
        #expect(
            try rows("SELECT reason FROM target_withdrawal WHERE restored_on IS NULL")
                == [["Feil år"]])
        #expect(try await set("90").location == "/reports/targets?year=2015&said=saved")
        #expect(try held().map(\.target.value) == [0.9])
        #expect(try rows("SELECT count(*) FROM target WHERE year = 2015") == [["1"]])
        #expect(try site.register.check().problems == [])
    }

    @Test(arguments: ["", "101", "-1", "many", "1e3"])
    func `what is no share is no target`(written: String) async throws {
        let reply = try await site.browser(as: "c.an0").post(
            "/reports/targets",
            ["year": "2015", "indicator": "plan_coverage", "unit": "nord", "value": written])

        #expect(reply.status == 422)
        #expect(try rows("SELECT count(*) FROM target WHERE year = 2015") == [["0"]])
    }

    @Test func `a package without the program that makes PDF is refused in words`() async throws {
        let agreement = try #require(
            try rows("SELECT id FROM agreement WHERE owner = 'nord' LIMIT 1").first?.first ?? nil)

        let reply = try await site.browser(as: "nord.sb0").post(
            "/agreements/\(agreement)/package", ["year": "2012"])

        #expect(reply.status == 422)
        #expect(reply.text.contains("Be en administrator installere WeasyPrint"))
        #expect(try rows("SELECT count(*) FROM audit WHERE entity = 'archive_package'") == [["0"]])
    }
}
