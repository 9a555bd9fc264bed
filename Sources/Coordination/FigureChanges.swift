import Rules

/// What has changed between two editions of a report: figures of the total.
struct FigureChanges: Hashable, Sendable {
    /// The value before and now by name; nil where there is none. A ratio is three figures:
    /// `plan_coverage`, `plan_coverage.numerator` and `plan_coverage.denominator`.
    let figures: [String: [Double?]]

    init(from before: Tally, to now: Tally) {
        let (before, now) = (Self.figures(of: before), Self.figures(of: now))
        figures = now.keys.reduce(into: [:]) { changes, name in
            let pair = [before[name] ?? nil, now[name] ?? nil]
            if pair[0] != pair[1] { changes[name] = pair }
        }
    }

    /// Every indicator of domain.md, 9, under its public name.
    private static func figures(of tally: Tally) -> [String: Double?] {
        var figures: [String: Double?] = [
            "agreements_in_force": Double(tally.agreementCount),
            "meeting_delay_days": tally.meetingDelayDays.value,
            "score_imdi": tally.scoreIMDi.value,
            "score_counterpart": tally.scoreCounterpart.value,
            "activities": Double(tally.activityCount),
            "overdue": Double(tally.overdue.total),
            "settlement.requested": Double(tally.settlement.requested),
            "municipal_meetings": Double(tally.municipalMeetings),
        ]
        for indicator in RatioIndicator.allCases {
            let ratio = tally.ratio(indicator)
            figures.updateValue(ratio.value, forKey: indicator.rawValue)
            figures["\(indicator.rawValue).numerator"] = Double(ratio.numerator)
            figures["\(indicator.rawValue).denominator"] = Double(ratio.denominator)
        }
        return figures
    }
}
