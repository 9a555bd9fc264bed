import ArgumentParser

struct AdminCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "admin",
        abstract: "Let people in, the first administrator before all.",
        discussion: """
            Everybody else is added and invited on the pages, under Administration. Each use is \
            in the audit trail with the account that ran it.
            """,
        subcommands: [InviteCommand.self, DemoAccountsCommand.self])
}
