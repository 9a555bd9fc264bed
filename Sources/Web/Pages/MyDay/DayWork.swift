import Agreements
import GRDB
import Rules

/// What the page shows of the register, read in one state of it.
struct DayWork {
    let scope: DayScope
    let entries: [DayPart: [DayEntry]]
    let gaps: [DaySettlement.Gap]
    let details: DayDetails
    let recent: [DayDeed]
    /// The last entry of the audit trail: what changes after it, the page has not seen.
    let version: Int64

    /// - Parameters:
    ///   - part: The one part that is shown, from the row `offset` on; nil for the overview.
    init(_ visit: Visit, scope: DayScope, part: DayPart?, offset: Int, in db: Database) throws {
        let reader = try visit.reader
        let today = visit.today
        let rulebook = visit.site.rulebook
        let horizon =
            part == .ahead
            ? today.adding(months: 12 * 3) : today.adding(days: DayEntry.soonDays)
        let query = DayQuery(
            reader: reader, scope: scope, today: today, rulebook: rulebook, horizon: horizon)
        let found = Dictionary(grouping: try query.entries(in: db)) { $0.part(on: today) }
        gaps = try DaySettlement(
            reader: reader, scope: scope, today: today,
            reach: NoticeReach(rulebook: rulebook, on: today)
        ).gaps(in: db)
        let shown =
            part.map { Array((found[$0] ?? []).dropFirst(offset).prefix(DayPart.pageRows)) }
            ?? DayPart.allCases.flatMap { (found[$0] ?? []).prefix($0.overviewRows) }
        entries = found
        details = try DayDetails(of: shown, in: db)
        recent = part == nil ? try DayDeed.recent(of: reader.id, in: db) : []
        version =
            try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(seq) FROM audit")) ?? 0
        self.scope = scope
    }

    func count(of part: DayPart) -> Int {
        (entries[part]?.count ?? 0) + (part == .waiting ? gaps.count : 0)
    }
}
