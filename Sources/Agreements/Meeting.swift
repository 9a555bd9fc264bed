/// A meeting under an agreement; `planned_on` follows from its postponements.
package struct Meeting: Hashable, Sendable, Codable {
    package var id: String
    package var agreement: String
    package var level: MeetingLevel
    package var theme: String?
    /// The date first agreed; it never changes.
    package var firstPlannedOn: Day
    package var status: MeetingStatus
    package var heldOn: Day?
    package var cancelledOn: Day?
    package var minutes: String?

    package init(
        id: String,
        agreement: String,
        level: MeetingLevel,
        theme: String? = nil,
        firstPlannedOn: Day,
        status: MeetingStatus,
        heldOn: Day? = nil,
        cancelledOn: Day? = nil,
        minutes: String? = nil
    ) {
        self.id = id
        self.agreement = agreement
        self.level = level
        self.theme = theme
        self.firstPlannedOn = firstPlannedOn
        self.status = status
        self.heldOn = heldOn
        self.cancelledOn = cancelledOn
        self.minutes = minutes
    }
}

/// A change of a meeting's date.
package struct Postponement: Hashable, Sendable, Codable {
    package var meeting: String
    package var decidedOn: Day
    package var to: Day
    package var reason: String?

    package init(
        meeting: String,
        decidedOn: Day,
        to: Day,
        reason: String? = nil
    ) {
        self.meeting = meeting
        self.decidedOn = decidedOn
        self.to = to
        self.reason = reason
    }
}

/// Who meets: leaders, or those who do the work.
package enum MeetingLevel: String, CaseIterable, Hashable, Sendable, Codable {
    case strategic
    case operational
}

/// Where a meeting stands.
package enum MeetingStatus: String, CaseIterable, Hashable, Sendable, Codable {
    case planned
    case held
    case cancelled
}
