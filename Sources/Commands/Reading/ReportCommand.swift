import Agreements
import ArgumentParser
import Documents
import Foundation
import Register
import Rules

struct ReportCommand: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write the consolidated report of a period.",
        discussion: """
            The last day of the period is the cut-off: what happened after it had not happened. \
            The report goes to standard output, or to --output FILE, which is replaced whole.
            """)

    @OptionGroup var global: GlobalOptions
    @Option(help: ArgumentHelp("The first day of the period.", valueName: "date")) var from: Day
    @Option(help: ArgumentHelp("The last day of the period.", valueName: "date")) var to: Day
    @Option(help: "Keep one unit, and leave total and spread out: \(unitNames).")
    var unit: OwningUnit?
    @Option(help: "How the report is written: text, json, csv or html.")
    var format = ReportFormat.text
    @Option(help: "The language: nb, nn or en; else the settings'.") var language: Language?
    @Option(help: ArgumentHelp("Write to this file.", valueName: "file")) var output: String?

    private static let unitNames = OwningUnit.allCases.map(\.rawValue).joined(separator: ", ")

    func validate() throws {
        guard from <= to else {
            throw ValidationError("--from \(from) is after --to \(to); give the first day first.")
        }
    }

    func perform(_ invocation: Invocation) async throws {
        guard let period = Period(from: from, to: to) else {
            preconditionFailure("validate() has seen to the order of the days.")
        }
        let register = try invocation.openRegister(.readOnly)
        let progress = ProgressLine()
        progress.show("Working out the report of \(from) to \(to) …")
        let facts = try register.facts(for: .report(period))
        let rulebook = try invocation.rules(in: register).current
        let report = Indicators(facts: facts, period: period, rulebook: rulebook)
            .consolidated
        let text = format.write(
            report, rulebook: rulebook,
            language: language ?? invocation.settings.language, unit: unit)
        progress.clear()
        guard let output else { return StandardOutput.write(text) }
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
        } catch {
            throw CommandError(
                .cannotCreate,
                "The report cannot be written to \(output): \(error.localizedDescription)")
        }
    }
}

extension ReportFormat: ExpressibleByArgument {}
