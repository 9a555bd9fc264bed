import Foundation

/// What came of one attempt of a task.
package enum Outcome: Hashable, Sendable, Codable {
    /// It is done; the result is JSON for the register, empty when there is nothing to keep.
    case done(result: Data = Data())
    /// Something outside failed that may pass; nil leaves the delay to the retry policy.
    case retry(after: Duration? = nil, reason: String)
    /// It can never be done as it is asked for.
    case rejected(reason: String)
}
