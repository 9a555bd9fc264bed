import Agreements
import Documents
import GRDB
import Register
import Rules

/// Head office's round of a year: how far each unit has come, what is missing and with whom, and
/// when it would be finished at the pace so far.
enum RoundPages {
    static let routes: [Route] = [
        .get("/evaluations/round", .right(.read, .evaluation, .some), show)
    ]

    private static func show(_ visit: Visit) throws -> Reply {
        let words = visit.words
        let round = try RoundState(visit, year: Int(visit.query["year"]))
        let view = RoundView(visit: visit, round: round)
        return visit.page(
            "figures",
            EvaluationsPage.frame(words["round_title", String(round.year)], words),
            view.html.markup)
    }
}

/// A round of evaluations as it stands.
struct RoundState: Sendable {
    let year: Int
    let years: [Int]
    let rows: [EvaluationRound.Row]
    let opened: Day
    let today: Day
    let calendar: WorkingCalendar

    /// More than there are agreements.
    private static let most = 50_000

    /// - Parameter chosen: The year; the latest if left out.
    init(_ visit: Visit, year chosen: Int?) throws {
        today = visit.today
        calendar = visit.site.rulebook.calendar
        (years, year, rows) = try visit.read { db in
            let years = try EvaluationRound.years(in: db)
            let year = chosen ?? years.first ?? visit.today.year - 1
            let rows = try EvaluationRound(year: year, unit: nil).rows(in: db, limit: Self.most)
            return (years, year, rows)
        }
        opened = visit.site.rulebook.evaluationOpens.day(in: year)
    }

    func rows(of unit: OwningUnit?) -> [EvaluationRound.Row] {
        unit.map { unit in rows.filter { $0.owner == unit } } ?? rows
    }

    func pace(of rows: [EvaluationRound.Row]) -> RoundPace {
        RoundPace(
            total: rows.count,
            approvals: rows.compactMap { $0.status == .approved ? $0.approvedOn : nil },
            opened: opened, on: today, calendar: calendar)
    }

    /// What is missing by who is responsible, most first.
    var gaps: [Gap] {
        let missing = rows.filter { $0.status != .approved }
        return Dictionary(grouping: missing, by: \.responsible).map(Gap.init).sorted {
            ($1.rows.count, $0.name) < ($0.rows.count, $1.name)
        }
    }

    /// The evaluations that one person is to bring on.
    struct Gap: Sendable {
        /// Nil for agreements of nobody.
        let responsible: EvaluationRound.Responsible?
        let rows: [EvaluationRound.Row]

        var name: String { responsible?.name ?? "" }
    }
}
