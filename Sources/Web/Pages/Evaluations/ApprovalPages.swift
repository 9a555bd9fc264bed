import Agreements
import Documents
import GRDB
import Register
import Rules

/// Several submitted evaluations are approved at once, those first at which somebody should look.
enum ApprovalPages {
    private static let access = Access.right(.approve, .evaluation, .some)

    static let routes: [Route] = [
        .get("/evaluations/approve", access, show),
        .post("/evaluations/approve", access, post),
    ]

    /// Shown and approved at once, at most.
    private static let most = 100

    /// A submitted evaluation with what its approval looks at.
    struct Candidate: Sendable {
        let record: EvaluationRecord
        let title: String
        let owner: OwningUnit
        let assessment: EvaluationAssessment
        let light: EvidenceLight
        let version: RecordVersion?

        var standOuts: [StandOut] { StandOut.of(record.standing, assessment, light) }
    }

    private static func show(_ visit: Visit) throws -> Reply {
        try page(visit, year: year(visit.query, visit), problems: [:])
    }

    private static func year(_ form: Form, _ visit: Visit) throws -> Int {
        if let year = Int(form["year"]) { return year }
        return try visit.read { try EvaluationRound.years(in: $0) }.first ?? visit.today.year - 1
    }

    /// Each chosen evaluation is approved in a transaction of its own: one that cannot be holds
    /// none of the others up.
    private static func post(_ visit: Visit) throws -> Reply {
        let words = visit.words
        let chosen = visit.form.all("evaluation").prefix(most).compactMap(Int64.init)
        var problems: [Int64: String] = [:]
        var approved = 0
        for key in chosen {
            guard let recommendation = Recommendation(rawValue: visit.form["recommend_\(key)"])
            else {
                problems[key] = words["error_choose", words["recommendation"]]
                continue
            }
            do {
                try approve(visit, key, recommendation)
                approved += 1
            } catch let refusal as RecordRefusal {
                problems[key] = Refusal(words: words, refusal: refusal).sentence
            }
        }
        let year = try year(visit.form, visit)
        guard problems.isEmpty else { return try page(visit, year: year, problems: problems) }
        let said = approved > 0 ? "approved" : "nothing"
        return .redirect(to: "/evaluations/approve?year=\(year)&said=\(said)")
    }

    private static func approve(_ visit: Visit, _ key: Int64, _ recommendation: Recommendation)
        throws
    {
        let reason = visit.form["reason_\(key)"]
        let version = Int64(visit.form["version_\(key)"]).map(RecordVersion.init)
        try visit.write { db in
            let head = try AgreementHead.over(.evaluation, key: key, in: db)
            try visit.require(.approve, .evaluation, of: head.owner)
            try EvaluationDeeds(db, author: visit.author, at: visit.now).approve(
                key, recommendation: recommendation,
                reasonWithoutCounterpart: reason.isEmpty ? nil : String(reason.prefix(1000)),
                expecting: version)
        }
    }

    // MARK: Showing

    private static func page(_ visit: Visit, year: Int, problems: [Int64: String]) throws -> Reply {
        let words = visit.words
        let candidates = try visit.read { db in
            try self.candidates(of: year, visit, in: db)
        }
        let frame = EvaluationsPage.frame(words["approve_several"], words)
        let model: [String: Any] = [
            "csrf": visit.csrf, "year": String(year),
            "problem": shown(problems.isEmpty ? nil : words["some_not_approved"]),
            "rows": candidates.map { row($0, visit, problem: problems[$0.record.key]) },
        ]
        return problems.isEmpty
            ? visit.page("evaluation_approval", frame, model)
            : visit.incomplete("evaluation_approval", frame, model)
    }

    /// Those of the reader's units; most to look at first, then by agreement.
    private static func candidates(of year: Int, _ visit: Visit, in db: Database) throws
        -> [Candidate]
    {
        let rows = try EvaluationRound(year: year, unit: nil).rows(in: db, limit: 10_000)
            .filter {
                $0.status == .submitted && visit.may(.approve, .evaluation, of: $0.owner)
            }.prefix(most)
        let facts = try Facts(
            for: .evidence(agreements: rows.map(\.agreement), year: year), in: db)
        let source = EvidenceSource(facts: facts, year: year, rulebook: visit.site.rulebook)
        let positions = Dictionary(
            uniqueKeysWithValues: facts.agreements.enumerated().map { ($1.id, $0) })
        return try rows.compactMap { row -> Candidate? in
            guard let position = positions[row.agreement] else { return nil }
            let fact = facts.evaluations.first { $0.agreement == position && $0.year == year }
            return Candidate(
                record: try EvaluationRecord(row.key, in: db), title: row.title,
                owner: row.owner,
                assessment: fact?.assessment(under: visit.site.rulebook)
                    ?? EvaluationAssessment(
                        imdi: .none, counterpart: .none, rulebook: visit.site.rulebook),
                light: source.evidence(ofAgreementAt: position).light,
                version: try RecordVersion.of(EvaluationDeeds.rows(of: row.key, in: db), in: db))
        }.sorted {
            ($1.standOuts.count, $0.record.agreementID) < (
                $0.standOuts.count, $1.record.agreementID
            )
        }
    }

    private static func row(_ candidate: Candidate, _ visit: Visit, problem: String?)
        -> [String: Any]
    {
        let words = visit.words
        let key = candidate.record.key
        let isAnswered = candidate.record.isDelivered(.counterpart)
        let chosen = visit.form["recommend_\(key)"]
        return [
            "key": String(key), "path": EvaluationRound.path(key),
            "id": candidate.record.agreementID, "title": candidate.title,
            "unit": words.name(candidate.owner),
            "is_chosen": visit.form.all("evaluation").contains(String(key)),
            "outs": candidate.standOuts.map { words["standout_\($0.rawValue)"] },
            "light": words["light_\(candidate.light.rawValue)"],
            "score": candidate.assessment.score.map(words.texts.decimal) ?? "–",
            "rating": words.texts[candidate.assessment.rating.text],
            "needs_reason": !isAnswered, "reason": visit.form["reason_\(key)"],
            "version": candidate.version.map { String($0.seq) } ?? "",
            "problem": shown(problem),
            "recommendations": EvaluationForms.recommendations(words).map {
                ["value": $0.value, "label": $0.label, "isChosen": $0.value == chosen]
            },
        ]
    }
}
