import ArgumentParser
import Register

struct CheckCommand: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Verify the register: its file, its references and its audit trail.",
        discussion: """
            Every entry of the audit trail is verified against the one before, and every row \
            against the trail: a row or an entry that was changed, added or taken away past \
            Avtalt is named. The exit code is then 65.
            """)

    @OptionGroup var global: GlobalOptions

    func perform(_ invocation: Invocation) async throws {
        let progress = ProgressLine()
        progress.show("Checking \(invocation.settings.register) …")
        let report = try invocation.openRegister(.readOnly).check()
        progress.clear()
        guard report.isSound else {
            for problem in report.problems { StandardOutput.write("\(problem)\n") }
            throw CommandError(
                .badData,
                """
                The register has \(report.problems.count + report.more) problems. Compare it with \
                a backup.
                """)
        }
        StandardOutput.write(
            """
            The register is sound: \(report.rows) rows and \(report.entries) entries of the audit \
            trail.
            Note the trail's end elsewhere to detect one that was rewritten whole: \(report.head)

            """)
    }
}
