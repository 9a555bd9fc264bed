import Agreements
import GRDB
import Register
import Rules

extension Facts {
    /// What can matter to the notices of a day, by the windows of the rules.
    ///
    /// - Parameter after: The day after which stages count; nil for the catch-up limit.
    package init(
        forNoticesOf day: Day, after: Day?, _ rulebook: Rulebook, in db: Database
    ) throws {
        let window = NoticeWindow(rulebook: rulebook, on: day, after: after)
        let ranges = NoticeRule.allCases.compactMap { rule in
            window.dueDateRange(of: rule).map { (rule, $0) }
        }
        try self.init(
            for: .notices(dueDates: Dictionary(uniqueKeysWithValues: ranges)), in: db)
    }
}
