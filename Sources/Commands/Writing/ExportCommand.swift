import ArgumentParser
import Register

struct ExportCommand: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the whole register as a folder of CSV files.",
        discussion: """
            The folder is in the import format: importing it into an empty register gives the \
            same register. It must be empty or not be there.
            """)

    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp("The folder.", valueName: "dir")) var folder: String

    func perform(_ invocation: Invocation) async throws {
        let register = try invocation.openRegister(.existing)
        try register.exportFolder(folder)
        try register.write { db in
            try AuditTrail(db, author: invocation.author, at: invocation.clock.now())
                .recordEvent(entity: "export", subject: nil, details: ["folder": folder])
        }
        StandardError.write("The register is written to \(folder).")
    }
}
