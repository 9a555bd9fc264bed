import Agreements
import GRDB
import Rules

/// Finds what concerns one reader on a day, by the rules of domain.md, section 7: what they are
/// responsible for, what has come to them in somebody's place, and what has been escalated.
struct DayQuery {
    let reader: User
    let scope: DayScope
    let today: Day
    let rulebook: Rulebook
    /// The last day that is looked at of what comes.
    let horizon: Day

    /// Entries at most; a reader with more has them page by page.
    static let most = 5000

    /// In order of their dates, each once.
    func entries(in db: Database) throws -> [DayEntry] {
        let statement = try statement(in: db)
        let rows = try Row.fetchCursor(
            db.cachedStatement(sql: statement.sql), arguments: statement.arguments)
        var entries: [DayEntry] = []
        while let row = try rows.next() { entries.append(try entry(row)) }
        entries.sort { $0.place < $1.place }
        return withoutDoubles(Self.nearest(entries))
    }

    /// What is asked of the register; tests look at its plan.
    func statement(in db: Database) throws -> (sql: String, arguments: StatementArguments) {
        let me = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT key FROM user WHERE id = ?"), arguments: [reader.id])
        var parts = DayStatement(
            me: me ?? 0, today: today, horizon: horizon,
            reach: NoticeReach(rulebook: rulebook, on: today), rulebook: rulebook)
        switch scope {
        case .unit(let unit): parts.addEverything(of: [unit])
        case .everywhere: parts.addEverything(of: nil)
        case .mine:
            parts.addOwn()
            parts.addHandovers()
            let led = try ledUnits(in: db)
            if !led.isEmpty { parts.addLed(led) }
            if reader.role == .headOfficeAnalyst { parts.addHeadOffice() }
        }
        let approvable = approvableUnits
        if !approvable.isEmpty { parts.addApprovals(of: approvable) }
        return parts.statement
    }

    /// Units whose director the reader is, or stands in for because none is there.
    func ledUnits(in db: Database) throws -> [OwningUnit] {
        switch reader.role {
        case .regionalDirector: return [reader.unit]
        case .headOfficeDirector: return [.central]
        case .headOfficeAnalyst:
            let present = try String.fetchSet(
                db.cachedStatement(
                    sql: """
                        SELECT CASE role WHEN 'head_office_director' THEN 'central' ELSE unit END
                        FROM user WHERE role IN ('regional_director', 'head_office_director')
                            AND key NOT IN (\(DayStatement.away))
                        """), arguments: ["today": today.description])
            return OwningUnit.allCases.filter { !present.contains($0.rawValue) }
        case .caseworker, .settlementCoordinator, .administrator, .auditor: return []
        }
    }

    private var approvableUnits: [OwningUnit] {
        let units = Rights.units(
            role: reader.role, unit: reader.unit, action: .approve, kind: .plan)
        if case .unit(let unit) = scope { return units.filter { $0 == unit } }
        return units
    }

    /// Of entries about one thing, which follow upon each other, the one that the reader stands
    /// nearest to.
    private static func nearest(_ entries: [DayEntry]) -> [DayEntry] {
        var nearest: [DayEntry] = []
        nearest.reserveCapacity(entries.count)
        for entry in entries {
            if let last = nearest.last, last.kind == entry.kind, last.key == entry.key { continue }
            nearest.append(entry)
        }
        return nearest
    }

    private func entry(_ row: Row) throws -> DayEntry {
        guard let kind = DayEntry.Kind(rawValue: row[0]),
            let stand = DayEntry.Stand(rawValue: row[4])
        else { throw PageError.unforeseen }
        return DayEntry(kind: kind, key: row[1], dueOn: row[2], agreement: row[3], stand: stand)
    }

    /// A draft that may be adopted says more than that no plan is adopted; so does what has
    /// been submitted.
    private func withoutDoubles(_ entries: [DayEntry]) -> [DayEntry] {
        let drafts = Set(entries.filter { $0.kind == .planDraft }.compactMap(\.agreement))
        let submitted = Set(
            entries.filter { $0.kind == .evaluationSubmitted }.compactMap(\.agreement))
        return entries.filter { entry in
            guard let agreement = entry.agreement else { return true }
            switch entry.kind {
            case .planMissing: return !drafts.contains(agreement)
            case .evaluationDue: return !submitted.contains(agreement)
            default: return true
            }
        }
    }
}
