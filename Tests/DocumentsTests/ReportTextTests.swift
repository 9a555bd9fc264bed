import Agreements
import Documents
import Rules
import Testing

struct ReportTextTests {
    @Test
    func `the text is the stored one`() throws {
        let text = ReportText(SampleReport.report).render()

        #expect(try StoredFile(name: "report-nb.txt").matches(text))
    }

    @Test(arguments: Language.allCases)
    func `the table fits a terminal`(language: Language) throws {
        let text = ReportText(try ExampleReport().report, in: language).render()

        let widest = text.split(separator: "\n").map(\.count).max() ?? 0
        #expect((80...104).contains(widest))
    }

    @Test
    func `one unit alone has neither total nor spread`() {
        let text = ReportText(SampleReport.report, unit: .nord).render()

        #expect(!text.contains("Totalt"))
        #expect(!text.contains("Spredning"))
        #expect(text.contains("NORD-2012-003/2013/1"))
    }
}
