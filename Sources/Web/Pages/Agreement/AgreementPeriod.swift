import Agreements
import GRDB
import Register
import Rules

/// An agreement's whole period, year by year: what is weighed when it is renewed.
struct AgreementPeriod: Sendable {
    let overview: AgreementOverview
    /// The earliest first.
    let years: [Year]
    /// Conclusions of its evaluations that became no measure, or one that is not done; one that was
    /// cancelled is none.
    let openConclusions: [OpenConclusion]

    struct Year: Sendable {
        let year: Int
        /// Requirements met on the last day of the year, or on the day that is looked at.
        let requirementsMet: Int
        let meetingsHeld: Int
        /// Measures and follow-ups due in the year, not cancelled, and those of them done.
        let promises: Ratio
        let evaluation: Evaluation?
    }

    struct Evaluation: Sendable {
        let key: Int64
        let status: EvaluationStatus
        let recommendation: Recommendation?
        /// Nil as long as the parties may not see each other's scores.
        let assessment: EvaluationAssessment?
    }

    struct OpenConclusion: Sendable {
        let evaluation: Int64
        let year: Int
        let text: String
        /// Title of the measure that is not done; nil where there is none.
        let measure: String?
    }
}

extension AgreementPeriod {
    init(_ id: String, rulebook: Rulebook, today: Day, in db: Database) throws {
        let overview = try AgreementOverview(id, in: db)
        self.overview = overview
        let key = overview.head.key
        let evaluations = try Evaluation.all(of: key, rulebook: rulebook, today: today, in: db)
        let last = min(overview.head.lastDay ?? today, today)
        let first = min(overview.head.validFrom ?? today, last)
        years = (first.year...last.year).map { year in
            Year(
                year, overview, evaluations[year], rulebook: rulebook,
                on: min(.last(of: year), last))
        }
        openConclusions = try OpenConclusion.all(of: key, in: db)
    }
}

extension AgreementPeriod.Year {
    init(
        _ year: Int, _ overview: AgreementOverview, _ evaluation: AgreementPeriod.Evaluation?,
        rulebook: Rulebook, on day: Day
    ) {
        self.year = year
        self.evaluation = evaluation
        requirementsMet = overview.requirements(by: rulebook, on: day).count
        meetingsHeld = overview.meetings.count { meeting in
            guard meeting.status == .held, let heldOn = meeting.heldOn else { return false }
            return heldOn.year == year && heldOn <= day
        }
        let due = overview.promises.filter {
            $0.dueOn.year == year && $0.standing(on: day) != .cancelled
        }
        promises = Ratio(due.count { $0.doneOn != nil }, of: due.count)
    }
}

extension AgreementPeriod.Evaluation {
    static func all(
        of agreement: Int64, rulebook: Rulebook, today: Day, in db: Database
    ) throws -> [Int: Self] {
        let keys = try Int64.fetchAll(
            db, sql: "SELECT key FROM evaluation WHERE agreement = ?", arguments: [agreement])
        var all: [Int: Self] = [:]
        for key in keys {
            let record = try EvaluationRecord(key, in: db)
            let isRevealed = record.standing.isRevealed(
                on: today, term: rulebook.evaluationTerm(of: record.year))
            var assessment: EvaluationAssessment?
            if isRevealed {
                assessment = EvaluationAssessment(
                    imdi: try Answers.delivered(by: .imdi, key, record.kind, in: db).scores,
                    counterpart: try Answers.delivered(
                        by: .counterpart, key, record.kind, in: db
                    ).scores, rulebook: rulebook)
            }
            all[record.year] = Self(
                key: key, status: record.status, recommendation: record.recommendation,
                assessment: assessment)
        }
        return all
    }
}

extension AgreementPeriod.OpenConclusion {
    static func all(of agreement: Int64, in db: Database) throws -> [Self] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT evaluation.key, evaluation.year, conclusion.text,
                    CASE WHEN measure.status <> 'cancelled' THEN measure.title END
                FROM conclusion JOIN evaluation ON evaluation.key = conclusion.evaluation
                LEFT JOIN conclusion_measure AS link ON link.conclusion = conclusion.key
                LEFT JOIN measure ON measure.key = link.measure
                WHERE evaluation.agreement = ? AND withdrawn_on IS NULL
                    AND coalesce(measure.status, 'none') <> 'done'
                ORDER BY evaluation.year, position
                """, arguments: [agreement]
        ).map { Self(evaluation: $0[0], year: $0[1], text: $0[2], measure: $0[3]) }
    }
}
