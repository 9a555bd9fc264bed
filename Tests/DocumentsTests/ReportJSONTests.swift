import Agreements
import Documents
import Foundation
import Rules
import Testing

struct ReportJSONTests {
    @Test
    func `a report reads back as the stored example, number by number`() throws {
        let example = try ExampleReport()

        let written = try read(ReportJSON(example.report).render())

        let (expected, actual) = (Self.flat(example.stored), Self.flat(written))
        #expect(Set(expected.keys) == Set(actual.keys))
        for (key, value) in expected where !Self.isTotalOfAverages(key) {
            // A stored mean stands for several scores that it is not itself one of.
            let tolerance = key.contains("/score_") ? 1e-3 : 1e-12
            #expect(Self.equal(value, actual[key], within: tolerance), "\(key)")
        }
    }

    @Test
    func `keys come in the order of the rulebook`() throws {
        let text = ReportJSON(try ExampleReport().report).render()

        let names = try #require(text.components(separatedBy: "\"indre_ost\"").first)
            .components(separatedBy: "\n").filter { $0.hasPrefix("      \"") }
            .compactMap { $0.components(separatedBy: "\"").dropFirst().first }
        #expect(
            names == [
                "agreements_in_force", "municipalities_covered", "settled_under_agreement",
                "plan_coverage", "meetings_held", "meetings_postponed", "meetings_cancelled",
                "meeting_delay_days", "followups_on_time", "measures_done",
                "evaluation_coverage", "score_imdi", "score_counterpart", "commitment_grade",
                "anchored", "activities", "overdue", "sector_coverage", "settlement", "grants",
                "municipal_meetings",
            ])
    }

    @Test
    func `one unit alone has neither total nor spread`() throws {
        let text = ReportJSON(try ExampleReport().report, unit: .nord).render()

        let written = try read(text)
        #expect(Set(written.keys) == ["period", "units"])
        #expect((written["units"] as? [String: Any])?.keys.sorted() == ["nord"])
    }

    @Test
    func `the same report gives the same text, whatever the order in dictionaries`() throws {
        let example = try ExampleReport()
        var report = example.report
        report.parts[0].tally.grants = ["b": Ratio(1, of: 2), "a": Ratio(1, of: 3)]
        var other = report
        other.parts[0].tally.grants = ["a": Ratio(1, of: 3)]
        other.parts[0].tally.grants["b"] = Ratio(1, of: 2)

        #expect(ReportJSON(report).render() == ReportJSON(other).render())
        #expect(ReportJSON(report).render().contains("\"value\": 0.3333333333333333"))
    }

    @Test
    func `a scheme's name is escaped`() throws {
        var report = try ExampleReport().report
        report.parts[0].tally.grants = ["a\"b\\c\u{1}\nd": Ratio(1, of: 2)]

        let written = Self.flat(try read(ReportJSON(report).render()))

        #expect(written["units/ost/grants/by/scheme/a\"b\\c\u{1}\nd/numerator"] as? Int == 1)
    }

    private func read(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private static func isTotalOfAverages(_ key: String) -> Bool {
        ["meeting_delay_days", "score_imdi", "score_counterpart"].contains {
            key == "total/\($0)/value"
        }
    }

    private static func equal(_ left: Any, _ right: Any?, within tolerance: Double) -> Bool {
        switch (left, right) {
        case (is NSNull, let right): right is NSNull
        case (let left as String, let right as String): left == right
        case (let left as NSNumber, let right as NSNumber):
            abs(left.doubleValue - right.doubleValue) < tolerance
        default: false
        }
    }

    private static func flat(_ value: Any, below path: String = "") -> [String: Any] {
        guard let object = value as? [String: Any] else { return [path: value] }
        return object.reduce(into: [:]) { result, entry in
            let inner = path.isEmpty ? entry.key : "\(path)/\(entry.key)"
            result.merge(flat(entry.value, below: inner)) { $1 }
        }
    }
}
