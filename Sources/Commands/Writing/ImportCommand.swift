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
        let scratch = try scratchFolder(invocation)
        defer { scratch?.remove() }
        let register = try Register.open(
            at: scratch?.registerPath ?? invocation.settings.register, mode: .createIfMissing)
        do {
            let summary = try register.importFolder(
                folder, dryRun: dryRun, author: invocation.author, at: invocation.clock.now())
            progress.clear()
            try write(summary)
        } catch let error as ImportError {
            guard case .rejected(let faults, let more) = error, format == .json else { throw error }
            progress.clear()
            StandardOutput.write(try ImportRejection(errors: faults, more: more).json())
            throw ExitCode(ExitStatus.badData.rawValue)
        }
    }

    /// Where a dry run without a register tries it out, so that it leaves none behind.
    private func scratchFolder(_ invocation: Invocation) throws -> ScratchFolder? {
        let exists = FileManager.default.fileExists(atPath: invocation.settings.register)
        return dryRun && !exists ? try ScratchFolder() : nil
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

/// A folder of its own that is gone when the command ends.
private struct ScratchFolder {
    private let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory
            .appendingPathComponent("avtalt-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: url, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    }

    var registerPath: String { url.appendingPathComponent("dry-run.sqlite").path }

    func remove() {
        do {
            try FileManager.default.removeItem(at: url)
        } catch {
            StandardError.write("The temporary folder \(url.path) cannot be removed: \(error)")
        }
    }
}
