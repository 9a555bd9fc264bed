import Foundation
import GRDB
import Tasks

/// What the result of a kind of task does to the register.
///
/// It runs in the transaction that records the result, so that it happens once.
package struct TaskEffect: Sendable {
    private let body: @Sendable (Data, StoredTask, Database) throws -> Void

    /// - Parameter body: Gets the result, the task without its payload, and the transaction. An
    ///   error undoes what it did and ends the task as dead, unless the register is in trouble.
    package init(_ body: @escaping @Sendable (Data, StoredTask, Database) throws -> Void) {
        self.body = body
    }

    package func apply(_ result: Data, of task: StoredTask, in db: Database) throws {
        try body(result, task, db)
    }
}
