import Agreements
import Documents
import Rules
import Testing

struct ReportPageTests {
    @Test(arguments: Language.allCases)
    func `the page is the stored one`(language: Language) throws {
        let page = ReportPage(
            SampleReport.report, rulebook: .domain, in: language, checksum: "9f86d081884c7d65")

        #expect(try StoredFile(name: "report-\(language.rawValue).html").matches(page.render()))
    }

    @Test
    func `a title that tries to be markup is text`() {
        let page = ReportPage(SampleReport.report, rulebook: .domain).render()

        #expect(page.contains("Kárášjohka &lt;b&gt;&amp;&quot;kommune&quot;&lt;/b&gt;"))
        #expect(!page.contains("<b>"))
    }

    @Test(arguments: ["src=", "http:", "https:", "url(", "@import", "<link", "<script"])
    func `nothing is fetched`(trace: String) {
        let page = ReportPage(SampleReport.report, rulebook: .domain).render()

        #expect(!page.contains(trace))
    }

    @Test
    func `headings go down one level at a time and ids are unique`() {
        let page = ReportPage(SampleReport.report, rulebook: .domain).render()

        let levels = page.matches(of: /<h([1-6])/).compactMap { Int($0.1) }
        #expect(levels.first == 1)
        #expect(levels.count { $0 == 1 } == 1)
        #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
        let ids = page.matches(of: /\ id="([^"]+)"/).map { String($0.1) }
        #expect(Set(ids).count == ids.count)
        let references = page.matches(of: /aria-labelledby="([^"]+)"/)
            .flatMap { $0.1.split(separator: " ").map { String($0) } }
        #expect(Set(references).isSubset(of: ids))
    }

    @Test
    func `every table has a caption, heads with a scope and a labelled region`() {
        let page = ReportPage(SampleReport.report, rulebook: .domain).render()

        let tables = page.matches(of: /<table/).count
        #expect(tables > 15)
        #expect(page.matches(of: /<caption>[^<]/).count == tables)
        #expect(page.matches(of: /role="region" tabindex="0" aria-label="/).count == tables)
        #expect(!page.contains("<th>"))
    }

    @Test
    func `holes and lights are words beside their colours`() {
        let page = ReportPage(SampleReport.report, rulebook: .domain).render()

        #expect(page.contains("✗ Mangler"))
        #expect(page.contains("3 av 20 felt er dekket, 17 mangler."))
        #expect(page.contains("✓ Mål nådd"))
        #expect(page.contains("! Nær målet"))
        #expect(page.contains("✗ Under målet"))
        #expect(page.contains("○ Uten mål"))
    }

    @Test
    func `what the lists leave out is counted`() {
        let page = ReportPage(SampleReport.report, rulebook: .domain).render()

        #expect(page.contains("Forfalt (14)"))
        #expect(page.contains("… og 12 til (Nord 12)."))
    }

    @Test
    func `one unit alone has neither total nor spread`() {
        let page = ReportPage(SampleReport.report, rulebook: .domain, unit: .nord).render()

        #expect(page.contains("partnerskapsavtalene: Nord</h1>"))
        #expect(!page.contains(#"<th scope="col" class="number">Totalt</th>"#))
        #expect(!page.contains("Spredning"))
        #expect(!page.contains("Indre Øst"))
    }

    @Test
    func `a report without anything in it is a page`() {
        let empty = ConsolidatedReport(period: Period(year: 2013), rulesVersion: "0f3a9c1d2b4e")

        let page = ReportPage(empty, rulebook: .domain).render()

        #expect(page.contains("Ingen mål er satt for året."))
        #expect(page.contains("Ikke utstedt"))
    }
}
