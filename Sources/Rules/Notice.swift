import Agreements

/// A rule that tells people of what is due (domain.md, 7).
package enum NoticeRule: String, CaseIterable, Hashable, Sendable, Codable {
    case meetingUpcoming = "meeting.upcoming"
    case meetingOutcome = "meeting.outcome"
    case meetingMissing = "meeting.missing"
    case followUpDue = "followup.due"
    case measureDue = "measure.due"
    case planMissing = "plan.missing"
    case evaluationDue = "evaluation.due"
    case agreementExpiry = "agreement.expiry"
    case agreementExpired = "agreement.expired"
    case settlementMissing = "settlement.missing"
}

/// What makes a notice the one it is: it is produced once (domain.md, 7).
package struct NoticeKey: Hashable, Sendable, Codable {
    package var rule: NoticeRule
    /// Id of a meeting, follow-up, measure or agreement, or a region.
    package var subject: String
    /// The day that the stage is counted from.
    package var dueOn: Day
    /// Numbered from 1.
    package var stage: Int

    package init(
        rule: NoticeRule,
        subject: String,
        dueOn: Day,
        stage: Int
    ) {
        self.rule = rule
        self.subject = subject
        self.dueOn = dueOn
        self.stage = stage
    }
}

/// Something that is due, and who hears of it.
package struct Notice: Hashable, Sendable, Codable {
    package var key: NoticeKey
    /// The day on which the stage falls, a working day.
    package var stagedOn: Day
    /// The owner of the subject.
    package var unit: OwningUnit
    /// Id of the agreement that the subject is, or belongs to.
    package var agreement: String?
    /// Ids of users, in order, nobody twice.
    package var recipients: [String]

    package init(
        key: NoticeKey,
        stagedOn: Day,
        unit: OwningUnit,
        agreement: String? = nil,
        recipients: [String] = []
    ) {
        self.key = key
        self.stagedOn = stagedOn
        self.unit = unit
        self.agreement = agreement
        self.recipients = recipients
    }
}
