import Agreements
import Rules

/// The indicators of a tally under their public names, in the order of domain.md, section 9.
struct ReportIndicators {
    let tally: Tally

    var members: [ReportValue.Member] {
        agreements + work + assessments + state
    }

    /// A ratio with its parts.
    static func members(of ratio: Ratio) -> [ReportValue.Member] {
        [
            .init("numerator", .integer(ratio.numerator)),
            .init("denominator", .integer(ratio.denominator)),
            .init("value", .decimal(ratio.value)),
        ]
    }

    private var agreements: [ReportValue.Member] {
        let kinds = AgreementKind.allCases.map {
            ReportValue.Member($0.rawValue, .integer(tally.agreementsInForce[$0] ?? 0))
        }
        let all: [ReportValue.Member] = [
            .init("value", .integer(tally.agreementCount)), Self.breakdown([("kind", kinds)]),
        ]
        return [
            .init("agreements_in_force", .object(all)),
            ratio(.municipalitiesCovered), ratio(.settledUnderAgreement), ratio(.planCoverage),
        ]
    }

    private var work: [ReportValue.Member] {
        [
            ratio(.meetingsHeld), ratio(.meetingsPostponed), ratio(.meetingsCancelled),
            .init("meeting_delay_days", average(tally.meetingDelayDays)),
            ratio(.followUpsOnTime), ratio(.measuresDone),
        ]
    }

    private var assessments: [ReportValue.Member] {
        [
            ratio(.evaluationCoverage), .init("score_imdi", average(tally.scoreIMDi)),
            .init("score_counterpart", average(tally.scoreCounterpart)),
            ratio(.commitmentGrade), ratio(.anchored), activities, overdue,
        ]
    }

    private var state: [ReportValue.Member] {
        [
            ratio(.sectorCoverage), settlement, grants,
            .init(
                "municipal_meetings",
                .object([.init("value", .integer(tally.municipalMeetings))])),
        ]
    }

    private var activities: ReportValue.Member {
        let kinds = ActivityKind.allCases.map { ($0.rawValue, tally.activitiesByKind[$0] ?? 0) }
        let goals = SubGoal.allCases.map { ($0.rawValue, tally.activitiesBySubGoal[$0] ?? 0) }
        func counted(_ counts: [(String, Int)]) -> [ReportValue.Member] {
            counts.filter { $0.1 > 0 }.map { .init($0.0, .integer($0.1)) }
        }
        return .init(
            "activities",
            .object([
                .init("value", .integer(tally.activityCount)),
                Self.breakdown([("kind", counted(kinds)), ("sub_goal", counted(goals))]),
            ]))
    }

    private var overdue: ReportValue.Member {
        .init(
            "overdue",
            .object([
                .init("value", .integer(tally.overdue.total)),
                .init("up_to_30", .integer(tally.overdue.upTo30)),
                .init("31_to_90", .integer(tally.overdue.from31To90)),
                .init("over_90", .integer(tally.overdue.over90)),
            ]))
    }

    private var settlement: ReportValue.Member {
        let sums: [ReportValue.Member] = [
            .init("requested", .integer(tally.settlement.requested)),
            .init("decided", .integer(tally.settlement.decided)),
            .init("settled", .integer(tally.settlement.settled)),
        ]
        return .init("settlement", .object(sums + Self.members(of: tally.ratio(.settlement))))
    }

    private var grants: ReportValue.Member {
        let schemes = tally.grants.sorted { $0.key < $1.key }.map {
            ReportValue.Member($0.key, .object(Self.members(of: $0.value)))
        }
        let all = Self.members(of: tally.ratio(.grants)) + [Self.breakdown([("scheme", schemes)])]
        return .init("grants", .object(all))
    }

    private func ratio(_ indicator: RatioIndicator) -> ReportValue.Member {
        .init(indicator.rawValue, .object(Self.members(of: tally.ratio(indicator))))
    }

    private func average(_ average: Average) -> ReportValue {
        .object([
            .init("value", .decimal(average.value)), .init("n", .integer(average.count)),
        ])
    }

    private static func breakdown(_ groups: [(String, [ReportValue.Member])])
        -> ReportValue.Member
    {
        .init("by", .object(groups.map { .init($0.0, .object($0.1)) }))
    }
}
