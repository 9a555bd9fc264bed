import Agreements
import Documents
import Rules
import Testing

/// Figures that lead to their records.
struct ReportLinksTests {
    private static let page = ReportPage(
        report, rulebook: .domain, baseURL: "https://avtalt.example"
    ).render()

    /// With measures for a sub-goal as well.
    private static var report: ConsolidatedReport {
        var report = SampleReport.report
        for index in report.parts.indices {
            report.parts[index].tally.measuresBySubGoal = [.d1: Ratio(1, of: 2)]
        }
        return report
    }

    private static func table(_ id: String) throws -> Substring {
        let start = try #require(page.range(of: "<table id=\"\(id)\""))
        let end = try #require(page[start.upperBound...].range(of: "</table>"))
        return page[start.upperBound..<end.lowerBound]
    }

    @Test(arguments: [
        "own-work-table", "state-of-things-table", "unit-nord-own-work",
        "unit-nord-state-of-things", "measures-by-sub-goal", "activities-by-kind",
        "activities-by-sub-goal", "grants-by-scheme", "chart-settlement-table",
        "part-three-effects",
    ])
    func `no figure of a table is without its records`(id: String) throws {
        let table = try Self.table(id)

        let cells = table.matches(of: /<td class="number">([^<]*)/)

        #expect(!cells.isEmpty)
        // What a target asks for is nobody's figure, and a dash is none.
        let loose = cells.map { String($0.1) }.filter { cell in
            cell.contains(where: \.isNumber) && !id.hasPrefix("unit-")
        }
        #expect(loose.isEmpty)
        #expect(table.contains("<a href=\"https://avtalt.example/norway/records/"))
    }

    @Test func `key figures, targets and charts lead to the records of their unit`() throws {
        let records = "https://avtalt.example/norway/records"
        let keys = try #require(Self.page.firstMatch(of: /<dl class="keys">[\s\S]*?<\/dl>/)).output

        #expect(keys.matches(of: /<dd><a href/).count == 6)
        #expect(keys.contains("\(records)/overdue/total?year=2013"))
        #expect(
            try Self.table("target-table").contains("\(records)/plan_coverage/nord?year=2013"))
        #expect(
            try Self.table("chart-meetings_held-table")
                .contains("\(records)/meetings_held/vest?year=2013"))
        #expect(
            try Self.table("part-three-results")
                .contains("\(records)/settlement/total?year=2013"))
    }

    @Test(arguments: [
        ("2013-01-01", "2013-12-31", "year=2013"),
        ("2013-01-01", "2013-06-30", "year=2013&part=h1"),
        ("2013-02-01", "2013-02-28", "year=2013&part=m2"),
        ("2013-03-17", "2013-05-17", "part=span&from=2013-03-17&to=2013-05-17"),
        ("2012-07-01", "2013-06-30", "part=span&from=2012-07-01&to=2013-06-30"),
        ("2013-03-01", "2013-04-30", "part=span&from=2013-03-01&to=2013-04-30"),
    ])
    func `records are those of the report's own days`(from: String, to: String, query: String)
        throws
    {
        let (first, last) = (try #require(Day(from)), try #require(Day(to)))
        let period = try #require(Period(from: first, to: last))
        let report = ConsolidatedReport(
            period: period, rulesVersion: "0f3a9c1d2b4e", parts: SampleReport.report.parts)

        let links = try #require(ReportLinks(baseURL: "", report: report))

        #expect(
            links.address(of: .meetingsHeld, "nord")
                == "/norway/records/meetings_held/nord?\(query)")
    }
}
