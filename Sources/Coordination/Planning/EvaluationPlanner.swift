import Agreements
import Foundation
import GRDB
import Register
import Rules
import Tasks

/// Plans evaluations to be opened and submitted ones to be assessed, a batch in one transaction of
/// the caller.
struct EvaluationPlanner {
    let settings: PlannerSettings
    let term: CoordinatorTerm

    /// Whether an evaluation is to be opened on the day.
    func hasOpenings(on day: Day, in db: Database) throws -> Bool {
        guard let opening = latestOpening(on: day) else { return false }
        return try !EvaluationQueue(db).unopened(inForceOn: opening, limit: 1).isEmpty
    }

    /// Whether a submitted evaluation is to be assessed on the day.
    func hasAssessments(on day: Day, in db: Database) throws -> Bool {
        try !EvaluationQueue(db).unassessed(on: day, limit: 1).isEmpty
    }

    /// Plans the opening of evaluations for the latest year whose opening day has come, and answers
    /// how many (domain.md, 6).
    func planOpenings(on day: Day, at now: Instant, in db: Database) throws -> Int {
        guard let opening = latestOpening(on: day) else { return 0 }
        let agreements = try EvaluationQueue(db).unopened(
            inForceOn: opening, limit: settings.evaluationBatch)
        let tasks = try agreements.map { agreement in
            let evaluation = Evaluation(agreement: agreement, year: opening.year, status: .open)
            let order = try order(evaluation, .opened, on: day, in: db)
            return try task(
                EvaluationQueue.openingKey(agreement, year: opening.year), .evaluationOpen,
                order, at: now)
        }
        return try TaskStore(db, under: term).plan(tasks, at: now).count
    }

    /// Plans the assessment of submitted evaluations, and answers how many.
    func planAssessments(on day: Day, at now: Instant, in db: Database) throws -> Int {
        let queue = EvaluationQueue(db)
        let tasks = try queue.unassessed(
            on: day, limit: settings.evaluationBatch
        ).map { submission in
            var order = try order(submission.evaluation, .submitted, on: day, in: db)
            order.delivery = submission.delivery
            return try task(
                EvaluationQueue.assessmentKey(submission), .evaluationAssess, order, at: now)
        }
        return try TaskStore(db, under: term).plan(tasks, at: now).count
    }

    /// The latest 15 November on or before the day, if the working day that it moves to has come.
    private func latestOpening(on day: Day) -> Day? {
        let calendar = settings.rulebook.calendar
        return [day.year, day.year - 1].lazy
            .map { settings.rulebook.evaluationOpens.day(in: $0) }
            .first { calendar.nextWorkingDay(onOrAfter: $0) <= day }
    }

    private func order(
        _ evaluation: Evaluation, _ occasion: EvaluationOrder.Occasion, on day: Day,
        in db: Database
    ) throws -> EvaluationOrder {
        let (agreement, year) = (evaluation.agreement, evaluation.year)
        let facts = try Facts(for: .evidence(agreements: [agreement], year: year), in: db)
        return EvaluationOrder(
            agreement: agreement,
            title: facts.agreements.first { $0.id == agreement }?.title ?? agreement,
            year: year, occasion: occasion, judgedOn: day, evaluation: evaluation,
            scores: try EvaluationQueue(db).scores(of: agreement, year: year),
            facts: facts, rulebook: settings.rulebook, language: settings.language)
    }

    private func task(
        _ key: String, _ kind: TaskKind, _ order: EvaluationOrder, at now: Instant
    ) throws -> NewTask {
        NewTask(
            once: key, kind: kind,
            unit: order.facts.agreements.first { $0.id == order.agreement }?.owner ?? .central,
            subject: order.agreement, dueAt: now, payload: try JSONEncoder().encode(order))
    }
}
