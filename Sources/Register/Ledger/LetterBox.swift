import Agreements
import Foundation
import GRDB
import Rules
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

    /// Plans a letter to one of the staff, who get one mail a day: the planner puts it into the
    /// next digest, or lets it go alone on a day that brings none.
    @discardableResult
    package func post(
        _ letter: Letter, to user: User, once key: String, thread: String? = nil, at now: Instant
    ) throws -> Bool {
        try post(
            LetterOrder(address: user.email, recipient: user.id, thread: thread, letter: letter),
            once: key, about: user.id, unit: user.unit, dueAt: now.adding(Self.patience), at: now)
    }

    /// A letter to one of the staff that has not gone.
    package struct Waiting: Hashable, Sendable {
        package let id: TaskID
        /// Id of the user.
        package let recipient: String
        package let order: LetterOrder
    }

    /// Letters to the staff that wait for their day, in the order in which they were posted.
    package func waiting() throws -> [Waiting] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT id, payload FROM task JOIN task_payload ON task_payload.task = task.key
                WHERE kind = 'reminder.letter' AND state = 'planned' ORDER BY task.key
                """
        ).compactMap { row in
            let order = try JSONDecoder().decode(LetterOrder.self, from: row[1] as Data)
            return order.recipient.map {
                Waiting(id: TaskID(row[0] as String), recipient: $0, order: order)
            }
        }
    }

    /// Lets those letters go alone whose recipients have had no mail on the day, one for each;
    /// answers how many.
    package func release(on day: Day, at now: Instant) throws -> Int {
        let letters = try releasable(on: day)
        for letter in letters { try TaskStore(db).hasten(letter.id, at: now) }
        return letters.count
    }

    /// The letters that `release` would let go.
    package func releasable(on day: Day) throws -> [Waiting] {
        var served: Set<String> = []
        return try waiting().filter {
            try served.insert($0.recipient).inserted && !hadMail($0.recipient, on: day)
        }
    }

    /// Whether a digest or a letter to the user went, or is to go, on the day.
    private func hadMail(_ user: String, on day: Day) throws -> Bool {
        let (from, to) = (Oslo.instant(of: day), Oslo.instant(of: day.adding(days: 1)))
        return try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM task
                    WHERE unique_key = :digest AND state <> 'cancelled')
                OR EXISTS (SELECT 1 FROM task
                    WHERE kind = 'reminder.letter' AND subject = :user AND state <> 'cancelled'
                        AND due_at >= :from AND due_at < :to)
                """,
            arguments: [
                "digest": NoticeLedger.taskKey(digestOf: user, on: day), "user": user,
                "from": from.milliseconds, "to": to.milliseconds,
            ]) ?? false
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

    /// Takes back every letter that has not gone out and whose key begins like this.
    package func takeBackAll(under prefix: String, reason: String, at now: Instant) throws {
        let begin = Self.taskKey(prefix)
        let keys = try String.fetchAll(
            db,
            sql: """
                SELECT unique_key FROM task WHERE kind = 'reminder.letter' AND state = 'planned'
                AND substr(unique_key, 1, ?) = ?
                """, arguments: [begin.count, begin])
        for key in keys {
            try takeBack(String(key.dropFirst(Self.taskKey("").count)), reason: reason, at: now)
        }
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

    /// How long a letter waits for its day if no planner sees to it: over a long weekend.
    private static let patience = Duration.seconds(5 * 86_400)

    /// The unique key of a letter's task.
    package static func taskKey(_ key: String) -> String { "letter/\(key)" }
}
