import Agreements
import GRDB
import Rules

/// What the parties conclude from an evaluation, and the measures of next year's plan that it
/// becomes, within one transaction of the caller.
package struct ConclusionDeeds {
    private let steps: RecordSteps
    private let plans: PlanDeeds

    package init(_ db: Database, author: Author, at now: Instant) {
        steps = RecordSteps(db, author: author, at: now)
        plans = PlanDeeds(db, author: author, at: now)
    }

    /// Adds a conclusion once the parties have seen each other's scores, until the approval.
    ///
    /// - Parameter term: The last day of answering, by the rulebook.
    @discardableResult
    package func add(_ text: String, to evaluation: Int64, term: Day) throws -> Int64 {
        let held = try open(evaluation, term: term)
        let position = try Int.fetchOne(
            steps.db,
            sql: "SELECT coalesce(max(position), 0) + 1 FROM conclusion WHERE evaluation = ?",
            arguments: [evaluation])
        try steps.refuseEmpty(text, "conclusion", "\(held.id)/\(position ?? 1)", "text")
        return try steps.add(
            "conclusion", ["evaluation": evaluation, "position": position, "text": text])
    }

    /// Writes a conclusion anew until the approval.
    package func edit(
        _ conclusion: Int64, to text: String, term: Day, expecting version: RecordVersion?
    ) throws {
        let (evaluation, id) = try standing(conclusion)
        _ = try open(evaluation, term: term)
        try steps.expect(version, of: "conclusion", key: conclusion)
        try steps.refuseEmpty(text, "conclusion", id, "text")
        try steps.change("conclusion", key: conclusion, to: ["text": text])
    }

    /// Takes a conclusion back that has become no measure; it stays in the history.
    package func withdraw(_ conclusion: Int64, term: Day) throws {
        let (evaluation, id) = try standing(conclusion)
        _ = try open(evaluation, term: term)
        if let measure = try measure(of: conclusion) {
            throw RecordRefusal.contradiction(.conclusionIsMeasure(id: id, measure: measure))
        }
        try steps.change(
            "conclusion", key: conclusion, to: ["withdrawn_on": steps.today.description])
    }

    /// Makes a conclusion a measure of the plan of the year after, also once it is approved; that
    /// plan is drafted where there is none. Returns the measure's id.
    @discardableResult
    package func makeMeasure(_ conclusion: Int64, _ terms: PlanDeeds.MeasureTerms) throws
        -> String
    {
        let (evaluation, id) = try standing(conclusion)
        if let measure = try measure(of: conclusion) {
            throw RecordRefusal.contradiction(.conclusionIsMeasure(id: id, measure: measure))
        }
        let held = try EvaluationRecord(evaluation, in: steps.db)
        let hasPlan = try Bool.fetchOne(
            steps.db,
            sql: "SELECT EXISTS (SELECT 1 FROM plan WHERE agreement = ? AND year = ?)",
            arguments: [held.agreement, held.year + 1])
        if hasPlan != true { try plans.draft(held.agreementID, year: held.year + 1) }
        let measure = try plans.add(terms, to: held.agreementID, year: held.year + 1)
        try steps.add(
            "conclusion_measure",
            [
                "conclusion": conclusion, "measure": try steps.key(of: "measure", measure),
                "made_on": steps.today.description,
            ])
        return measure
    }

    // MARK: Steps

    private func open(_ evaluation: Int64, term: Day) throws -> EvaluationRecord {
        let held = try EvaluationRecord(evaluation, in: steps.db)
        guard held.standing.mayConclude(on: steps.today, term: term) else {
            throw RecordRefusal.notNow(
                table: "evaluation", id: held.id, state: held.status.rawValue,
                wanted: "concluded")
        }
        return held
    }

    /// The evaluation of a conclusion that has not been withdrawn, and what people call it.
    private func standing(_ conclusion: Int64) throws -> (evaluation: Int64, id: String) {
        let row = try Row.fetchOne(
            steps.db, sql: "SELECT evaluation, withdrawn_on FROM conclusion WHERE key = ?",
            arguments: [conclusion])
        guard let row else {
            throw RecordRefusal.unknown(table: "conclusion", id: String(conclusion))
        }
        let id = try RowContent.of("conclusion").subject(key: conclusion, in: steps.db)
        guard row[1] == nil else {
            throw RecordRefusal.notNow(
                table: "conclusion", id: id, state: "withdrawn", wanted: "changed")
        }
        return (row[0], id)
    }

    private func measure(of conclusion: Int64) throws -> String? {
        try String.fetchOne(
            steps.db,
            sql: """
                SELECT measure.id FROM conclusion_measure AS link
                JOIN measure ON measure.key = link.measure WHERE link.conclusion = ?
                """, arguments: [conclusion])
    }
}
