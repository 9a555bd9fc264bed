/// What a task asks for, written `<worker>.<work>`.
///
/// The set is open: a kind that this version does not know is carried on, never dropped.
package struct TaskKind: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// One recipient's notices of one day.
    package static let reminderDigest = TaskKind(rawValue: "reminder.digest")
    /// One letter to one address, such as an invitation.
    package static let reminderLetter = TaskKind(rawValue: "reminder.letter")
    /// An agreement's evaluation of a year with its evidence.
    package static let evaluationOpen = TaskKind(rawValue: "evaluation.open")
    /// The scores, light and rating of a submitted evaluation.
    package static let evaluationAssess = TaskKind(rawValue: "evaluation.assess")
    /// One unit's part of a consolidated report.
    package static let reportPart = TaskKind(rawValue: "report.part")
    /// The consolidated report of all parts.
    package static let reportWhole = TaskKind(rawValue: "report.whole")

    /// The worker that does it, which is the part before the first dot: `reminder`.
    package var worker: String {
        String(rawValue.prefix { $0 != "." })
    }
}

extension TaskKind: Codable {
    package init(from decoder: any Decoder) throws {
        self.init(rawValue: try decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

extension TaskKind: CustomStringConvertible {
    package var description: String { rawValue }
}
