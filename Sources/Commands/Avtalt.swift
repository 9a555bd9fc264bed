import ArgumentParser
import Settings

/// `avtalt`, the tool that people type.
package struct Avtalt: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "avtalt",
        abstract: "Keeps partnership agreements in one register with one set of rules.",
        discussion: """
            The register is one SQLite file: --register FILE, else AVTALT_REGISTER, else the \
            settings (--config FILE, else AVTALT_CONFIG), else avtalt.sqlite here.

            Results go to standard output, everything else to standard error. Exit codes: 0 done; \
            64 usage; 65 bad data; 66 no such input; 69 a service is unavailable; 73 cannot \
            create; 74 I/O error; 75 try again later; 77 not permitted; 78 bad configuration.

            AVTALT_NOW=2013-03-01T07:00:00 makes a process take that as the moment it started, \
            for rehearsals.
            """,
        version: Version.text,
        groupedSubcommands: [
            CommandGroup(
                name: "The register:",
                subcommands: [
                    ImportCommand.self, ExportCommand.self, CheckCommand.self,
                    BackupCommand.self, RestoreCommand.self, DemoCommand.self,
                ]),
            CommandGroup(
                name: "What it tells:",
                subcommands: [
                    ReportCommand.self, NoticesCommand.self, RequirementsCommand.self,
                    DueCommand.self, WhyCommand.self,
                ]),
            CommandGroup(
                name: "What people do:",
                subcommands: [LogCommand.self]),
            CommandGroup(
                name: "What the coordinator does:",
                subcommands: [
                    RunCommand.self, IssueCommand.self, EditionsCommand.self,
                    ArchiveCommand.self, TasksCommand.self,
                ]),
            CommandGroup(
                name: "Who may come in:",
                subcommands: [AdminCommand.self]),
        ])

    package init() {}
}
