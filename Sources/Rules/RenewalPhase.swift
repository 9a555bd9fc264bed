import Agreements

/// Where an agreement stands on its way to its end: the parties take stock of the whole period 12
/// to 6 months before it.
///
/// Both limits are counted in months, so that one that falls on a closed day moves to the next
/// working day (domain.md, 4), as the reminders of `agreement.expiry` do.
package enum RenewalPhase: String, CaseIterable, Hashable, Sendable {
    case notYet = "not_yet"
    /// 12 to 6 months before the last day.
    case due
    /// Less than 6 months before it, or on it.
    case late
    case over

    package init(validTo: Day, on day: Day, calendar: WorkingCalendar) {
        let first = calendar.nextWorkingDay(onOrAfter: validTo.adding(months: -12))
        let last = calendar.nextWorkingDay(onOrAfter: validTo.adding(months: -6))
        if day > validTo {
            self = .over
        } else if day > last {
            self = .late
        } else if day >= first {
            self = .due
        } else {
            self = .notYet
        }
    }
}
