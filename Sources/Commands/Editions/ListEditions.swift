import Agreements
import ArgumentParser
import Register

struct ListEditions: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the editions of all reports, the latest last.")

    @OptionGroup var global: GlobalOptions

    func perform(_ invocation: Invocation) async throws {
        let editions = try invocation.openRegister(.readOnly).read { db in
            try ReportShelf(db).editions()
        }
        for edition in editions {
            StandardOutput.write(
                [
                    edition.name, "\(edition.period.from)", "\(edition.period.to)",
                    edition.issuedAt ?? "in progress", edition.checksum ?? "-",
                    edition.terms?.askedBy ?? "-",
                ].joined(separator: "\t") + "\n")
        }
    }
}
