import Agreements
import GRDB
import Register

/// The round of annual evaluations of a year: every agreement's, by where it stands.
enum EvaluationsPage: Section {
    static let templates = [Template("evaluations", PackageResources.evaluations_mustache)]

    static let vocabulary = Vocabulary(EvaluationsWords.texts)

    static let routes: [Route] = [.get("/evaluations", .right(.read, .evaluation, .some), show)]

    struct Model: Sendable {
        let years: [FormField.Option]
        let units: [FormField.Option]
        let count: String
        let states: [Count]
        let rows: [Line]
    }

    struct Count: Sendable {
        let name: String
        let value: String
    }

    struct Line: Sendable {
        let id: String
        let path: String
        let title: String
        let unit: String
        let responsible: String
        let status: String
        let mark: String
        let submittedOn: String
        let approvedOn: String
        let recommendation: String
    }

    private static func show(_ visit: Visit) throws -> Reply {
        let words = visit.words
        let unit = OwningUnit(rawValue: visit.query["unit"])
        let (years, year, rows) = try visit.read { db in
            let years = try Int.fetchAll(
                db, sql: "SELECT DISTINCT year FROM evaluation ORDER BY year DESC LIMIT 30")
            let year = Int(visit.query["year"]) ?? years.first ?? visit.today.year - 1
            return (years, year, try EvaluationRound(year: year, unit: unit).rows(in: db))
        }
        let counts = Dictionary(grouping: rows, by: \.status).mapValues(\.count)
        let model = Model(
            years: years.map {
                .init(value: String($0), label: String($0), isChosen: $0 == year)
            },
            units: OwningUnit.allCases.map {
                .init(value: $0.rawValue, label: words.name($0), isChosen: $0 == unit)
            },
            count: words["count", String(year), words.texts.number(rows.count)],
            states: EvaluationStatus.allCases.map {
                Count(
                    name: words["state_\($0.rawValue)"],
                    value: words.texts.number(counts[$0] ?? 0))
            },
            rows: rows.map { line($0, words) })
        return visit.page(
            "evaluations",
            .init(title: words["title"], menu: "nav_evaluations", help: "evaluations"), model)
    }

    private static func line(_ row: EvaluationRound.Row, _ words: Words) -> Line {
        Line(
            id: row.agreement, path: "/agreements/\(LocalPath.encode(row.agreement))",
            title: row.title, unit: words.name(row.owner), responsible: row.responsible ?? "",
            status: words["state_\(row.status.rawValue)"],
            mark: row.status == .approved ? "good" : row.status == .open ? "warn" : "off",
            submittedOn: row.submittedOn.map(words.date) ?? "",
            approvedOn: row.approvedOn.map(words.date) ?? "",
            recommendation: row.recommendation.map { words["recommend_\($0.rawValue)"] } ?? "")
    }
}
