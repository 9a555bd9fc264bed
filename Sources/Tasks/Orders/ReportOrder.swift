import Agreements
import Foundation
import Rules

/// What the report worker is asked for first: one unit's part. It answers with a `UnitReport`.
package struct ReportPartOrder: Hashable, Sendable, Codable {
    /// The report's id and edition: `annual-2012/1`.
    package var report: String
    package var unit: OwningUnit
    package var period: Period
    /// The rows that the unit's part needs.
    package var facts: Facts
    package var rulebook: Rulebook

    package init(
        report: String, unit: OwningUnit, period: Period, facts: Facts, rulebook: Rulebook
    ) {
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

    package init(
        report: String, content: ConsolidatedReport, language: Language, rulebook: Rulebook
    ) {
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

    package init(files: [File], checksum: String) {
        self.files = files
        self.checksum = checksum
    }
}
