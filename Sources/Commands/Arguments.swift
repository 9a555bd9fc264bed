import Agreements
import ArgumentParser
import Staffing

extension Day: ExpressibleByArgument {
    /// Reads `2013-05-31` and `31.05.2013`.
    package init?(argument: String) {
        let parts = argument.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count == 3, let day = Int(parts[0]), let month = Int(parts[1]),
            parts[2].count == 4, let year = Int(parts[2])
        {
            self.init(year: year, month: month, day: day)
        } else {
            self.init(argument)
        }
    }
}

extension ActivityKind: ExpressibleByArgument {}
extension SubGoal: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
extension MeetingLevel: ExpressibleByArgument {}
extension Side: ExpressibleByArgument {}

/// How most commands write their result.
enum TextFormat: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
}
