import Agreements
import Register
import Rules

/// The reminders of one agreement and of what lies under it: those that were, those to come.
struct AgreementReminders: Sendable {
    var past: [NoticeHistory]
    var coming: [Notice]
    /// Titles of meetings, follow-ups, measures and of the agreement, by id.
    var titles: [String: String]
    /// Names of users by id.
    var people: [String: String]

    /// How far ahead reminders are foretold.
    static let horizonMonths = 12
    /// The most that is listed of the past.
    static let pastLimit = 200

    /// What falls due from a day on, if nothing is done or changed, without what the ledger has.
    static func foretell(
        _ facts: Facts, rulebook: Rulebook, from day: Day, without known: Set<NoticeKey>
    ) -> [Notice] {
        let notices = Notices(facts: facts, rulebook: rulebook)
        let last = day.adding(months: horizonMonths)
        return (0...last.days(since: day)).flatMap { ahead in
            notices.due(on: day.adding(days: ahead))
        }.filter { $0.key.rule != .settlementMissing && !known.contains($0.key) }
    }
}

/// A reminder as its page shows it.
struct ReminderView {
    let words: Words
    let rulebook: Rulebook
    let reminders: AgreementReminders

    var coming: [[String: Any]] {
        reminders.coming.map { notice in
            [
                "date": words.date(notice.stagedOn),
                "why": reason.sentence(
                    notice.key.rule, dueOn: notice.key.dueOn, stage: notice.key.stage),
                "about": reminders.titles[notice.key.subject] ?? notice.key.subject,
                "to": names(notice.recipients),
            ]
        }
    }

    var past: [[String: Any]] {
        reminders.past.map { notice in
            [
                "date": words.date(notice.on),
                "why": reason.sentence(notice),
                "about": reminders.titles[notice.subject] ?? notice.subject,
                "to": names(notice.recipient.map { [$0] } ?? []),
                "state": state(notice.state), "reason": shown(notice.reason),
            ]
        }
    }

    private func state(_ state: String) -> String {
        words.known("sent_\(state.replacing(" ", with: "_"))") ?? state
    }

    private func names(_ ids: [String]) -> String {
        ids.isEmpty
            ? words["reminder_nobody"]
            : ids.map { reminders.people[$0] ?? $0 }.joined(separator: ", ")
    }

    private var reason: ReminderReason { ReminderReason(words: words, rulebook: rulebook) }
}
