/// Something agreed to be done, often in a meeting.
package struct FollowUp: Hashable, Sendable, Codable {
    package var id: String
    package var agreement: String
    package var meeting: String?
    package var title: String
    package var by: Side
    /// Id of a user.
    package var responsible: String?
    package var dueOn: Day
    package var status: FollowUpStatus
    package var doneOn: Day?
    package var cancelledOn: Day?

    package init(
        id: String,
        agreement: String,
        meeting: String? = nil,
        title: String,
        by: Side,
        responsible: String? = nil,
        dueOn: Day,
        status: FollowUpStatus,
        doneOn: Day? = nil,
        cancelledOn: Day? = nil
    ) {
        self.id = id
        self.agreement = agreement
        self.meeting = meeting
        self.title = title
        self.by = by
        self.responsible = responsible
        self.dueOn = dueOn
        self.status = status
        self.doneOn = doneOn
        self.cancelledOn = cancelledOn
    }
}

/// Where a follow-up stands.
package enum FollowUpStatus: String, CaseIterable, Hashable, Sendable, Codable {
    case open
    case done
    case cancelled
}
