import Agreements
import GRDB
import Register

/// The round of annual evaluations of a year, and the pages of each evaluation.
enum EvaluationsPage: Section {
    static let templates = [
        Template("evaluations", PackageResources.evaluations_mustache),
        Template("scores", PackageResources.scores_mustache),
        Template("evaluation_answers", PackageResources.evaluation_answers_mustache),
        Template("evaluation_approval", PackageResources.evaluation_approval_mustache),
        Template("evaluation_secret", PackageResources.evaluation_secret_mustache),
    ]

    static let vocabulary = Vocabulary(
        AgreementWords.texts.merging(EvaluationsWords.texts) { _, own in own })

    static let routes: [Route] =
        [
            .get("/evaluations", .right(.read, .evaluation, .some), show),
            .get("/evaluations/:key", .right(.read, .evaluation, .record(.evaluation))) {
                try EvaluationReading.show($0)
            },
        ]
        + EvaluationAnswering.routes + EvaluationDeciding.routes + ApprovalPages.routes
        + RespondentPages.routes + ConclusionPages.routes + RoundPages.routes
        + NudgePages.routes

    struct Model: Sendable {
        let years: [FormField.Option]
        let units: [FormField.Option]
        let count: String
        let states: [Count]
        let rows: [Line]
        /// How many wait for the reader's approval, and where they are approved.
        let toApprove: String?
        let approvePath: String
        let roundPath: String
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
        let counterpart: String
        let submittedOn: String
        let approvedOn: String
        let recommendation: String
    }

    private static func show(_ visit: Visit) throws -> Reply {
        let words = visit.words
        let unit = OwningUnit(rawValue: visit.query["unit"])
        let (years, year, rows) = try visit.read { db in
            let years = try EvaluationRound.years(in: db)
            let year = Int(visit.query["year"]) ?? years.first ?? visit.today.year - 1
            return (years, year, try EvaluationRound(year: year, unit: unit).rows(in: db))
        }
        let counts = Dictionary(grouping: rows, by: \.status).mapValues(\.count)
        let waiting = rows.count {
            $0.status == .submitted && visit.may(.approve, .evaluation, of: $0.owner)
        }
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
            rows: rows.map { line($0, words) },
            toApprove: waiting > 0 ? words["to_approve", words.texts.number(waiting)] : nil,
            approvePath: "/evaluations/approve?year=\(year)",
            roundPath: "/evaluations/round?year=\(year)")
        return visit.page("evaluations", frame(words["title"], words, isStart: true), model)
    }

    private static func line(_ row: EvaluationRound.Row, _ words: Words) -> Line {
        Line(
            id: row.agreement, path: EvaluationRound.path(row.key),
            title: row.title, unit: words.name(row.owner),
            responsible: row.responsible?.name ?? "",
            status: words["state_\(row.status.rawValue)"], mark: mark(row.status),
            counterpart: words["counterpart_\(row.counterpart.rawValue)"],
            submittedOn: row.submittedOn.map(words.date) ?? "",
            approvedOn: row.approvedOn.map(words.date) ?? "",
            recommendation: row.recommendation.map { words["recommend_\($0.rawValue)"] } ?? "")
    }

    static func mark(_ status: EvaluationStatus) -> String {
        status == .approved ? "good" : status == .open ? "warn" : "off"
    }

    /// What the pages have in common beside their own model.
    static func frame(_ title: String, _ words: Words, isStart: Bool = false) -> Visit.Frame {
        Visit.Frame(
            title: title, menu: "nav_evaluations",
            trail: isStart ? [] : [(words["nav_evaluations"], "/evaluations")],
            help: "evaluations")
    }
}
