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
                "why": why(notice.key.rule, dueOn: notice.key.dueOn, stage: notice.key.stage),
                "about": reminders.titles[notice.key.subject] ?? notice.key.subject,
                "to": names(notice.recipients),
            ]
        }
    }

    var past: [[String: Any]] {
        reminders.past.map { notice in
            let rule = NoticeRule(rawValue: notice.rule)
            return [
                "date": words.date(notice.on),
                "why": rule.map { why($0, dueOn: notice.dueOn, stage: notice.stage) }
                    ?? notice.rule,
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

    /// The rule, the day that it counts from, and how far from it the stage lies.
    private func why(_ rule: NoticeRule, dueOn: Day, stage: Int) -> String {
        let stages = rulebook.notices[rule] ?? []
        let timing = stages.indices.contains(stage - 1) ? text(of: stages[stage - 1].at) : "–"
        return words["reminder_because", words.texts[rule.text], words.date(dueOn), timing]
    }

    private func text(of timing: NoticeTiming) -> String {
        switch timing {
        case .workingDaysBefore(let days): words["timing_wd_before", String(days)]
        case .workingDaysAfter(let days): words["timing_wd_after", String(days)]
        case .onTheDay: words["timing_on_day"]
        case .monthsBefore(let months): words["timing_months_before", String(months)]
        case .date, .dateOfYearBefore: words["timing_date"]
        case .workingDayOfNextMonth(let day): words["timing_next_month", String(day)]
        }
    }
}
