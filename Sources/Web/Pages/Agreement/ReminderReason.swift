import Agreements
import Documents
import Register
import Rules

/// Says why somebody hears of something.
struct ReminderReason {
    let words: Words
    let rulebook: Rulebook

    func sentence(_ notice: NoticeHistory) -> String {
        NoticeRule(rawValue: notice.rule).map {
            sentence($0, dueOn: notice.dueOn, stage: notice.stage)
        } ?? notice.rule
    }

    /// The rule, the day that it counts from, and how far from it the stage lies.
    func sentence(_ rule: NoticeRule, dueOn: Day, stage: Int) -> String {
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
