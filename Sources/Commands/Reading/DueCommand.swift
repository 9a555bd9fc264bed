import Agreements
import ArgumentParser
import Register

struct DueCommand: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "due",
        abstract: "List what is overdue, and what falls due within 30 days.",
        discussion: """
            Meetings still planned, open follow-ups and measures, evaluations not approved, and \
            agreements about to end that nothing renews; those that are due longest first.
            """)

    @OptionGroup var global: GlobalOptions
    @Option(help: "Only what belongs to this unit.") var unit: OwningUnit?
    @Option(help: ArgumentHelp("Only what this user is responsible for.", valueName: "id"))
    var person: String?
    @Option(help: ArgumentHelp("The day; today if left out.", valueName: "date")) var on: Day?
    @Option(help: "How the result is written: text or json.") var format = TextFormat.text

    /// How far ahead the list looks, in days.
    private static let horizon = 30

    func perform(_ invocation: Invocation) async throws {
        let day = on ?? invocation.today
        let items = try invocation.openRegister(.readOnly)
            .due(upTo: day.adding(days: Self.horizon), unit: unit, person: person)
        guard format == .text else { return StandardOutput.write(try items.json()) }
        for item in items {
            let late = day.days(since: item.dueOn)
            let when = late > 0 ? "\(late) days overdue" : late == 0 ? "today" : "in \(-late) days"
            StandardOutput.write(
                """
                \(item.dueOn)  \(when)  \(item.kind)  \(item.subject)  \(item.title)  \
                \(item.responsible ?? "nobody responsible")

                """)
        }
    }
}
