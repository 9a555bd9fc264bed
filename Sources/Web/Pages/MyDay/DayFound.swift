import Agreements
import GRDB
import Register
import Rules

/// What concerns a reader on a day, by the parts of the page.
///
/// Each part is a page of its own, and to find what somebody with three hundred agreements has
/// takes longer than to show any of them: it is kept until the register changes.
struct DayFound: Sendable {
    struct Key: Hashable, Sendable {
        let reader: User
        let scope: DayScope
        let today: Day
        /// Number of the adopted edition of the rules.
        let rules: Int?
        /// Whether it goes beyond the next two weeks.
        let isAhead: Bool

        init(_ visit: Visit, scope: DayScope, isAhead: Bool) throws {
            reader = try visit.reader
            today = visit.today
            rules = visit.site.rules.edition
            self.scope = scope
            self.isAhead = isAhead
        }
    }

    typealias Shelf = CommitShelf<Key, DayFound>

    let entries: [DayPart: [DayEntry]]
    let gaps: [DaySettlement.Gap]
    /// The last entry of the audit trail: what changes after it, the page has not seen.
    let version: Int64

    init(_ key: Key, rulebook: Rulebook, in db: Database) throws {
        let (reader, today) = (key.reader, key.today)
        let query = DayQuery(
            reader: reader, scope: key.scope, today: today, rulebook: rulebook,
            horizon: key.isAhead
                ? today.adding(months: 12 * 3) : today.adding(days: DayEntry.soonDays))
        entries = Dictionary(grouping: try query.entries(in: db)) { $0.part(on: today) }
        gaps = try DaySettlement(
            reader: reader, scope: key.scope, today: today,
            reach: NoticeReach(rulebook: rulebook, on: today)
        ).gaps(in: db)
        version = try DayDeedPages.currentVersion(db)
    }

    /// For what the site's readers look at: a hundred who have a thousand entries each, in four
    /// megabytes.
    static func shelf(_ watch: RegisterWatch) -> Shelf {
        Shelf(watch, most: 100_000) { found in
            found.entries.values.reduce(1) { $0 + $1.count }
        }
    }

    func count(of part: DayPart) -> Int {
        (entries[part]?.count ?? 0) + (part == .waiting ? gaps.count : 0)
    }
}
