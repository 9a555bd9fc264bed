import Agreements
import Rules
import Testing

@testable import Documents

struct ReportCSVTests {
    @Test
    func `a spreadsheet in Norway reads the file`() throws {
        let text = ReportCSV(try ExampleReport().report).render()

        #expect(text.unicodeScalars.first == "\u{FEFF}")
        let lines = text.dropFirst().components(of: "\r\n")
        #expect(lines.first == "period_from;period_to;unit;indicator;part;value")
        #expect(
            lines.contains("2013-01-01;2013-12-31;ost;municipalities_covered;numerator;3"))
        #expect(
            lines.contains(
                "2013-01-01;2013-12-31;ost;commitment_grade;value;0,5925925925925926"))
        #expect(lines.contains("2013-01-01;2013-12-31;ost;activities;by.kind.visit;3"))
        #expect(lines.contains("2013-01-01;2013-12-31;indre_ost;plan_coverage;value;"))
        #expect(lines.contains("2013-01-01;2013-12-31;spread;grants;highest.unit;ost"))
        #expect(lines.allSatisfy { $0.isEmpty || $0.components(of: ";").count == 6 })
    }

    @Test
    func `one unit alone has neither total nor spread`() throws {
        let text = ReportCSV(try ExampleReport().report, unit: .vest).render()

        let units = Set(
            text.components(of: "\r\n").dropFirst().compactMap {
                $0.isEmpty ? nil : $0.components(of: ";")[2]
            })
        #expect(units == ["vest"])
    }

    @Test
    func `free text cannot make columns or quotes of its own`() throws {
        var report = try ExampleReport().report
        report.parts[0].tally.grants = ["a;\"b\"": Ratio(1, of: 2)]

        let text = ReportCSV(report, unit: .ost).render()

        #expect(text.contains(";grants;\"by.scheme.a;\"\"b\"\".numerator\";1\r\n"))
    }

    @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
    func `what looks like a formula gets an apostrophe`(text: String) {
        #expect(ReportCSV.field(text).contains("'" + text))
    }

    @Test(arguments: ["jobbsjansen", "0,5", "2013-01-01", "a=b", ""])
    func `other text is left alone`(text: String) {
        #expect(ReportCSV.field(text) == text)
    }
}

extension StringProtocol {
    /// The parts between `separator`.
    func components(of separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map { String($0) }
    }
}
