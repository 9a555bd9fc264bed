import Agreements

/// Where an agreement stands on its way to its end: the parties take stock of the whole period 12
/// to 6 months before it.
package enum RenewalPhase: String, CaseIterable, Hashable, Sendable {
    case notYet = "not_yet"
    /// 12 to 6 months before the last day.
    case due
    /// Less than 6 months before it, or on it.
    case late
    case over

    package init(validTo: Day, on day: Day) {
        if day > validTo {
            self = .over
        } else if day > validTo.adding(months: -6) {
            self = .late
        } else if day >= validTo.adding(months: -12) {
            self = .due
        } else {
            self = .notYet
        }
    }
}
