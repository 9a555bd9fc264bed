import Agreements
import Rules

/// A row of the table of all indicators: its label, and what it shows of a tally.
struct ReportRow {
    /// A figure before it is written in a language.
    enum Figure: Hashable {
        case count(Int)
        case share(Ratio, isMoney: Bool)
        case mean(Average)

        /// On the scale of the row, to compare units by; nil without a value.
        var value: Double? {
            switch self {
            case .count(let count): Double(count)
            case .share(let ratio, _): ratio.value
            case .mean(let average): average.value
            }
        }
    }

    let label: Text
    /// Part of the row above.
    var isDetail = false
    /// What spread and targets are worked out for.
    var indicator: RatioIndicator?
    let figure: (Tally) -> Figure

    /// In the order of domain.md, section 9.
    static var all: [ReportRow] { agreements + work + assessments + state }

    /// What IMDi does itself, and what others decide: two parts of every report.
    enum Part: CaseIterable {
        case ownWork
        case stateOfThings

        var title: Text { self == .ownWork ? .ownWork : .stateOfThings }
        var note: Text { self == .ownWork ? .ownWorkNote : .stateOfThingsNote }
        var id: String { self == .ownWork ? "own-work" : "state-of-things" }
    }

    /// Settlement is what municipalities decide and do (domain.md, 1).
    private static let settlement: Set<Text> = [
        .settledUnderAgreement, .settlement, .requested, .decided, .settled,
    ]

    var part: Part { Self.settlement.contains(label) ? .stateOfThings : .ownWork }

    static func rows(of part: Part) -> [ReportRow] { all.filter { $0.part == part } }

    private static var agreements: [ReportRow] {
        [
            count(.agreementsInForce, \.agreementCount),
            kind(.municipalAgreements, .municipal), kind(.sectorAgreements, .sector),
            kind(.voluntaryAgreements, .voluntary),
            share(.municipalitiesCovered), share(.settledUnderAgreement), share(.planCoverage),
        ]
    }

    private static var work: [ReportRow] {
        [
            share(.meetingsHeld), share(.meetingsPostponed), share(.meetingsCancelled),
            ReportRow(label: .meetingDelay) { .mean($0.meetingDelayDays) },
            share(.followUpsOnTime), share(.measuresDone),
        ]
    }

    private static var assessments: [ReportRow] {
        [
            share(.evaluationCoverage), ReportRow(label: .scoreIMDi) { .mean($0.scoreIMDi) },
            ReportRow(label: .scoreCounterpart) { .mean($0.scoreCounterpart) },
            share(.commitmentGrade), share(.anchored), count(.activities, \.activityCount),
            count(.overdue, \.overdue.total),
            count(.overdueUpTo30, \.overdue.upTo30, isDetail: true),
            count(.overdue31To90, \.overdue.from31To90, isDetail: true),
            count(.overdueOver90, \.overdue.over90, isDetail: true),
        ]
    }

    private static var state: [ReportRow] {
        [
            share(.sectorCoverage), share(.settlement),
            count(.requested, \.settlement.requested, isDetail: true),
            count(.decided, \.settlement.decided, isDetail: true),
            count(.settled, \.settlement.settled, isDetail: true),
            share(.grants), count(.municipalMeetings, \.municipalMeetings),
        ]
    }

    private static func share(_ indicator: RatioIndicator) -> ReportRow {
        ReportRow(label: indicator.text, indicator: indicator) {
            .share($0.ratio(indicator), isMoney: indicator == .grants)
        }
    }

    private static func count(_ label: Text, _ path: KeyPath<Tally, Int>, isDetail: Bool = false)
        -> ReportRow
    {
        ReportRow(label: label, isDetail: isDetail) { .count($0[keyPath: path]) }
    }

    private static func kind(_ label: Text, _ kind: AgreementKind) -> ReportRow {
        ReportRow(label: label, isDetail: true) { .count($0.agreementsInForce[kind] ?? 0) }
    }
}

extension Texts {
    /// `54,5 %`, `1 234` or `4,5`; a dash without a value.
    func figure(_ figure: ReportRow.Figure) -> String {
        switch figure {
        case .count(let count): number(count)
        case .share(let ratio, _): ratio.value.map(percent) ?? "–"
        case .mean(let average): average.value.map(decimal) ?? "–"
        }
    }

    /// What the figure is of: `6 av 11`; empty for a count.
    func basis(_ figure: ReportRow.Figure) -> String {
        switch figure {
        case .count: ""
        case .share(let ratio, let isMoney):
            self[.ofCount, number(ratio.numerator), number(ratio.denominator)]
                + (isMoney ? "\u{A0}kr" : "")
        case .mean(let average): self[.meanOfCount, number(average.count)]
        }
    }
}
