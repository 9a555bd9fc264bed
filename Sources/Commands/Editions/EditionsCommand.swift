import ArgumentParser

struct EditionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "editions",
        abstract: "List reports, and write them again from what was frozen.",
        discussion: """
            An issued edition keeps its figures, its cut-off, the rules that it was written by and \
            a checksum. It can be written again at any time, and gives the same bytes.
            """,
        subcommands: [ListEditions.self, WriteEdition.self, VerifyEditions.self],
        defaultSubcommand: ListEditions.self)
}
