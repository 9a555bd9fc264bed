import Agreements
import GRDB
import Register
import Rules

/// One evaluation with all that its page shows of it.
struct EvaluationDetail: Sendable {
    let head: AgreementHead
    let record: EvaluationRecord
    let evidence: Evidence
    /// What each side has delivered; what is not to be seen yet is not left out here.
    let delivered: [ScoringSide: [Answers.Answer]]
    /// What IMDi has saved, or else delivered.
    let held: Answers.Held
    /// Whether the counterpart has saved something that it has not delivered.
    let hasCounterpartBegun: Bool
    let steps: [Step]
    let respondents: [Respondent]
    let contacts: [AgreementOverview.ContactLine]
    let conclusions: [Conclusion]
    /// Texts of the commitments that nothing was done for.
    let untouched: [String]
    let version: RecordVersion?
    let assessment: EvaluationAssessment
    /// The last day of answering.
    let term: Day
    let today: Day

    struct Step: Sendable {
        let step: String
        let on: Day
        /// Name of a member of staff, or who acted.
        let actor: String
        let comment: String?
    }

    struct Conclusion: Sendable {
        let key: Int64
        let position: Int
        let text: String
        let measure: Measure?

        struct Measure: Sendable {
            let id: String
            let title: String
            let year: Int
            let status: MeasureStatus
        }
    }

    var isRevealed: Bool { record.standing.isRevealed(on: today, term: term) }

    var standOuts: [StandOut] { StandOut.of(record.standing, assessment, evidence.light) }

    var mayConclude: Bool { record.standing.mayConclude(on: today, term: term) }

    /// `Evaluering 2013: Bodø`.
    func title(_ words: Words) -> String {
        words["one_title", String(record.year), head.title]
    }

    func path(_ rest: String = "") -> String { EvaluationRound.path(record.key, rest) }

    func frame(_ words: Words) -> Visit.Frame { EvaluationsPage.frame(title(words), words) }

    /// The frame of a form under the evaluation.
    func frame(of title: String, _ words: Words) -> Visit.Frame {
        var frame = EvaluationsPage.frame(title, words)
        frame.trail.append((self.title(words), path()))
        return frame
    }
}

extension EvaluationDetail {
    init(_ visit: Visit) throws {
        let key = try visit.key()
        self = try visit.read { db in
            try Self(key, rulebook: visit.site.rulebook, today: visit.today, in: db)
        }
    }

    /// Throws `PageError.notFound` when there is none of the key.
    init(_ key: Int64, rulebook: Rulebook, today: Day, in db: Database) throws {
        head = try AgreementHead.over(.evaluation, key: key, in: db)
        let record = try EvaluationRecord(key, in: db)
        self.record = record
        self.today = today
        term = rulebook.evaluationTerm(of: record.year)
        let facts = try Facts(
            for: .evidence(agreements: [record.agreementID], year: record.year), in: db)
        evidence = EvidenceSource(facts: facts, year: record.year, rulebook: rulebook)
            .evidence(ofAgreementAt: 0)
        assessment =
            facts.evaluations.first { $0.year == record.year }?.assessment(under: rulebook)
            ?? EvaluationAssessment(imdi: .none, counterpart: .none, rulebook: rulebook)
        delivered = Dictionary(
            uniqueKeysWithValues: try ScoringSide.allCases.map {
                ($0, try Answers.delivered(by: $0, key, record.kind, in: db))
            })
        held = try Answers.held(by: .imdi, key, record.kind, in: db)
        hasCounterpartBegun =
            try Answers.held(by: .counterpart, key, record.kind, in: db).stamp != nil
        steps = try Step.all(of: key, in: db)
        respondents = try RespondentDeeds.all(of: key, in: db)
        contacts = try AgreementOverview.parties(of: head.key, in: db).flatMap(\.contacts)
        conclusions = try Conclusion.all(of: key, in: db)
        untouched =
            try evidence.course?.commitmentsUntouched.compactMap { id in
                try String.fetchOne(
                    db, sql: "SELECT text FROM commitment WHERE id = ?", arguments: [id])
            } ?? []
        version = try RecordVersion.of(EvaluationDeeds.rows(of: key, in: db), in: db)
    }
}

extension EvaluationDetail.Step {
    static func all(of evaluation: Int64, in db: Database) throws -> [Self] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT step, taken_on, coalesce(user.name, actor), comment
                    FROM evaluation_step LEFT JOIN user ON user.id = actor
                    WHERE evaluation = ? ORDER BY evaluation_step.key
                    """), arguments: [evaluation]
        ).map { Self(step: $0[0], on: $0[1], actor: $0[2], comment: $0[3]) }
    }
}

extension EvaluationDetail.Conclusion {
    /// Those that were not withdrawn, in their order.
    static func all(of evaluation: Int64, in db: Database) throws -> [Self] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT conclusion.key, position, text, measure.id, measure.title,
                        measure.year, measure.status
                    FROM conclusion
                    LEFT JOIN conclusion_measure AS link ON link.conclusion = conclusion.key
                    LEFT JOIN measure ON measure.key = link.measure
                    WHERE conclusion.evaluation = ? AND withdrawn_on IS NULL ORDER BY position
                    """), arguments: [evaluation]
        ).map { row in
            let id: String? = row[3]
            return Self(
                key: row[0], position: row[1], text: row[2],
                measure: id.map {
                    Measure(
                        id: $0, title: row[4], year: row[5],
                        status: MeasureStatus(rawValue: row[6]) ?? .planned)
                })
        }
    }
}
