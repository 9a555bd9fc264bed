import Foundation
import GRDB
import Register
import Testing

@testable import Web

/// The places of evaluations and of reports.
struct OverviewTests {
    private let site: TestSite

    init() throws {
        site = try TestSite()
    }

    @Test func `a year's evaluations are counted by where they stand`() async throws {
        let (total, approved) = try site.register.read {
            (
                try Int.fetchOne($0, sql: "SELECT count(*) FROM evaluation WHERE year = 2012") ?? 0,
                try Int.fetchOne(
                    $0,
                    sql: """
                        SELECT count(*) FROM evaluation WHERE year = 2012 AND status = 'approved'
                        """) ?? 0
            )
        }

        let page = try await site.browser(as: "c.an0").get("/evaluations?year=2012")
        let nord = try await site.browser(as: "c.an0").get("/evaluations?year=2012&unit=nord")

        #expect(total > 0)
        #expect(page.text.contains("\(total) evalueringer for 2012"))
        #expect(page.text.contains("<dt>Godkjent</dt><dd>\(approved)</dd>"))
        #expect(nord.text.contains(">NORD-"))
        #expect(!nord.text.contains(">SOR-"))
    }

    @Test func `a report's file is saved and never shown, and nothing else is given out`()
        async throws
    {
        let keys = try site.register.write { db in
            let store = DocumentStore(db)
            for path in ["reports/annual-2012-edition-1.html", "evaluations/2012/secret.html"] {
                try store.keep(
                    .init(path: path, mediaType: "text/html", body: Data("<h1>1</h1>".utf8)),
                    at: site.now)
            }
            return try Int64.fetchAll(db, sql: "SELECT key FROM document ORDER BY key")
        }
        let browser = try site.browser(as: "c.revisor")

        let report = try await browser.get("/reports/files/\(keys[0])")
        let other = try await browser.get("/reports/files/\(keys[1])")

        #expect(report.status == 200)
        #expect(report.headers[.contentDisposition]?.hasPrefix("attachment") == true)
        #expect(other.status == 404)
    }
}
