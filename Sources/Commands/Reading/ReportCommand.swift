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
    @OptionGroup var target: ReportTarget
    @Option(help: "On the division into regions of the cut-off (then) or of today (now).")
    var division = ReportDivision.then
    @Option(help: "The language: nb, nn or en; else the settings'.") var language: Language?

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
        let report = Indicators(
            facts: facts, period: period, rulebook: rulebook,
            divisionOn: division == .now ? invocation.today : nil
        ).consolidated
        let document = ReportDocument(
            report, rulebook: rulebook, language: language ?? invocation.settings.language,
            unit: unit, baseURL: invocation.settings.baseURL)
        let data = try await document.write(target.format, printer: invocation.printer)
        progress.clear()
        try target.write(data)
    }
}

/// Which division into regions a report is on.
enum ReportDivision: String, CaseIterable, ExpressibleByArgument {
    case then
    case now
}
