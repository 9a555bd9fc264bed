import Agreements

/// Where an evaluation stands, and what each side may do and see of it (domain.md, 6).
///
/// Neither side sees what the other has delivered until both have, or the term is over: each is to
/// say what it thinks. What is not delivered is never shown to the other side.
package struct EvaluationStanding: Hashable, Sendable {
    package var year: Int
    package var status: EvaluationStatus
    /// Whether IMDi has ever submitted its part, also where it was sent back.
    package var isDeliveredByIMDi: Bool
    package var isDeliveredByCounterpart: Bool

    package init(
        year: Int, status: EvaluationStatus, isDeliveredByIMDi: Bool,
        isDeliveredByCounterpart: Bool
    ) {
        self.year = year
        self.status = status
        self.isDeliveredByIMDi = isDeliveredByIMDi
        self.isDeliveredByCounterpart = isDeliveredByCounterpart
    }

    /// Whether each side is shown what the other has delivered.
    ///
    /// - Parameter term: The last day of answering, 31 January of the year after.
    package func isRevealed(on day: Day, term: Day) -> Bool {
        status == .approved || isDeliveredByIMDi && isDeliveredByCounterpart || day > term
    }

    /// Whether the side may still write and deliver its answers.
    ///
    /// IMDi's part is open until it is submitted, and again when it is sent back. The counterpart
    /// answers until the approval; an answer that it has delivered it may change until it is shown
    /// what IMDi says.
    package func mayAnswer(_ side: ScoringSide, on day: Day, term: Day) -> Bool {
        switch side {
        case .imdi: status == .open
        case .counterpart:
            status != .approved
                && !(isDeliveredByCounterpart && isRevealed(on: day, term: term))
        }
    }

    /// Whether the parties may write what they conclude: they have seen each other's scores, and
    /// nobody has approved yet.
    package func mayConclude(on day: Day, term: Day) -> Bool {
        status != .approved && isRevealed(on: day, term: term)
    }
}

extension Rulebook {
    /// The last day of answering the evaluation of a year: 31 January of the year after.
    package func evaluationTerm(of year: Int) -> Day { evaluationDue.day(in: year + 1) }
}
