import Agreements
import GRDB

/// What IMDi does with an evaluation, within one transaction of the caller: it answers, submits,
/// sends back and approves (domain.md, 6).
package struct EvaluationDeeds {
    let steps: RecordSteps

    package init(_ db: Database, author: Author, at now: Instant) {
        steps = RecordSteps(db, author: author, at: now)
    }

    /// The rows that a form about an evaluation is made from: its own, and every step taken.
    package static func rows(of evaluation: Int64, in db: Database) throws -> [RecordRow] {
        let taken = try Int64.fetchAll(
            db, sql: "SELECT key FROM evaluation_step WHERE evaluation = ? ORDER BY key",
            arguments: [evaluation])
        return [RecordRow(table: "evaluation", key: evaluation)]
            + taken.map { RecordRow(table: "evaluation_step", key: $0) }
    }

    // MARK: Answering

    /// Keeps IMDi's answers until they are submitted.
    ///
    /// - Parameter stamp: When the answers were saved that the form was made from; nil for none.
    package func save(_ answers: [Answers.Answer], evaluation: Int64, since stamp: String?) throws {
        let held = try held(evaluation, from: [.open], wanted: "answered")
        try Answers(steps, of: .imdi, in: held).save(answers, since: stamp)
    }

    /// Submits IMDi's part with the answers that were saved.
    package func submit(_ evaluation: Int64, expecting version: RecordVersion? = nil) throws {
        let held = try held(evaluation, from: [.open], wanted: "submitted")
        try expect(version, held)
        try Answers(steps, of: .imdi, in: held).deliver()
        try steps.change(
            "evaluation", key: evaluation,
            to: ["status": "submitted", "submitted_on": steps.today.description])
        try take("submitted", evaluation)
    }

    // MARK: Deciding

    /// Opens a submitted evaluation again, for IMDi's part to be written anew.
    package func sendBack(
        _ evaluation: Int64, comment: String, expecting version: RecordVersion? = nil
    ) throws {
        let held = try held(evaluation, from: [.submitted], wanted: "sent back")
        try expect(version, held)
        try steps.refuseEmpty(comment, "evaluation", held.id, "comment")
        try steps.change(
            "evaluation", key: evaluation, to: ["status": "open", "submitted_on": nil])
        try take("sent_back", evaluation, comment: comment)
    }

    /// Approves a submitted evaluation and locks it; without the counterpart's answer only with a
    /// reason. Answers that nobody has delivered are gone with it.
    package func approve(
        _ evaluation: Int64, recommendation: Recommendation, reasonWithoutCounterpart: String?,
        expecting version: RecordVersion? = nil
    ) throws {
        let held = try held(evaluation, from: [.submitted], wanted: "approved")
        try expect(version, held)
        let first = Day("\(held.year)-11-15") ?? .last(of: held.year)
        guard steps.today >= first else {
            throw RecordRefusal.toCome(
                what: "The approval of «\(held.id)»", table: "evaluation", id: held.id,
                on: first, today: steps.today)
        }
        let reason = held.isDelivered(.counterpart) ? nil : reasonWithoutCounterpart
        if !held.isDelivered(.counterpart), (reason ?? "").allSatisfy(\.isWhitespace) {
            throw RecordRefusal.empty(
                table: "evaluation", id: held.id, field: "reason_without_counterpart")
        }
        try steps.change(
            "evaluation", key: evaluation,
            to: [
                "status": "approved", "approved_on": steps.today.description,
                "recommendation": recommendation.rawValue, "reason_without_counterpart": reason,
            ])
        try take("approved", evaluation)
        try steps.db.execute(
            sql: "DELETE FROM answer WHERE evaluation = ?", arguments: [evaluation])
    }

    // MARK: Steps

    private func held(
        _ evaluation: Int64, from states: Set<EvaluationStatus>, wanted: String
    ) throws -> EvaluationRecord {
        let held = try EvaluationRecord(evaluation, in: steps.db)
        try held.refuse(unless: states, wanted: wanted)
        return held
    }

    private func expect(_ version: RecordVersion?, _ held: EvaluationRecord) throws {
        guard version != nil else { return }
        try steps.expect(version, of: Self.rows(of: held.key, in: steps.db), subject: held.id)
    }

    private func take(_ step: String, _ evaluation: Int64, comment: String? = nil) throws {
        try steps.takeStep(step, of: evaluation, comment: comment)
    }
}

extension RecordSteps {
    /// Adds a step to the history of an evaluation.
    func takeStep(_ step: String, of evaluation: Int64, comment: String? = nil) throws {
        try add(
            "evaluation_step",
            [
                "evaluation": evaluation, "step": step, "taken_on": today.description,
                "actor": author.actor, "comment": comment,
            ])
    }
}
