import Agreements
import ArgumentParser
import Register
import Web

struct InviteCommand: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite",
        abstract: "Print a link with which somebody sets their first password, or a new one.",
        discussion: """
            The link works once, and holds for a day unless --hours says otherwise; an earlier \
            one holds no more. Hand it over in a way that only the person can read.

            While the register has no active administrator, a user who is not there is added as \
            one, with --name and --email.
            """)

    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp("The user's id.", valueName: "user")) var user: String
    @Option(help: "Name of the first administrator.") var name: String?
    @Option(help: "Work address of the first administrator.") var email: String?
    @Option(help: "How many hours the link holds, 1 to 168.") var hours = 24

    func validate() throws {
        guard (1...168).contains(hours) else {
            throw ValidationError("--hours is a number from 1 to 168.")
        }
    }

    func perform(_ invocation: Invocation) async throws {
        let register = try invocation.openRegister(.createIfMissing)
        let now = invocation.clock.now()
        let token = try register.write { db in
            if let known = try StaffList.user(user, in: db) {
                guard known.isActive else {
                    throw CommandError(
                        .badData, "\(user) is not active: activate the user first.")
                }
            } else {
                guard try !StaffDeeds.hasAdministrator(in: db) else {
                    throw CommandError(
                        .noInput,
                        """
                        The register has no user «\(user)». An administrator adds people on the \
                        pages, or `avtalt import` with users.csv.
                        """)
                }
                try StaffDeeds(db, author: invocation.author, at: now).add(firstAdministrator())
            }
            return try AccountStore(db, author: invocation.author, at: now)
                .invite(user, lasting: .seconds(3600 * hours))
        }
        StandardOutput.write(invocation.settings.baseURL + InvitationPage.path(token) + "\n")
    }

    private func firstAdministrator() throws -> User {
        guard let name, let email, email.split(separator: "@").count == 2 else {
            throw CommandError(
                .usage,
                """
                The register has no administrator, and no user «\(user)»: give --name and --email \
                to add one.
                """)
        }
        return User(
            id: user, name: name, email: email, unit: .central, role: .administrator,
            isActive: true, language: .nb)
    }
}
