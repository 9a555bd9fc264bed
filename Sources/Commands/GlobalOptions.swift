import ArgumentParser

/// The options that every command has.
struct GlobalOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp("Read the settings from this file.", valueName: "file"))
    var config: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The register's file; else AVTALT_REGISTER, else the settings.", valueName: "file"))
    var register: String?
}
