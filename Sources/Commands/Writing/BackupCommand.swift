import ArgumentParser
import Register

struct BackupCommand: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the register, while it is in use, to a file.",
        discussion: "The copy is verified. A file that is there already is not overwritten.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp("The new file.", valueName: "file")) var file: String

    func perform(_ invocation: Invocation) async throws {
        try invocation.openRegister(.existing).backup(to: file)
        StandardError.write("The register is copied to \(file).")
    }
}

struct RestoreCommand: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup in the register's place.",
        discussion: """
            The backup is verified first. The register that was there is kept beside it. Nothing \
            may have the register open: stop the coordinator first.
            """)

    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp("The backup.", valueName: "file")) var file: String

    func perform(_ invocation: Invocation) async throws {
        let kept = try Register.restore(from: file, to: invocation.settings.register)
        StandardError.write("\(invocation.settings.register) is restored from \(file).")
        if let kept { StandardError.write("What was there before is kept in \(kept).") }
    }
}
