import Agreements
import GRDB
import Register
import Rules

/// What somebody answers a reminder about, as it stands now.
struct AnswerSubject: Sendable {
    let notice: NoticeKey
    let owner: OwningUnit
    /// Theme or title of the meeting, follow-up or measure; nil where the agreement's says it.
    let title: String?
    /// Nil for a region.
    let agreement: String?
    let agreementTitle: String?
    /// The day that it is planned for or due on now.
    let dueOn: Day
    /// Whether a meeting, follow-up or measure is still to be done.
    let isOpen: Bool
    let timesPutOff: Int

    /// Nil for what the register does not know.
    init?(_ notice: NoticeKey, in db: Database) throws {
        self.notice = notice
        timesPutOff = try NoticeAnswers.timesPutOff(notice, in: db)
        guard notice.rule != .settlementMissing else {
            guard let unit = OwningUnit(rawValue: notice.subject) else { return nil }
            owner = unit
            (title, agreement, agreementTitle) = (nil, nil, nil)
            (dueOn, isOpen) = (notice.dueOn, true)
            return
        }
        guard
            let row = try Row.fetchOne(
                db, sql: Self.query(of: notice.rule), arguments: [notice.subject]),
            let unit = OwningUnit(rawValue: row[2])
        else { return nil }
        agreement = row[0]
        agreementTitle = row[1]
        owner = unit
        title = row[3]
        dueOn = (row[4] as Day?) ?? notice.dueOn
        isOpen = row[5]
    }

    /// Path of the page where the subject is dealt with.
    var path: String {
        switch notice.rule {
        case .settlementMissing: "/regions/\(LocalPath.encode(notice.subject))"
        default: "/agreements/\(LocalPath.encode(agreement ?? ""))"
        }
    }

    private static func query(of rule: NoticeRule) -> String {
        switch rule {
        case .meetingUpcoming, .meetingOutcome:
            under("meeting", title: "theme", day: "planned_on", isOpen: "t.status = 'planned'")
        case .followUpDue:
            under("followup", title: "title", day: "due_on", isOpen: "t.status = 'open'")
        case .measureDue:
            under(
                "measure", title: "title", day: "due_on",
                isOpen: "t.status IN ('planned', 'in_progress')")
        case .meetingMissing, .planMissing, .evaluationDue, .agreementExpiry, .agreementExpired,
            .settlementMissing:
            "SELECT id, title, owner, NULL, NULL, 1 FROM agreement WHERE id = ?"
        }
    }

    private static func under(_ table: String, title: String, day: String, isOpen: String)
        -> String
    {
        """
        SELECT a.id, a.title, a.owner, t.\(title), t.\(day), \(isOpen) FROM \(table) AS t
        JOIN agreement AS a ON a.key = t.agreement WHERE t.id = ?
        """
    }
}
