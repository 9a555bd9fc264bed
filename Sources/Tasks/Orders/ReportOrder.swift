import Agreements
import Foundation
import Rules

/// What the report worker is asked for first: one unit's part. It answers with a `UnitReport`.
package struct ReportPartOrder: Hashable, Sendable, Codable {
    /// The report's id and edition: `annual-2012/1`.
    package var report: String
    package var unit: OwningUnit
    package var period: Period
    /// The day whose division into regions the part is of; nil for the cut-off's.
    package var divisionOn: Day?
    /// The rows that the unit's part needs.
    package var facts: Facts
    package var rulebook: Rulebook

    package init(
        report: String, unit: OwningUnit, period: Period, divisionOn: Day? = nil, facts: Facts,
        rulebook: Rulebook
    ) {
        self.divisionOn = divisionOn
        self.report = report
        self.unit = unit
        self.period = period
        self.facts = facts
        self.rulebook = rulebook
    }
}

/// What the report worker is asked for last: the consolidated report of all parts.
package struct ReportOrder: Hashable, Sendable, Codable {
    /// The report's id and edition: `annual-2012/1`.
    package var report: String
    package var content: ConsolidatedReport
    package var language: Language
    /// The share of a target at which a light is yellow.
    package var rulebook: Rulebook
    /// Where figures lead to their records, without a slash at the end; nil for none.
    package var baseURL: String?

    package init(
        report: String, content: ConsolidatedReport, language: Language, rulebook: Rulebook,
        baseURL: String? = nil
    ) {
        self.baseURL = baseURL
        self.report = report
        self.content = content
        self.language = language
        self.rulebook = rulebook
    }
}

/// A consolidated report as files.
package struct ReportAnswer: Hashable, Sendable, Codable {
    package struct File: Hashable, Sendable, Codable {
        /// The ending of the file's name: `html`.
        package var ending: String
        package var mediaType: String
        package var body: Data

        package init(ending: String, mediaType: String, body: Data) {
            self.ending = ending
            self.mediaType = mediaType
            self.body = body
        }
    }

    package var files: [File]
    /// SHA-256 of the figures as JSON, 64 hexadecimal digits.
    package var checksum: String
    /// A sentence for each file that could not be written; nil where all were.
    package var problems: [String]?

    package init(files: [File], checksum: String, problems: [String]? = nil) {
        self.files = files
        self.checksum = checksum
        self.problems = problems
    }
}
