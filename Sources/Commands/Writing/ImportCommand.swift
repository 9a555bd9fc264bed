import ArgumentParser
import Foundation
import Register
import Settings

struct ImportCommand: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take a folder of CSV files into the register, all or nothing.",
        discussion: """
            Any of the files of the import format may be there; references are to rows in the \
            same folder or already in the register. A row whose identifier exists updates it, \
            with the change in the audit trail. Importing the same folder twice changes nothing \
            the second time.

            If anything is wrong, every error is listed as «file:line: column: what is wrong, and \
            what would be right», nothing is written, and the exit code is 65.

            The register is created if there is none.
            """)

    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp("The folder.", valueName: "dir")) var folder: String
    @Flag(help: "Say what would be added, changed and left, and write nothing.") var dryRun = false
    @Option(help: "How the result is written: text or json.") var format = TextFormat.text

    func perform(_ invocation: Invocation) async throws {
        let progress = ProgressLine()
        progress.show("Importing \(folder) …")
        defer { progress.clear() }
        let path = invocation.settings.register
        var isKept = FileManager.default.fileExists(atPath: path)
        let register = try invocation.openRegister(.createIfMissing)
        defer { if !isKept { remove(register) } }
        do {
            let summary = try register.importFolder(
                folder, dryRun: dryRun, author: invocation.author, at: invocation.clock.now())
            isKept = isKept || !dryRun
            progress.clear()
            try write(summary)
        } catch let error as ImportError {
            guard case .rejected(let faults, let more) = error, format == .json else { throw error }
            progress.clear()
            StandardOutput.write(try ImportRejection(errors: faults, more: more).json())
            throw ExitCode(ExitStatus.badData.rawValue)
        }
    }

    /// Takes a register away that was made for an import that has left nothing in it.
    private func remove(_ register: Register) {
        do {
            try register.close()
            for file in [register.path, "\(register.path)-wal", "\(register.path)-shm"]
            where FileManager.default.fileExists(atPath: file) {
                try FileManager.default.removeItem(atPath: file)
            }
        } catch {
            StandardError.write("The empty register \(register.path) cannot be removed: \(error)")
        }
    }

    private func write(_ summary: ImportSummary) throws {
        guard format == .text else { return StandardOutput.write(try summary.json()) }
        let names = Set(summary.added.keys).union(summary.changed.keys)
            .union(summary.unchanged.keys).sorted()
        for name in names {
            StandardOutput.write(
                """
                \(name): \(summary.added[name] ?? 0) added, \(summary.changed[name] ?? 0) changed, \
                \(summary.unchanged[name] ?? 0) unchanged

                """)
        }
        if dryRun { StandardOutput.write("This was a dry run: nothing is written.\n") }
    }
}
