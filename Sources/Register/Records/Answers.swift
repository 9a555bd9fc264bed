import Agreements
import GRDB

/// What one side answers: kept as a draft of its own until it is delivered into the register.
package struct Answers {
    private let steps: RecordSteps
    private let side: ScoringSide
    private let evaluation: EvaluationRecord

    init(_ steps: RecordSteps, of side: ScoringSide, in evaluation: EvaluationRecord) {
        self.steps = steps
        self.side = side
        self.evaluation = evaluation
    }

    /// What is said of one dimension; both may be left out.
    package struct Answer: Hashable, Sendable {
        package var dimension: String
        /// 1, poorest, to 6, best.
        package var score: Int?
        package var comment: String?

        package init(dimension: String, score: Int? = nil, comment: String? = nil) {
            self.dimension = dimension
            self.score = score
            self.comment = comment
        }
    }

    /// What one side has answered so far.
    package struct Held: Hashable, Sendable {
        /// In the order of the kind's dimensions.
        package var answers: [Answer]
        /// When they were saved; nil when they are as they were delivered, or there are none.
        package var stamp: String?

        package var isEmpty: Bool {
            answers.allSatisfy { $0.score == nil && $0.comment == nil }
        }
    }

    /// A comment is a paragraph or two.
    package static let longestComment = 2000

    /// Saves every dimension's answer, in place of what was saved before.
    func save(_ answers: [Answer], since stamp: String?) throws {
        let held = try Self.held(by: side, evaluation.key, evaluation.kind, in: steps.db)
        guard held.stamp == stamp else {
            throw RecordRefusal.contradiction(.answeredMeanwhile(evaluation: evaluation.id))
        }
        let dimensions = Dimension.all(for: evaluation.kind)
        for answer in answers where dimensions.contains(answer.dimension) {
            try steps.refuseIdentityNumbers(
                in: [("comment_\(answer.dimension)", answer.comment)])
            try steps.db.execute(
                sql: """
                    INSERT INTO answer (evaluation, side, dimension, score, comment, saved_at)
                    VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT DO UPDATE SET score = excluded.score,
                        comment = excluded.comment, saved_at = excluded.saved_at
                    """,
                arguments: [
                    evaluation.key, side.rawValue, answer.dimension, answer.score,
                    answer.comment, steps.now.description,
                ])
        }
    }

    /// Takes what was saved into the register. What has been delivered once can be changed and not
    /// taken away: nothing is deleted.
    func deliver() throws {
        let held = try Self.held(by: side, evaluation.key, evaluation.kind, in: steps.db)
        guard held.answers.contains(where: { $0.score != nil }) else {
            throw RecordRefusal.contradiction(.nothingAnswered(evaluation: evaluation.id))
        }
        for answer in held.answers {
            try deliver(answer)
        }
        try steps.db.execute(
            sql: "DELETE FROM answer WHERE evaluation = ? AND side = ?",
            arguments: [evaluation.key, side.rawValue])
    }

    private func deliver(_ answer: Answer) throws {
        let score = try key(in: "score", answer.dimension)
        switch (score, answer.score) {
        case (nil, nil): break
        case (nil, let given?):
            try steps.add(
                "score",
                [
                    "evaluation": evaluation.key, "side": side.rawValue,
                    "dimension": answer.dimension, "score": given,
                ])
        case (let key?, let given?): try steps.change("score", key: key, to: ["score": given])
        case (_?, nil):
            throw RecordRefusal.contradiction(
                .scoreTakenAway(evaluation: evaluation.id, dimension: answer.dimension))
        }
        if let key = try key(in: "score_comment", answer.dimension) {
            try steps.change("score_comment", key: key, to: ["text": answer.comment])
        } else if let comment = answer.comment {
            try steps.add(
                "score_comment",
                [
                    "evaluation": evaluation.key, "side": side.rawValue,
                    "dimension": answer.dimension, "text": comment,
                ])
        }
    }

    private func key(in table: String, _ dimension: String) throws -> Int64? {
        try Int64.fetchOne(
            steps.db,
            sql: "SELECT key FROM \(table) WHERE evaluation = ? AND side = ? AND dimension = ?",
            arguments: [evaluation.key, side.rawValue, dimension])
    }

    // MARK: Reading

    /// What the side has saved, or else delivered.
    package static func held(
        by side: ScoringSide, _ evaluation: Int64, _ kind: AgreementKind, in db: Database
    ) throws -> Held {
        let saved = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT dimension, score, comment, saved_at FROM answer
                    WHERE evaluation = ? AND side = ?
                    """), arguments: [evaluation, side.rawValue])
        guard !saved.isEmpty else {
            return Held(answers: try delivered(by: side, evaluation, kind, in: db), stamp: nil)
        }
        let stamp: String? = saved.map { $0[3] as String }.max()
        return Held(answers: ordered(saved, kind), stamp: stamp)
    }

    /// What the side has delivered, dimension by dimension.
    package static func delivered(
        by side: ScoringSide, _ evaluation: Int64, _ kind: AgreementKind, in db: Database
    ) throws -> [Answer] {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT dimension, max(score), max(text) FROM (
                        SELECT dimension, score, NULL AS text FROM score
                        WHERE evaluation = :evaluation AND side = :side
                        UNION ALL SELECT dimension, NULL, text FROM score_comment
                        WHERE evaluation = :evaluation AND side = :side)
                    GROUP BY dimension
                    """), arguments: ["evaluation": evaluation, "side": side.rawValue])
        return ordered(rows, kind)
    }

    private static func ordered(_ rows: [Row], _ kind: AgreementKind) -> [Answer] {
        let answers = rows.map { Answer(dimension: $0[0], score: $0[1], comment: $0[2]) }
        return Dimension.all(for: kind).map { dimension in
            answers.first { $0.dimension == dimension } ?? Answer(dimension: dimension)
        }
    }
}
