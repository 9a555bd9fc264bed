import Agreements
import ArgumentParser
import Register

struct WhyCommand: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "Say why notices were sent, or were not.",
        discussion: """
            For each notice: its rule, the date it counts from, its stage, the recipient, and what \
            became of it: planned, sent, folded into a later stage, skipped by an outage, resolved \
            before it was sent, expired or failed.
            """)

    @OptionGroup var global: GlobalOptions
    @Argument(help: "Id of a meeting, follow-up, measure or agreement, or a region.")
    var subject: String?
    @Option(help: ArgumentHelp("Only what this user was to get.", valueName: "id"))
    var person: String?
    @Option(help: ArgumentHelp("Only what was decided that day.", valueName: "date")) var on: Day?
    @Option(help: "How the result is written: text or json.") var format = TextFormat.text

    func perform(_ invocation: Invocation) async throws {
        let history = try invocation.openRegister(.readOnly).read { db in
            try NoticeLedger.history(of: subject, person: person, on: on, in: db)
        }
        guard format == .text else { return StandardOutput.write(try history.json()) }
        if history.isEmpty {
            StandardError.write(
                """
                The ledger has no notice like that. `avtalt notices --on DATE` shows what a day \
                brings.
                """)
        }
        for entry in history {
            let reason = entry.reason.map { " (\($0))" } ?? ""
            StandardOutput.write(
                """
                \(entry.on)  \(entry.rule) stage \(entry.stage) of \(entry.subject), counted from \
                \(entry.dueOn), to \(entry.recipient ?? "nobody"): \(entry.state)\(reason)

                """)
        }
    }
}
