import Agreements
import Foundation
import Rules
import Testing

/// The worked example: registers in, figures and notices out, compared value by value.
struct WorkedExampleTests {
    @Test(arguments: [
        ("2013-01-01" as Day, "2013-06-30" as Day), ("2013-01-01", "2013-12-31"),
        ("2013-05-01", "2013-05-31"),
    ])
    func `the report of the worked example comes out`(from: Day, to: Day) throws {
        let expected: Figure = try RegisterFolder.repository("Tests/Examples/2013")
            .json("report-\(from)-\(to)")

        let report = Indicators(facts: try .example(), period: .of(from, to), rulebook: .domain)
            .consolidated

        let actual = report.published.leaves()
        let wanted = expected.leaves()
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
        let all: [String: [ExpectedNotice]] = try RegisterFolder.repository("Tests/Examples/2013")
            .json("notices")
        let expected = try #require(all["\(date)"])

        let notices = Notices(facts: try .example(), rulebook: .domain)
            .due(on: date)

        #expect(notices.map(ExpectedNotice.init) == expected)
    }
}

/// A notice as interfaces.md writes it.
private struct ExpectedNotice: Decodable, Equatable {
    var rule: NoticeRule
    var subject: String
    var dueOn: Day
    var stage: Int
    var recipients: [String]

    enum CodingKeys: String, CodingKey {
        case rule, subject, stage, recipients
        case dueOn = "due_on"
    }

    init(_ notice: Notice) {
        rule = notice.key.rule
        subject = notice.key.subject
        dueOn = notice.key.dueOn
        stage = notice.key.stage
        recipients = notice.recipients
    }
}

extension ConsolidatedReport {
    /// The shape of interfaces.md.
    fileprivate var published: Figure {
        let spreads = RatioIndicator.allCases.map {
            ($0.rawValue, spread(of: $0)?.published ?? .none)
        }
        return .object([
            "period": .object(["from": .text("\(period.from)"), "to": .text("\(period.to)")]),
            "units": .object(
                Dictionary(
                    uniqueKeysWithValues: parts.map { ($0.unit.rawValue, $0.tally.published) })),
            "total": total.published,
            "spread": .object(Dictionary(uniqueKeysWithValues: spreads)),
        ])
    }
}

extension Spread {
    fileprivate var published: Figure {
        func part(_ part: RegionValue) -> Figure {
            .object(["unit": .text(part.unit.rawValue), "value": .number(part.value)])
        }
        return .object([
            "highest": part(highest), "lowest": part(lowest), "difference": .number(difference),
        ])
    }
}

extension Ratio {
    fileprivate func published(with more: [String: Figure] = [:]) -> Figure {
        let own = [
            "numerator": Figure(numerator), "denominator": Figure(denominator),
            "value": Figure(value),
        ]
        return .object(own.merging(more) { $1 })
    }
}

extension Average {
    fileprivate var published: Figure { .object(["value": Figure(value), "n": Figure(count)]) }
}

extension Tally {
    fileprivate var published: Figure {
        var members: [String: Figure] = [:]
        for indicator in RatioIndicator.allCases {
            members[indicator.rawValue] = ratio(indicator).published()
        }
        let kinds = AgreementKind.allCases.map { ($0, agreementsInForce[$0] ?? 0) }
        members["agreements_in_force"] = .object([
            "value": Figure(agreementCount),
            "by": .object(["kind": .counts(Dictionary(uniqueKeysWithValues: kinds))]),
        ])
        members["meeting_delay_days"] = meetingDelayDays.published
        members["score_imdi"] = scoreIMDi.published
        members["score_counterpart"] = scoreCounterpart.published
        members["activities"] = .object([
            "value": Figure(activityCount),
            "by": .object([
                "kind": .counts(activitiesByKind), "sub_goal": .counts(activitiesBySubGoal),
            ]),
        ])
        members["overdue"] = .object([
            "value": Figure(overdue.total), "up_to_30": Figure(overdue.upTo30),
            "31_to_90": Figure(overdue.from31To90), "over_90": Figure(overdue.over90),
        ])
        members["settlement"] = ratio(.settlement).published(with: [
            "requested": Figure(settlement.requested), "decided": Figure(settlement.decided),
            "settled": Figure(settlement.settled),
        ])
        members["grants"] = ratio(.grants).published(with: [
            "by": .object(["scheme": .object(grants.mapValues { $0.published() })])
        ])
        members["municipal_meetings"] = .object(["value": Figure(municipalMeetings)])
        return .object(members)
    }
}
