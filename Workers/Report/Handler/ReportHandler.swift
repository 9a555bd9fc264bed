import Checksum
import Documents
import Foundation
import Rules
import Tasks

/// Writes a consolidated report of its parts: as a page, text, JSON and CSV.
package struct ReportHandler: TaskHandler {
    package let kind = TaskKind.reportWhole
    package let timeLimit: Duration

    package init(timeLimit: Duration) {
        self.timeLimit = timeLimit
    }

    package func handle(_ task: Envelope) async throws -> Outcome {
        let order: ReportOrder
        do {
            order = try task.payload(as: ReportOrder.self)
        } catch {
            return .rejected(reason: "The report's order cannot be read: \(error)")
        }
        let figures = Data(ReportJSON(order.content).render().utf8)
        let checksum = Checksum.hexadecimal(of: figures)
        let files = ReportFormat.allCases.map { format in
            ReportAnswer.File(
                ending: format.fileEnding, mediaType: format.mediaType,
                body: Data(
                    format.write(
                        order.content, rulebook: order.rulebook, language: order.language,
                        checksum: checksum
                    ).utf8))
        }
        return .done(
            result: try JSONEncoder().encode(ReportAnswer(files: files, checksum: checksum)))
    }
}
