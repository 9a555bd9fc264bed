import Documents
import Foundation
import Rules
import Tasks

/// Writes a consolidated report of its parts in every format.
///
/// A format that cannot be written here, such as PDF where its program is missing, does not keep
/// the others back: the answer says what is missing and why.
package struct ReportHandler: TaskHandler {
    package let kind = TaskKind.reportWhole
    package let timeLimit: Duration
    private let printer: PDFPrinter?

    /// - Parameter printer: What makes PDF; nil for reports without.
    package init(timeLimit: Duration, printer: PDFPrinter?) {
        self.timeLimit = timeLimit
        self.printer = printer
    }

    package func handle(_ task: Envelope) async throws -> Outcome {
        let order: ReportOrder
        do {
            order = try task.payload(as: ReportOrder.self)
        } catch {
            return .rejected(reason: "The report's order cannot be read: \(error)")
        }
        let document = ReportDocument(frozen: order)
        var answer = ReportAnswer(
            files: [], checksum: ReportDocument.checksum(of: order))
        for format in ReportFormat.allCases where format != .pdf || printer != nil {
            do {
                let body = try await document.write(format, printer: printer)
                answer.files.append(
                    ReportAnswer.File(
                        ending: format.fileEnding, mediaType: format.mediaType, body: body))
            } catch let error as PrintError {
                answer.problems = (answer.problems ?? []) + ["\(error)"]
            } catch let error as SheetError {
                answer.problems = (answer.problems ?? []) + ["\(error)"]
            }
        }
        return .done(result: try JSONEncoder().encode(answer))
    }
}
