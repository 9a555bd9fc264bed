import Agreements
import ArgumentParser
import Documents
import Foundation
import ReportWorker

struct WriteEdition: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "write",
        abstract: "Write an issued edition again.",
        discussion: """
            In the edition's language it is what was issued, to the byte. It goes to standard \
            output, or to --output FILE, which is replaced whole.
            """)

    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp("Such as annual-2012/1.", valueName: "edition"))
    var name: String
    @OptionGroup var target: ReportTarget
    @Option(help: "The language: nb, nn or en; else the edition's.") var language: Language?

    func perform(_ invocation: Invocation) async throws {
        let register = try invocation.openRegister(.readOnly)
        var order = try FrozenEdition(name, in: register).order
        order.language = language ?? order.language
        try target.write(
            try await ReportDocument(frozen: order).write(
                target.format, printer: invocation.printer))
    }
}
