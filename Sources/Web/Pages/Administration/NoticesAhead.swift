import Agreements
import Coordination
import GRDB
import Register
import Rules

/// What people would be told in the time ahead by the rules that hold, as a register stands.
struct NoticesAhead {
    private let rulebook: Rulebook
    private let first: Day
    private let last: Day

    /// The next 90 days.
    init(_ visit: Visit) {
        self.init(visit, from: visit.today, to: visit.today.adding(days: 89))
    }

    init(_ visit: Visit, from first: Day, to last: Day) {
        rulebook = visit.site.rulebook
        (self.first, self.last) = (first, last)
    }

    func lines(in db: Database) throws -> [RuleRehearsal.Line] {
        let facts = try Facts(
            forNoticesOf: last, after: first.adding(days: -1), rulebook, in: db)
        return RuleRehearsal.lines(of: facts, by: rulebook, from: first, to: last)
    }
}
