/// What an import did, or would do in a dry run: rows by file, without `.csv` in the name.
///
/// Only files that were in the folder are named; encoded as interfaces.md shows.
package struct ImportSummary: Hashable, Sendable, Codable {
    package var added: [String: Int] = [:]
    package var changed: [String: Int] = [:]
    package var unchanged: [String: Int] = [:]
    package var isDryRun: Bool

    package init(isDryRun: Bool) {
        self.isDryRun = isDryRun
    }

    private enum CodingKeys: String, CodingKey {
        case added
        case changed
        case unchanged
        case isDryRun = "dry_run"
    }
}

/// What `avtalt import --format json` prints of a folder that was rejected.
package struct ImportRejection: Hashable, Sendable, Codable {
    package var errors: [ImportFault]
    /// How many more faults there are.
    package var more: Int

    package init(errors: [ImportFault], more: Int) {
        self.errors = errors
        self.more = more
    }
}
