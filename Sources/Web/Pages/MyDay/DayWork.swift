import GRDB

/// What the page shows of what was found.
struct DayWork {
    let scope: DayScope
    let found: DayFound
    let details: DayDetails
    let recent: [DayDeed]

    /// - Parameters:
    ///   - part: The one part that is shown, from the row `offset` on; nil for the overview.
    init(
        _ found: DayFound, _ visit: Visit, scope: DayScope, part: DayPart?, offset: Int,
        in db: Database
    ) throws {
        let shown =
            part.map {
                Array((found.entries[$0] ?? []).dropFirst(offset).prefix(DayPart.pageRows))
            } ?? DayPart.allCases.flatMap { (found.entries[$0] ?? []).prefix($0.overviewRows) }
        details = try DayDetails(of: shown, in: db)
        recent = part == nil ? try DayDeed.recent(of: visit.reader.id, in: db) : []
        self.found = found
        self.scope = scope
    }
}
