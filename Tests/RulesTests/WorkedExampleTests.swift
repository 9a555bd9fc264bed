import Agreements
import Foundation
import Rules
import Testing

/// The worked example: registers in, figures and notices out, compared value by value.
struct WorkedExampleTests {
    @Test(arguments: [
        ("2013-01-01" as Day, "2013-06-30" as Day), ("2013-01-01", "2013-12-31"), ("2013-05-01", "2013-05-31"),
    ])
    func `the report of the worked example comes out`(from: Day, to: Day) throws {
        let expected = try RegisterFolder.fixture("2013").json("report-\(from)-\(to)")

        let report = Indicators(facts: try .example(), period: .of(from, to), rulebook: .domain)
            .consolidated

        let actual = flattened(report.published)
        let wanted = flattened(expected)
        #expect(wanted.count > 500)
        for key in Set(actual.keys).union(wanted.keys).sorted() {
            #expect(actual[key] == wanted[key], "\(key)")
        }
    }

    @Test(arguments: [
        "2013-01-15" as Day, "2013-03-01", "2013-05-08", "2013-05-17", "2013-06-03", "2013-10-01",
        "2013-11-15", "2013-12-02",
    ])
    func `the notices of the worked example come out`(date: Day) throws {
        let all = try #require(
            try RegisterFolder.fixture("2013").json("notices") as? [String: [[String: Any]]])
        let expected = try #require(all["\(date)"])

        let notices = Notices(facts: try .example(), rulebook: .domain)
            .due(on: date)

        #expect(notices.map(\.published) == expected.map { line(of: $0) })
    }
}

private func line(of notice: [String: Any]) -> String {
    let recipients = (notice["recipients"] as? [String] ?? []).joined(separator: ",")
    return ["rule", "subject", "due_on", "stage"].map { "\(notice[$0] ?? "")" }
        .joined(separator: " ") + " " + recipients
}

extension Notice {
    fileprivate var published: String {
        "\(key.rule.rawValue) \(key.subject) \(key.dueOn) \(key.stage) "
            + recipients.joined(separator: ",")
    }
}

/// Every leaf of a JSON value by its path; null is a leaf.
private func flattened(_ value: Any, path: String = "") -> [String: String] {
    switch value {
    case let object as [String: Any]:
        object.reduce(into: [:]) { leaves, entry in
            leaves.merge(flattened(entry.value, path: "\(path)/\(entry.key)")) { $1 }
        }
    case let number as NSNumber: [path: "\(number.doubleValue)"]
    case is NSNull: [path: "null"]
    default: [path: "\(value)"]
    }
}

extension ConsolidatedReport {
    /// The shape of interfaces.md.
    fileprivate var published: [String: Any] {
        [
            "period": ["from": "\(period.from)", "to": "\(period.to)"],
            "units": Dictionary(
                uniqueKeysWithValues: parts.map { ($0.unit.rawValue, $0.tally.published) }),
            "total": total.published,
            "spread": Dictionary(
                uniqueKeysWithValues: RatioIndicator.allCases.map {
                    ($0.rawValue, spread(of: $0)?.published ?? NSNull())
                }),
        ]
    }
}

extension Spread {
    fileprivate var published: Any {
        func part(_ part: RegionValue) -> [String: Any] {
            ["unit": part.unit.rawValue, "value": part.value]
        }
        return ["highest": part(highest), "lowest": part(lowest), "difference": difference]
            as [String: Any]
    }
}

extension Ratio {
    fileprivate var published: [String: Any] {
        ["numerator": numerator, "denominator": denominator, "value": value ?? NSNull()]
    }
}

extension Average {
    fileprivate var published: [String: Any] { ["value": value ?? NSNull(), "n": count] }
}

extension Tally {
    fileprivate var published: [String: Any] {
        var result: [String: Any] = [:]
        for indicator in RatioIndicator.allCases {
            result[indicator.rawValue] = ratio(indicator).published
        }
        result["agreements_in_force"] = [
            "value": agreementCount,
            "by": [
                "kind": Dictionary(
                    uniqueKeysWithValues: AgreementKind.allCases.map {
                        ($0.rawValue, agreementsInForce[$0] ?? 0)
                    })
            ],
        ]
        result["meeting_delay_days"] = meetingDelayDays.published
        result["score_imdi"] = scoreIMDi.published
        result["score_counterpart"] = scoreCounterpart.published
        result["activities"] = [
            "value": activityCount,
            "by": [
                "kind": counts(activitiesByKind), "sub_goal": counts(activitiesBySubGoal),
            ],
        ]
        result["overdue"] = [
            "value": overdue.total, "up_to_30": overdue.upTo30, "31_to_90": overdue.from31To90,
            "over_90": overdue.over90,
        ]
        result["settlement"] = ratio(.settlement).published.merging([
            "requested": settlement.requested, "decided": settlement.decided,
            "settled": settlement.settled,
        ]) { $1 }
        result["grants"] = ratio(.grants).published.merging([
            "by": ["scheme": grants.mapValues(\.published)]
        ]) { $1 }
        result["municipal_meetings"] = ["value": municipalMeetings]
        return result
    }

    private func counts<Key: RawRepresentable<String>>(_ counts: [Key: Int]) -> [String: Int] {
        Dictionary(uniqueKeysWithValues: counts.map { ($0.key.rawValue, $0.value) })
    }
}
