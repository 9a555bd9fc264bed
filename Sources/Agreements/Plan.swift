/// The action plan of an agreement for one year.
package struct Plan: Hashable, Sendable, Codable {
    package var agreement: String
    package var year: Int
    package var status: PlanStatus
    package var adoptedOn: Day?

    package init(
        agreement: String,
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

/// Where a plan stands.
package enum PlanStatus: String, CaseIterable, Hashable, Sendable, Codable {
    case draft
    case adopted
    case closed
}

/// A measure of an action plan.
package struct Measure: Hashable, Sendable, Codable {
    package var id: String
    package var agreement: String
    package var year: Int
    package var title: String
    package var subGoal: SubGoal?
    package var by: Side
    /// Id of a user.
    package var responsible: String?
    package var dueOn: Day
    package var status: MeasureStatus
    package var doneOn: Day?
    package var cancelledOn: Day?
    package var result: String?

    package init(
        id: String,
        agreement: String,
        year: Int,
        title: String,
        subGoal: SubGoal? = nil,
        by: Side,
        responsible: String? = nil,
        dueOn: Day,
        status: MeasureStatus,
        doneOn: Day? = nil,
        cancelledOn: Day? = nil,
        result: String? = nil
    ) {
        self.id = id
        self.agreement = agreement
        self.year = year
        self.title = title
        self.subGoal = subGoal
        self.by = by
        self.responsible = responsible
        self.dueOn = dueOn
        self.status = status
        self.doneOn = doneOn
        self.cancelledOn = cancelledOn
        self.result = result
    }
}

/// Where a measure stands.
package enum MeasureStatus: String, CaseIterable, Hashable, Sendable, Codable {
    case planned
    case inProgress = "in_progress"
    case done
    case cancelled
}

/// A sub-goal of the integration policy (domain.md, 8).
package enum SubGoal: String, CaseIterable, Hashable, Sendable, Codable, CodingKeyRepresentable {
    case d1 = "D1"
    case d2 = "D2"
    case d3 = "D3"
    case d4 = "D4"
    case d5 = "D5"
    case d6 = "D6"
    case d7 = "D7"
    case d8 = "D8"
}
