import ArgumentParser
import Checksum
import Documents
import Foundation
import Register
import ReportWorker
import Settings

struct VerifyEditions: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Write issued editions again, and compare them with what was issued.",
        discussion: """
            The figures' checksum and every file are compared. A difference ends with exit code \
            65. Editions of versions that kept nothing to write them from are passed over.
            """)

    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp("Such as annual-2012/1; else all.", valueName: "edition"))
    var names: [String] = []

    func perform(_ invocation: Invocation) async throws {
        let register = try invocation.openRegister(.readOnly)
        let all = try names.isEmpty ? Self.names(in: register) : names
        var differences = 0
        for name in all {
            let frozen = try FrozenEdition(name, in: register)
            let document = ReportDocument(frozen: frozen.order)
            var wrong =
                ReportDocument.checksum(of: frozen.order) == frozen.edition.checksum
                ? [] : ["figures"]
            for file in frozen.files {
                guard
                    let format = ReportFormat.allCases.first(where: {
                        $0.fileEnding == file.ending
                    })
                else { continue }
                let body = try await document.write(format, printer: invocation.printer)
                if Checksum.hexadecimal(of: body) != file.checksum { wrong.append(file.ending) }
            }
            StandardOutput.write(
                wrong.isEmpty
                    ? "\(name): the same bytes\n"
                    : "\(name): not what was issued: \(wrong.joined(separator: ", "))\n")
            differences += wrong.isEmpty ? 0 : 1
        }
        guard differences == 0 else {
            throw CommandError(
                .badData,
                """
                \(differences) of \(all.count) editions are not what was issued. Where only pages \
                differ (html, pdf), this version of Avtalt, WeasyPrint or a typeface lays them out \
                otherwise, and the files that were issued are still there; else run `avtalt check`.
                """)
        }
    }

    private static func names(in register: Register) throws -> [String] {
        try register.read { db in
            let shelf = ReportShelf(db)
            return try shelf.editions().filter { edition in
                try edition.isIssued && shelf.content(of: edition) != nil
            }.map(\.name)
        }
    }
}
