import Agreements
import Foundation
import GRDB
import Tasks

/// Letters that are to be sent, planned in the transaction of what they follow from.
package struct LetterBox {
    private let db: Database

    package init(_ db: Database) {
        self.db = db
    }

    /// Plans a letter, unless there is one for the key already; answers whether it did.
    ///
    /// - Parameters:
    ///   - key: What there may be one letter of: `evaluation/NORD-2012-003/2013/invitation/1`.
    ///   - subject: What the task is found by: a user's id, or an agreement's.
    ///   - dueAt: When it may go; now if left out.
    ///   - expiresAt: From then on it is not to go any more.
    @discardableResult
    package func post(
        _ order: LetterOrder, once key: String, about subject: String, unit: OwningUnit,
        dueAt: Instant? = nil, expiresAt: Instant? = nil, at now: Instant
    ) throws -> Bool {
        let task = NewTask(
            once: Self.taskKey(key), kind: .reminderLetter, unit: unit, subject: subject,
            dueAt: dueAt ?? now, expiresAt: expiresAt, payload: try JSONEncoder().encode(order))
        return try !TaskStore(db).plan([task], at: now).isEmpty
    }

    /// Takes a letter back that has not gone out; answers whether there was one.
    @discardableResult
    package func takeBack(_ key: String, reason: String, at now: Instant) throws -> Bool {
        let id = TaskID(uniqueKey: Self.taskKey(key))
        guard case .changed = try TaskStore(db).cancel(id, at: now, reason: reason) else {
            return false
        }
        try forgetLink(of: id)
        return true
    }

    /// Where the letter stands; nil where there is none, or its task was pruned.
    package func state(of key: String) throws -> TaskState? {
        try TaskStore(db).task(TaskID(uniqueKey: Self.taskKey(key)))?.state
    }

    /// Leaves out of a letter's order the address that lets its reader in.
    package func forgetLink(of id: TaskID) throws {
        let store = TaskStore(db)
        guard var order = try store.envelope(of: id)?.payload(as: LetterOrder.self) else { return }
        order.letter.link = ""
        try store.keepPayload(of: id, as: try JSONEncoder().encode(order))
    }

    /// The unique key of a letter's task.
    package static func taskKey(_ key: String) -> String { "letter/\(key)" }
}
