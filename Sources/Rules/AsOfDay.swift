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

extension PlanFact {
    /// Whether the plan had been adopted by a day.
    func isAdopted(by day: Day) -> Bool { adoptedOn.map { $0 <= day } ?? false }
}

extension MeetingFact {
    func isHeld(by day: Day) -> Bool {
        status == .held && heldOn.map { $0 <= day } ?? false
    }

    func isPostponed(by day: Day) -> Bool { firstPostponedOn.map { $0 <= day } ?? false }

    func isCancelled(by day: Day) -> Bool {
        status == .cancelled && cancelledOn.map { $0 <= day } ?? false
    }
}

extension FollowUpFact {
    func isDone(by day: Day) -> Bool { status == .done && doneOn.map { $0 <= day } ?? false }

    func isCancelled(by day: Day) -> Bool {
        status == .cancelled && cancelledOn.map { $0 <= day } ?? false
    }
}

extension MeasureFact {
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
