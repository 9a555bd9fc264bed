import Agreements
import ArgumentParser
import Coordination
import Register

struct IssueCommand: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue",
        abstract: "Have the consolidated report of a period issued.",
        discussion: """
            The report is worked out of the register as it is now, by the coordinator or the next \
            `avtalt run`, and is frozen then. A period that was reported on before gets a new \
            edition, with a list of what has changed. What is printed is the report's name and \
            edition.
            """)

    @OptionGroup var global: GlobalOptions
    @Option(help: ArgumentHelp("The first day of the period.", valueName: "date")) var from: Day
    @Option(help: ArgumentHelp("The last day of the period.", valueName: "date")) var to: Day
    @Option(help: "Report on one unit alone: \(unitNames).") var unit: OwningUnit?
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
        let register = try invocation.openRegister(.existing)
        let planner = ReportPlanner(
            settings: invocation.plannerSettings(try invocation.rules(in: register)), term: nil)
        let author = invocation.author
        let terms = ReportShelf.Terms(
            unit: unit, divisionOn: division == .now ? invocation.today : nil,
            language: language ?? invocation.settings.language, askedBy: author.actor)
        let now = invocation.clock.now()
        let name = try register.write { db in
            let name = try planner.plan(period, terms, at: now, in: db)
            try AuditTrail(db, author: author, at: now)
                .recordEvent(entity: "report", subject: name, details: ["deed": "asked_for"])
            return name
        }
        StandardOutput.write("\(name)\n")
        StandardError.write(
            "The coordinator writes it, or `avtalt run`; its files will be in "
                + "\(invocation.settings.documents)/reports.")
    }
}
