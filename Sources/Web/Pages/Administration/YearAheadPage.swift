import Agreements
import Register
import Rules

/// What a whole year would bring by the rules that hold, beside the year before it: before a new
/// year begins it shows which plans, evaluations and ends of agreements come upon whom.
enum YearAheadPage {
    static let path = "\(RulesPage.path)/year"

    static let routes: [Route] = [.get(path, .right(.read, .rules, .everybody), show)]

    private static func show(_ visit: Visit) throws -> Reply {
        let words = visit.words
        let years = visit.today.year...visit.today.year + 3
        let wanted = Int(visit.query["year"]) ?? visit.today.year + 1
        let year = years.contains(wanted) ? wanted : visit.today.year + 1
        let rehearsal = try visit.read { db in
            RuleRehearsal(
                present: try lines(visit, year - 1).lines(in: db),
                proposed: try lines(visit, year).lines(in: db))
        }
        let headings = ("year_before", "year_ahead")
        let counts = NoticeCounts(rehearsal, words, columns: headings)
        let months = NoticeCounts.table(
            words["year_months"], words["year_month"], rehearsal, words,
            name: { words["month_\($0)"] }, by: \.day.month, order: Array(1...12),
            columns: headings)
        var field = FormField(
            "year", words["year"],
            .select(years.map { .init(value: String($0), label: String($0)) }))
        field.value = String(year)
        return visit.page(
            "yearahead",
            Administration.frame(visit, words["year_title", String(year)], help: "rules"),
            Model(
                intro: words["year_intro", String(year - 1), String(year)],
                filters: .init(action: path, fields: [field]), months: months,
                rules: counts.rules, people: counts.people))
    }

    private static func lines(_ visit: Visit, _ year: Int) -> NoticesAhead {
        NoticesAhead(visit, from: Day.first(of: year), to: Day.last(of: year))
    }

    private struct Model: Sendable {
        let intro: String
        let filters: AdminListView.Filters
        let months: TableView
        let rules: TableView
        let people: TableView?
    }
}
