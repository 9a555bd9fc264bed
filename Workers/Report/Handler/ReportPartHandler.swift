import Foundation
import Rules
import Tasks

/// Works out one unit's part of a report.
package struct ReportPartHandler: TaskHandler {
    package let kind = TaskKind.reportPart
    package let timeLimit: Duration

    package init(timeLimit: Duration) {
        self.timeLimit = timeLimit
    }

    package func handle(_ task: Envelope) async throws -> Outcome {
        let order: ReportPartOrder
        do {
            order = try task.payload(as: ReportPartOrder.self)
        } catch {
            return .rejected(reason: "The part's order cannot be read: \(error)")
        }
        let indicators = Indicators(
            facts: order.facts, period: order.period, rulebook: order.rulebook,
            divisionOn: order.divisionOn)
        return .done(result: try JSONEncoder().encode(indicators.report(of: order.unit)))
    }
}
