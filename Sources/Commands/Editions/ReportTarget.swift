import ArgumentParser
import Documents
import Foundation
import Settings

/// The form that a report is written in, and where to.
struct ReportTarget: ParsableArguments {
    @Option(help: "How the report is written: text, json, csv, html, xlsx or pdf.")
    var format = ReportFormat.text
    @Option(help: ArgumentHelp("Write to this file.", valueName: "file")) var output: String?

    func validate() throws {
        guard !format.isBinary || output != nil || isatty(STDOUT_FILENO) == 0 else {
            throw ValidationError(
                "A terminal cannot show \(format.rawValue); give a file with --output.")
        }
    }

    func write(_ data: Data) throws {
        guard let output else { return StandardOutput.write(data) }
        do {
            try data.write(to: URL(fileURLWithPath: output), options: .atomic)
        } catch {
            throw CommandError(
                .cannotCreate,
                "The report cannot be written to \(output): \(error.localizedDescription)")
        }
    }
}

extension ReportFormat: ExpressibleByArgument {}

extension Invocation {
    /// What makes PDF; nil where the settings name nothing.
    var printer: PDFPrinter? { settings.pdf.program.map { PDFPrinter(program: $0) } }
}
