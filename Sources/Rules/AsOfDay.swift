import Agreements

extension AgreementFact {
    /// Whether the agreement is in force at a day, as the register stands (domain.md, 9).
    package func isInForce(on day: Day) -> Bool {
        guard status == .active || status == .ended,
            let signedOn, signedOn <= day,
            let validFrom, validFrom <= day,
            let validTo, day <= validTo
        else { return false }
        guard let endedOn else { return true }
        return endedOn > day
    }
}

extension Ratio {
    /// Counts one more, in the numerator as well if it `holds`; nil counts nothing.
    mutating func count(_ holds: Bool?) {
        guard let holds else { return }
        denominator += 1
        if holds { numerator += 1 }
    }
}

extension PlanFact {
    /// Whether the plan had been adopted by a day.
    func isAdopted(by day: Day) -> Bool { adoptedOn.map { $0 <= day } ?? false }
}

extension MeetingFact {
    func isHeld(by day: Day) -> Bool {
        status == .held && heldOn.map { $0 <= day } ?? false
    }

    /// I5: whether the meeting counts as held in a period; nil if it is not one of the period's.
    func isHeld(in period: Period) -> Bool? {
        period.contains(firstPlannedOn) ? isHeld(by: period.to) : nil
    }

    func isPostponed(by day: Day) -> Bool { firstPostponedOn.map { $0 <= day } ?? false }

    func isCancelled(by day: Day) -> Bool {
        status == .cancelled && cancelledOn.map { $0 <= day } ?? false
    }
}

extension FollowUpFact {
    /// I6: whether the follow-up counts as done on time in a period; nil if it does not count.
    func isOnTime(in period: Period) -> Bool? {
        guard period.contains(dueOn), !isCancelled(by: period.to) else { return nil }
        return isDone(by: dueOn)
    }

    func isDone(by day: Day) -> Bool { status == .done && doneOn.map { $0 <= day } ?? false }

    func isCancelled(by day: Day) -> Bool {
        status == .cancelled && cancelledOn.map { $0 <= day } ?? false
    }
}

extension MeasureFact {
    /// I7: whether the measure counts as done in a period; nil if it does not count at all.
    func isDone(in period: Period) -> Bool? {
        guard period.contains(dueOn), !isCancelled(by: period.to) else { return nil }
        return isDone(by: period.to)
    }

    func isDone(by day: Day) -> Bool { status == .done && doneOn.map { $0 <= day } ?? false }

    func isCancelled(by day: Day) -> Bool {
        status == .cancelled && cancelledOn.map { $0 <= day } ?? false
    }
}

extension EvaluationFact {
    /// Whether the evaluation had been approved by a day.
    func isApproved(by day: Day) -> Bool {
        status == .approved && approvedOn.map { $0 <= day } ?? false
    }
}
