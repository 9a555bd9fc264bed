import Agreements
import Documents
import GRDB
import Register
import Rules
import Testing

@testable import Web

/// The pages about the whole country, asked of a site with the worked example.
struct NorwayTests {
    private let site: TestSite

    init() throws {
        site = try TestSite(on: "2014-01-15")
    }

    private func get(_ path: String, language: Language = .nb) async throws -> TestReply {
        try await site.browser(as: "c.an0", language: language).get(path)
    }

    @Test(
        arguments: [
            "/norway", "/norway?part=span&from=2013-03-17&to=2013-05-17", "/norway?year=2013",
            "/norway?year=2013&part=h1&against=none",
            "/norway/trend?indicator=meetings_held", "/norway/map", "/norway/map?view=table",
            "/norway/map?year=2013&indicator=settlement&unit=nord", "/norway/coverage",
            "/norway/coverage?year=2013&show=holes", "/norway/uncovered?year=2013",
            "/norway/records/overdue/total?year=2013",
            "/norway/records/meetings_held/nord?year=2013&show=out",
            "/municipalities/1804?year=2013",
        ], Language.allCases)
    func `every page is there, below 60 KB and in the reader's language`(
        path: String, language: Language
    ) async throws {
        let reply = try await get(path, language: language)

        #expect(reply.status == 200)
        #expect(reply.body.count < 60 * 1024)
        #expect(reply.text.contains("<html lang=\"\(language.rawValue)\">"))
        #expect(!reply.text.contains(" style="))
    }

    @Test func `a reader finds the municipalities without agreement in the north`() async throws {
        let norway = try await get("/norway?year=2013")
        let link = try #require(
            norway.text.firstMatch(of: /href="(\/regions\/nord\/uncovered[^"]*)">(\d+)</))

        let list = try await get(String(link.1).replacing("&amp;", with: "&"))

        #expect(norway.text.contains("Kommuner uten avtale"))
        #expect(list.text.contains("<h1>Region Nord</h1>"))
        let rows = list.text.matches(of: /<tr data-row>/).count
        #expect(rows == Int(link.2))
        #expect(rows > 0)
    }

    @Test(arguments: ["2013", "h1 of 2013", "m5 of 2013"])
    func `the table shows the figures of the report`(span: String) async throws {
        let part = span == "2013" ? "year" : String(span.prefix { $0 != " " })
        let period = try #require(ChosenPeriod.Part(code: part)).period(in: 2013)
        let report = Indicators(
            facts: try site.register.facts(for: .report(period)), period: period,
            rulebook: .domain)

        let page = try await get("/norway?year=2013&part=\(part)").text

        for unit in OwningUnit.allCases {
            for indicator in Indicator.allCases {
                let query = part == "year" ? "" : "&amp;part=\(part)"
                let path =
                    "/norway/records/\(indicator.rawValue)/\(unit.rawValue)?year=2013\(query)"
                let figure = FigureText(words: Norway.vocabulary[.nb])
                    .figure(report.tally(of: unit).value(of: indicator))
                #expect(page.contains("<a href=\"\(path)\">\(figure)</a>"))
            }
        }
    }

    @Test(arguments: Indicator.allCases)
    func `the rows behind a figure add up to it, whatever the unit`(indicator: Indicator)
        async throws
    {
        let report = Indicators(
            facts: try site.register.facts(for: .report(Period(year: 2013))),
            period: Period(year: 2013), rulebook: .domain)

        for unit in OwningUnit.allCases {
            let path = "/norway/records/\(indicator.rawValue)/\(unit.rawValue)?year=2013"
            let rows = try await rows(of: path)

            Self.expect(rows, toMake: report.tally(of: unit).value(of: indicator))
        }
    }

    @Test(
        arguments: [("2013-03-17", "2013-05-17"), ("2012-11-16", "2013-01-31")],
        Indicator.allCases)
    func `a report of any days leads to the records of these days`(
        days: (from: String, to: String), indicator: Indicator
    ) async throws {
        let (from, to) = (try #require(Day(days.from)), try #require(Day(days.to)))
        let period = try #require(Period(from: from, to: to))
        let report = Indicators(
            facts: try site.register.facts(for: .report(period)), period: period,
            rulebook: .domain
        ).consolidated
        let links = try #require(ReportLinks(baseURL: "", report: report))

        let path = links.address(of: indicator, "total")
        let page = try await get(path)
        let rows = try await rows(of: path)

        let words = Norway.vocabulary[.nb]
        let value = report.total.value(of: indicator)
        Self.expect(rows, toMake: value)
        #expect(page.text.contains(FigureText(words: words).figure(value)))
        #expect(page.text.contains("\(words.date(period.from))–\(words.date(period.to))"))
        #expect(page.text.contains("name=\"from\" value=\"\(days.from)\""))
    }

    @Test(arguments: RecordPart.Lateness.allCases)
    func `a part's figure leads to its own rows, and from there to all`(
        lateness: RecordPart.Lateness
    ) async throws {
        let report = Indicators(
            facts: try site.register.facts(for: .report(Period(year: 2013))),
            period: Period(year: 2013), rulebook: .domain
        ).consolidated
        let overdue = report.total.overdue
        let links = try #require(ReportLinks(baseURL: "", report: report))
        let path = links.address(of: .overdue, "total", part: .lateness(lateness))
        let counts: [RecordPart.Lateness: Int] = [
            .first: overdue.upTo30, .second: overdue.from31To90, .last: overdue.over90,
        ]

        let page = try await get(path).text
        let rows = try await rows(of: path)

        let count = try #require(counts[lateness])
        #expect(rows.count == count)
        #expect(page.contains("<p><strong>Tallet er \(count).</strong></p>"))
        #expect(page.contains(#"<a href="/norway/records/overdue/total?year=2013">Vis alle</a>"#))
    }

    private static func expect(_ rows: [Ratio], toMake value: IndicatorValue) {
        switch value {
        case .count(let count): #expect(rows.count == count)
        case .share(let ratio):
            #expect(rows.reduce(0) { $0 + $1.numerator } == ratio.numerator)
            #expect(rows.reduce(0) { $0 + $1.denominator } == ratio.denominator)
        case .mean(let average): #expect(rows.count == average.count)
        }
    }

    @Test func `what is left out of a ratio is shown by itself`() async throws {
        let path = "/norway/records/meetings_held/total?year=2013"
        let all = try await rows(of: path)

        let held = try await get("\(path)&show=in&format=csv").text
        let left = try await get("\(path)&show=out&format=csv").text

        let counts = [held, left].map { $0.split(separator: "\r\n").count - 1 }
        #expect(counts[0] + counts[1] == all.count)
        #expect(counts[0] == all.count { $0.numerator == 1 })
    }

    @Test func `a change of the register is seen at once`() async throws {
        let before = try await get("/norway?year=2013").text
        try site.register.write { db in
            let trail = AuditTrail(
                db, author: Author(actor: "tests", request: "tests"), at: site.now)
            let key = try #require(
                try Int64.fetchOne(
                    db,
                    sql: """
                        SELECT key FROM followup WHERE status = 'open'
                            AND due_on BETWEEN '2013-01-01' AND '2013-12-31' LIMIT 1
                        """))
            try trail.recordChange(table: "followup", key: key) {
                try db.execute(
                    sql: "UPDATE followup SET status = 'done', done_on = due_on WHERE key = ?",
                    arguments: [key])
            }
        }

        let after = try await get("/norway?year=2013").text

        #expect(before != after)
    }

    @Test(
        arguments: [
            "/norway/records/nothing/nord", "/norway/records/overdue/nowhere",
            "/norway/records/overdue/nord?only=by.kind.visit",
            "/norway/records/grants/nord?only=by.scheme.anything",
            "/norway/records/overdue/nord?municipality=9999", "/municipalities/abcd",
            "/regions/nowhere", "/regions/nord%27--/uncovered",
        ])
    func `what does not exist is not found`(path: String) async throws {
        #expect(try await get(path).status == 404)
    }

    @Test(arguments: [
        "/norway?part=span&from=2013-05-17&to=2013-03-17", "/norway?part=span&from=2013-05-17",
        "/norway?year=99999999999&part=m13&against=x", "/norway?year=2014&part=m12",
        "/norway/map?indicator=sector_coverage&unit=central",
        "/norway/records/overdue/nord?page=-5&show=%3Cscript%3E",
    ])
    func `nonsense in an address is this year so far`(path: String) async throws {
        let reply = try await get(path)

        #expect(reply.status == 200)
        #expect(!reply.text.contains("<script>"))
    }

    /// The rows of a records page, from its file.
    private func rows(of path: String) async throws -> [Ratio] {
        let text = try await get("\(path)&format=csv").text
        return text.split(separator: "\r\n").dropFirst().map { line in
            let cells = line.split(separator: ";", omittingEmptySubsequences: false)
            return Ratio(
                Int(cells[cells.count - 3]) ?? 0, of: Int(cells[cells.count - 2]) ?? 0)
        }
    }
}
