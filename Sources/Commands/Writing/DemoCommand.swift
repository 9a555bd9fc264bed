import Agreements
import ArgumentParser
import Demonstration
import Foundation
import Register

struct DemoCommand: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Make up two years of activity for the agreements of 2013, to import.",
        discussion: """
            The register must hold the municipalities and the agreements of 2013 (Config/norway, \
            Config/imdi-2013). The rows are made from a seed: the same seed gives the same rows \
            everywhere. Nothing is written to the register; `avtalt import DIR` does that.
            """)

    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp("The new folder.", valueName: "dir")) var folder: String
    @Option(help: "What the rows are made from.") var seed: UInt64 = 2013

    @Option(
        help: ArgumentHelp(
            "Leave out what happened after this day, so that work lies ahead.",
            valueName: "date"))
    var until: Day?

    func perform(_ invocation: Invocation) async throws {
        let register = try invocation.openRegister(.readOnly)
        let reference = try register.read { db in
            DemonstrationReference(
                counties: try Nouns.counties(in: db),
                municipalities: try Nouns.municipalities(in: db),
                parties: try Nouns.parties(in: db), agreements: try Nouns.agreements(in: db),
                plans: try Nouns.plans(in: db))
        }
        try Demonstration(reference: reference)
            .write(to: URL(fileURLWithPath: folder), seed: seed, until: until)
        StandardError.write(
            "The made-up rows are in \(folder): `avtalt import \(folder)` takes them in.")
    }
}
