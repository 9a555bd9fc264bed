import Agreements

/// What the rules look at of an action plan.
package struct PlanFact: Hashable, Sendable, Codable {
    package var agreement: Int
    package var year: Int
    package var status: PlanStatus
    package var adoptedOn: Day?

    package init(
        agreement: Int,
        year: Int,
        status: PlanStatus,
        adoptedOn: Day? = nil
    ) {
        self.agreement = agreement
        self.year = year
        self.status = status
        self.adoptedOn = adoptedOn
    }
}

/// What the rules look at of a measure.
package struct MeasureFact: Hashable, Sendable, Codable {
    package var id: String
    package var agreement: Int
    package var responsible: String?
    package var dueOn: Day
    package var status: MeasureStatus
    package var doneOn: Day?
    package var cancelledOn: Day?
    package var subGoal: SubGoal?
    /// Whom it binds; loaded as evidence alone.
    package var side: Side?

    package init(
        id: String,
        agreement: Int,
        responsible: String? = nil,
        dueOn: Day,
        status: MeasureStatus,
        doneOn: Day? = nil,
        cancelledOn: Day? = nil,
        subGoal: SubGoal? = nil,
        side: Side? = nil
    ) {
        self.subGoal = subGoal
        self.side = side
        self.id = id
        self.agreement = agreement
        self.responsible = responsible
        self.dueOn = dueOn
        self.status = status
        self.doneOn = doneOn
        self.cancelledOn = cancelledOn
    }
}

/// What the rules look at of a meeting.
package struct MeetingFact: Hashable, Sendable, Codable {
    package var id: String
    package var agreement: Int
    package var level: MeetingLevel
    package var firstPlannedOn: Day
    /// The last postponement's `to`, or `firstPlannedOn`.
    package var plannedOn: Day
    /// The earliest day on which a postponement was decided.
    package var firstPostponedOn: Day?
    package var status: MeetingStatus
    package var heldOn: Day?
    package var cancelledOn: Day?

    package init(
        id: String,
        agreement: Int,
        level: MeetingLevel,
        firstPlannedOn: Day,
        plannedOn: Day,
        firstPostponedOn: Day? = nil,
        status: MeetingStatus,
        heldOn: Day? = nil,
        cancelledOn: Day? = nil
    ) {
        self.id = id
        self.agreement = agreement
        self.level = level
        self.firstPlannedOn = firstPlannedOn
        self.plannedOn = plannedOn
        self.firstPostponedOn = firstPostponedOn
        self.status = status
        self.heldOn = heldOn
        self.cancelledOn = cancelledOn
    }
}

/// What the rules look at of a follow-up.
package struct FollowUpFact: Hashable, Sendable, Codable {
    package var id: String
    package var agreement: Int
    package var responsible: String?
    package var dueOn: Day
    package var status: FollowUpStatus
    package var doneOn: Day?
    package var cancelledOn: Day?
    /// Whom it binds; loaded as evidence alone.
    package var side: Side?
    /// The day of the meeting that it comes from; loaded as evidence alone.
    package var openedOn: Day?

    package init(
        id: String,
        agreement: Int,
        responsible: String? = nil,
        dueOn: Day,
        status: FollowUpStatus,
        doneOn: Day? = nil,
        cancelledOn: Day? = nil,
        side: Side? = nil,
        openedOn: Day? = nil
    ) {
        self.side = side
        self.openedOn = openedOn
        self.id = id
        self.agreement = agreement
        self.responsible = responsible
        self.dueOn = dueOn
        self.status = status
        self.doneOn = doneOn
        self.cancelledOn = cancelledOn
    }
}

/// What the rules look at of a commitment.
package struct CommitmentFact: Hashable, Sendable, Codable {
    package var id: String
    package var agreement: Int
    package var by: Side

    package init(id: String, agreement: Int, by: Side) {
        self.id = id
        self.agreement = agreement
        self.by = by
    }
}

/// What the rules look at of an activity; exactly one of the two references is given.
package struct ActivityFact: Hashable, Sendable, Codable {
    package var agreement: Int?
    /// Position in `Facts.parties`.
    package var party: Int?
    package var on: Day
    package var kind: ActivityKind
    package var subGoal: SubGoal?

    package init(
        agreement: Int? = nil,
        party: Int? = nil,
        on: Day,
        kind: ActivityKind,
        subGoal: SubGoal? = nil
    ) {
        self.agreement = agreement
        self.party = party
        self.on = on
        self.kind = kind
        self.subGoal = subGoal
    }
}

/// What the rules look at of an evaluation.
package struct EvaluationFact: Hashable, Sendable, Codable {
    package var agreement: Int
    package var year: Int
    package var status: EvaluationStatus
    package var submittedOn: Day?
    package var approvedOn: Day?
    package var imdi: ScoreSum
    package var counterpart: ScoreSum

    package init(
        agreement: Int,
        year: Int,
        status: EvaluationStatus,
        submittedOn: Day? = nil,
        approvedOn: Day? = nil,
        imdi: ScoreSum,
        counterpart: ScoreSum
    ) {
        self.agreement = agreement
        self.year = year
        self.status = status
        self.submittedOn = submittedOn
        self.approvedOn = approvedOn
        self.imdi = imdi
        self.counterpart = counterpart
    }
}

/// The scores that one party has given, added up.
package struct ScoreSum: Hashable, Sendable, Codable {
    package var sum: Int
    package var count: Int

    package init(
        sum: Int,
        count: Int
    ) {
        self.sum = sum
        self.count = count
    }
}

extension ScoreSum {
    package static let none = ScoreSum(sum: 0, count: 0)

    /// The party's score, unrounded; nil when it answered nothing.
    package var mean: Double? { count == 0 ? nil : Double(sum) / Double(count) }
}

/// What the rules look at of a grant; exactly one of the two references is given.
package struct GrantFact: Hashable, Sendable, Codable {
    package var municipalityNumber: String?
    package var agreement: Int?
    package var scheme: String
    package var year: Int
    package var amount: Int

    package init(
        municipalityNumber: String? = nil,
        agreement: Int? = nil,
        scheme: String,
        year: Int,
        amount: Int
    ) {
        self.municipalityNumber = municipalityNumber
        self.agreement = agreement
        self.scheme = scheme
        self.year = year
        self.amount = amount
    }
}
