import Agreements
import ArgumentParser
import Checksum
import Documents
import Foundation
import Register
import Settings

struct ArchiveCommand: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "archive",
        abstract: "Write the package that the archive gets of an agreement's year.",
        discussion: """
            One ZIP file: the year as PDF/A, what was signed and what was added in the year, \
            metadata with the archive's case number and access restriction, and a list of all \
            files with their checksums. The register keeps a receipt of it in its audit trail.
            """)

    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp("The agreement's id.", valueName: "agreement"))
    var agreement: String
    @Option(help: "The year.") var year: Int
    @Option(help: ArgumentHelp("Write to this file.", valueName: "file")) var output: String
    @Option(help: "The language: nb, nn or en; else the settings'.") var language: Language?

    func validate() throws {
        guard (1990...2100).contains(year) else {
            throw ValidationError("--year is a year from 1990 to 2100.")
        }
    }

    func perform(_ invocation: Invocation) async throws {
        let register = try invocation.openRegister(.existing)
        let rulebook = try invocation.rules(in: register).current
        let (content, documents) = try register.read { db in
            do {
                return (
                    try AgreementYear.read(
                        agreement, year: year, on: invocation.today,
                        rulebook: rulebook, in: db),
                    try ArchiveReceipts.contents(of: agreement, year: year, in: db)
                )
            } catch let refusal as RecordRefusal {
                throw CommandError(.noInput, "\(refusal)")
            }
        }
        let package = ArchivePackage(
            content,
            documents: documents.map { held, body in
                ArchivePackage.Document(
                    name: held.name, mediaType: held.mediaType, kind: held.kind.rawValue,
                    content: body)
            }, language: language ?? invocation.settings.language,
            checksum: { Checksum.hexadecimal(of: $0) })
        let (archive, files) = try await package.write(printer: invocation.printer)
        do {
            try archive.write(to: URL(fileURLWithPath: output), options: .atomic)
        } catch {
            throw CommandError(
                .cannotCreate,
                "The package cannot be written to \(output): \(error.localizedDescription)")
        }
        let sha256 = Checksum.hexadecimal(of: archive)
        try register.write { db in
            try ArchiveReceipts(db).record(
                agreement, year: year, sha256: sha256, size: archive.count,
                files: files.count + 1, author: invocation.author, at: invocation.clock.now())
        }
        StandardOutput.write("\(sha256)  \(output)\n")
    }
}
