import Agreements
import Rules

extension Day: ExpressibleByStringLiteral {
    /// A test's own date; a mistyped one stops the test run.
    public init(stringLiteral text: String) {
        guard let day = Day(text) else { preconditionFailure("«\(text)» is not a date.") }
        self = day
    }
}

extension Period {
    static func of(_ from: Day, _ to: Day) -> Period {
        guard let period = Period(from: from, to: to) else {
            preconditionFailure("\(to) lies before \(from).")
        }
        return period
    }
}
