import Agreements
import GRDB

/// What is done at a nominal instant of a schedule, in the transaction that notes it as run.
package struct ScheduledWork: Sendable {
    private let body: @Sendable (Instant, Database) throws -> Void

    /// - Parameter body: Gets the nominal instant and the transaction; when it throws, the instant
    ///   is not dealt with.
    package init(_ body: @escaping @Sendable (Instant, Database) throws -> Void) {
        self.body = body
    }

    package func perform(at nominal: Instant, in db: Database) throws {
        try body(nominal, db)
    }
}
