import Agreements
import Foundation
import Rules
import Testing

/// The stored example of 2013 read back into tallies.
///
/// A median or mean cannot be read back into its single values: as many equal ones stand for
/// them, so the units' averages are as stored and the totals' are not.
struct ExampleReport {
    let stored: [String: Any]
    let report: ConsolidatedReport

    init() throws {
        let data = try Data(
            contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
                .deletingLastPathComponent()
                .appending(path: "Examples/2013/report-2013-01-01-2013-12-31.json"))
        stored = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let units = try #require(stored["units"] as? [String: [String: [String: Any]]])
        let parts = try OwningUnit.allCases.map { unit in
            UnitReport(
                unit: unit, tally: Self.tally(try #require(units[unit.rawValue])),
                exceptionCounts: [:])
        }
        report = ConsolidatedReport(
            period: Period(year: 2013), rulesVersion: "0123456789ab", parts: parts)
    }

    private static func tally(_ values: [String: [String: Any]]) -> Tally {
        func count(_ name: String, _ key: String) -> Int { values[name]?[key] as? Int ?? 0 }
        func ratio(_ name: String) -> Ratio { ratio(values[name] ?? [:]) }
        func ratio(_ value: [String: Any]) -> Ratio {
            Ratio(value["numerator"] as? Int ?? 0, of: value["denominator"] as? Int ?? 0)
        }
        func group<Key: RawRepresentable<String>, Value>(
            _ name: String, _ group: String, _ convert: (Any) -> Value
        ) -> [Key: Value] {
            let all = values[name]?["by"] as? [String: [String: Any]] ?? [:]
            return (all[group] ?? [:]).reduce(into: [:]) { result, entry in
                if let key = Key(rawValue: entry.key) { result[key] = convert(entry.value) }
            }
        }
        func repeated(_ name: String) -> [Double] {
            let value = values[name]?["value"] as? Double ?? 0
            return Array(repeating: value, count: count(name, "n"))
        }
        var tally = Tally()
        tally.agreementsInForce = group("agreements_in_force", "kind") { $0 as? Int ?? 0 }
        tally.municipalitiesCovered = ratio("municipalities_covered")
        tally.settledUnderAgreement = ratio("settled_under_agreement")
        tally.planCoverage = ratio("plan_coverage")
        tally.meetingsHeld = ratio("meetings_held")
        tally.meetingsPostponed = ratio("meetings_postponed")
        tally.meetingsCancelled = ratio("meetings_cancelled")
        tally.meetingDelays = repeated("meeting_delay_days").map { Int($0) }
        tally.followUpsOnTime = ratio("followups_on_time")
        tally.measuresDone = ratio("measures_done")
        tally.evaluationCoverage = ratio("evaluation_coverage")
        tally.imdiScores = repeated("score_imdi")
        tally.counterpartScores = repeated("score_counterpart")
        tally.commitmentGrade = ratio("commitment_grade")
        tally.anchored = ratio("anchored")
        tally.activitiesByKind = group("activities", "kind") { $0 as? Int ?? 0 }
        tally.activitiesBySubGoal = group("activities", "sub_goal") { $0 as? Int ?? 0 }
        tally.overdue = OverdueCount(
            upTo30: count("overdue", "up_to_30"), from31To90: count("overdue", "31_to_90"),
            over90: count("overdue", "over_90"))
        tally.sectorCoverage = ratio("sector_coverage")
        tally.settlement = SettlementSum(
            requested: count("settlement", "requested"), decided: count("settlement", "decided"),
            settled: count("settlement", "settled"))
        let schemes = values["grants"]?["by"] as? [String: [String: [String: Any]]] ?? [:]
        tally.grants = (schemes["scheme"] ?? [:]).mapValues { ratio($0) }
        tally.municipalMeetings = count("municipal_meetings", "value")
        return tally
    }
}
