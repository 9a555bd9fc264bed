import Agreements
import Rules

/// The question that facts are loaded for; what cannot change its answer is left out.
package enum FactsScope: Hashable, Sendable {
    /// Every indicator over a period, judged at its last day.
    case report(Period)
    /// Notices by the due dates that they may count from; a rule that is not named has none.
    ///
    /// Scores are left out: no notice looks at them.
    case notices(dueDates: [NoticeRule: ClosedRange<Day>])
    /// The nine requirements of every agreement at a day.
    case requirements(on: Day)
    /// What an evaluation of a year is judged by, of these agreements only: they, their parties,
    /// the municipalities of these with their successors, and those responsible.
    case evidence(agreements: [String], year: Int)
    /// What notices of one agreement, and of what lies under it, look at; nothing of municipalities
    /// and their figures.
    case agreement(String)
    /// The whole register.
    case everything

    /// Notices of the days after `lastRun` up to `day`, for stages no more than 60 days before or
    /// 45 days after the day that they count from; without a last run, of the 30 days before.
    ///
    /// That is more than the defaults of domain.md, 7, reach. Where the rulebook may say
    /// otherwise, take its own due dates.
    package static func notices(on day: Day, after lastRun: Day?) -> FactsScope {
        let first = min(lastRun ?? day.adding(days: -30), day)
        let ranges = NoticeRule.allCases.map { rule in
            switch rule {
            case .meetingUpcoming, .meetingOutcome, .followUpDue, .measureDue:
                (rule, first.adding(days: -45)...day.adding(days: 60))
            case .meetingMissing: (rule, first...Day.last(of: day.year))
            default: (rule, first.adding(days: -75)...day.adding(days: 100))
            }
        }
        return .notices(dueDates: Dictionary(uniqueKeysWithValues: ranges))
    }
}
