import Agreements

extension DemonstrationRows {
    /// The same register as it stood on a day: what happened later had not, and is planned or
    /// open; what is about a later year is not there yet.
    func until(_ day: Day) -> DemonstrationRows {
        var rows = self
        rows.plans = plans.filter { $0.year <= day.year }.map { $0.until(day) }
        rows.measures = measures.filter { $0.year <= day.year }.map { $0.until(day) }
        rows.meetings = meetings.filter { $0.firstPlannedOn.year <= day.year }
            .map { $0.until(day) }
        let known = Set(rows.meetings.map(\.id))
        rows.postponements = postponements.filter {
            known.contains($0.meeting) && $0.decidedOn <= day
        }
        let held = Set(rows.meetings.filter { $0.status == .held }.map(\.id))
        rows.followUps = followUps.filter {
            $0.meeting.map(held.contains) ?? ($0.dueOn.year <= day.year)
        }
        .map { $0.until(day) }
        rows.activities = activities.filter { $0.on <= day }
        rows.evaluations = evaluations.filter { Day.november15(of: $0.year) <= day }
            .map { $0.until(day) }
        // An evaluation that is open in the end has what the counterpart has answered alone.
        let waiting = Set(evaluations.filter { $0.status == .open }.map(\.name))
        let scored = Set(
            rows.evaluations.filter { $0.status != .open || waiting.contains($0.name) }
                .map(\.name))
        rows.scores = scores.filter { scored.contains("\($0.agreement)/\($0.year)") }
        rows.settlement = settlement.filter {
            Day(year: $0.year, month: $0.month, day: 1).map { $0.lastOfMonth < day } ?? false
        }
        rows.grants = grants.filter { $0.year <= day.year }
        return rows
    }
}

extension Day {
    /// When evaluations are opened (domain.md, 6).
    fileprivate static func november15(of year: Int) -> Day { last(of: year).adding(days: -46) }
}

extension Plan {
    fileprivate func until(_ day: Day) -> Plan {
        guard let adoptedOn, adoptedOn > day else { return self }
        var plan = self
        (plan.status, plan.adoptedOn) = (.draft, nil)
        return plan
    }
}

extension Measure {
    fileprivate func until(_ day: Day) -> Measure {
        guard let end = doneOn ?? cancelledOn, end > day else { return self }
        var measure = self
        measure.status = .planned
        (measure.doneOn, measure.cancelledOn, measure.result) = (nil, nil, nil)
        return measure
    }
}

extension Meeting {
    fileprivate func until(_ day: Day) -> Meeting {
        guard let end = heldOn ?? cancelledOn, end > day else { return self }
        var meeting = self
        meeting.status = .planned
        (meeting.heldOn, meeting.cancelledOn, meeting.minutes) = (nil, nil, nil)
        return meeting
    }
}

extension FollowUp {
    fileprivate func until(_ day: Day) -> FollowUp {
        guard let end = doneOn ?? cancelledOn, end > day else { return self }
        var followUp = self
        followUp.status = .open
        (followUp.doneOn, followUp.cancelledOn) = (nil, nil)
        return followUp
    }
}

extension Evaluation {
    fileprivate var name: String { "\(agreement)/\(year)" }

    fileprivate func until(_ day: Day) -> Evaluation {
        guard let approvedOn, approvedOn > day else { return self }
        var evaluation = self
        evaluation.approvedOn = nil
        (evaluation.recommendation, evaluation.reasonWithoutCounterpart) = (nil, nil)
        let isSubmitted = submittedOn.map { $0 <= day } ?? false
        evaluation.status = isSubmitted ? .submitted : .open
        if !isSubmitted { evaluation.submittedOn = nil }
        return evaluation
    }
}
