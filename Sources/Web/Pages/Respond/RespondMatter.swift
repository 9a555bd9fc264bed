import Agreements
import GRDB
import Register
import Rules

/// What a counterpart answers about: the agreement and its year, and how far it has come.
///
/// It names nobody of the staff.
struct RespondMatter: Sendable {
    let record: EvaluationRecord
    let title: String
    let purpose: String?
    let validFrom: Day?
    let validTo: Day?
    let commitments: [AgreementOverview.CommitmentLine]
    /// Of the year, by the day on which they are or were.
    let meetings: [Meeting]
    /// Of the year's plan.
    let measures: [Measure]
    let held: Answers.Held
    let delivered: [ScoringSide: [Answers.Answer]]
    let assessment: EvaluationAssessment
    let conclusions: [String]
    let answeredOn: Day?
    let term: Day
    let mayAnswer: Bool
    let isRevealed: Bool

    struct Meeting: Sendable {
        let on: Day
        let level: MeetingLevel
        let theme: String?
        let status: MeetingStatus
    }

    struct Measure: Sendable {
        let title: String
        let by: Side
        let dueOn: Day
        let status: MeasureStatus
    }
}

extension RespondMatter {
    init(_ visit: Visit, _ respondent: Respondent) throws {
        let (rulebook, today) = (visit.site.rulebook, visit.today)
        self = try visit.read { db in
            try Self(respondent.evaluation, rulebook: rulebook, today: today, in: db)
        }
    }

    private init(_ key: Int64, rulebook: Rulebook, today: Day, in db: Database) throws {
        let head = try AgreementHead.over(.evaluation, key: key, in: db)
        record = try EvaluationRecord(key, in: db)
        (title, purpose) = (head.title, head.purpose)
        (validFrom, validTo) = (head.validFrom, head.validTo)
        commitments = try AgreementOverview.CommitmentLine.all(of: head.key, in: db)
        meetings = try Meeting.all(of: head.key, year: record.year, in: db)
        measures = try Measure.all(of: head.key, year: record.year, in: db)
        held = try Answers.held(by: .counterpart, key, record.kind, in: db)
        let kind = record.kind
        let delivered = Dictionary(
            uniqueKeysWithValues: try ScoringSide.allCases.map {
                ($0, try Answers.delivered(by: $0, key, kind, in: db))
            })
        self.delivered = delivered
        assessment = EvaluationAssessment(
            imdi: delivered[.imdi]?.scores ?? .none,
            counterpart: delivered[.counterpart]?.scores ?? .none, rulebook: rulebook)
        conclusions = try EvaluationDetail.Conclusion.all(of: key, in: db).map(\.text)
        answeredOn = try Day.fetchOne(
            db,
            sql: """
                SELECT max(taken_on) FROM evaluation_step
                WHERE evaluation = ? AND step = 'answered'
                """, arguments: [key])
        term = rulebook.evaluationTerm(of: record.year)
        mayAnswer = record.standing.mayAnswer(.counterpart, on: today, term: term)
        isRevealed = record.standing.isRevealed(on: today, term: term)
    }
}

extension [Answers.Answer] {
    /// The scores that were given, added up.
    var scores: ScoreSum {
        let given = compactMap(\.score)
        return ScoreSum(sum: given.reduce(0, +), count: given.count)
    }
}

extension RespondMatter.Meeting {
    static func all(of agreement: Int64, year: Int, in db: Database) throws -> [Self] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT coalesce(held_on, planned_on) AS day, level, theme, status FROM meeting
                    WHERE agreement = ? AND coalesce(held_on, planned_on) BETWEEN ? AND ?
                    ORDER BY day, key
                    """),
            arguments: [agreement, Day.first(of: year).description, Day.last(of: year).description]
        ).map { row in
            Self(
                on: row["day"], level: try row.value("level"), theme: row["theme"],
                status: try row.value("status"))
        }
    }
}

extension RespondMatter.Measure {
    static func all(of agreement: Int64, year: Int, in db: Database) throws -> [Self] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT title, side, due_on, status FROM measure
                    WHERE agreement = ? AND year = ? ORDER BY due_on, key
                    """), arguments: [agreement, year]
        ).map { row in
            Self(
                title: row["title"], by: try row.value("side"), dueOn: row["due_on"],
                status: try row.value("status"))
        }
    }
}
