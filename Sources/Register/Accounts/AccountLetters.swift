import Agreements
import Foundation
import GRDB
import Rules
import Tasks

/// The letter by which somebody is invited to an account: one for each invitation, at once, since
/// whoever cannot sign in has no digest to wait for.
package struct AccountLetters {
    private let db: Database

    package init(_ db: Database) {
        self.db = db
    }

    /// Posts the letter of the invitation that was just made; it does not go any more once the
    /// invitation has run out.
    ///
    /// - Parameter link: The whole address that lets its reader in.
    package func post(to user: User, link: String, at now: Instant) throws {
        guard let invitation = try invitation(of: user.id, at: now) else {
            preconditionFailure("\(user.id) has no invitation to write of.")
        }
        let end = invitation.expiresAt
        let letter = Letter(
            .accountInvitation, to: user.name, in: user.language,
            dueOn: Oslo.day(at: end).adding(days: -1), link: link)
        try LetterBox(db).post(
            LetterOrder(address: user.email, letter: letter), once: invitation.letter,
            about: user.id, unit: user.unit, expiresAt: end, at: now)
    }

    /// Takes letters back that have not gone, since what they hold lets nobody in any more.
    package func takeBackAll(from user: String, because reason: String, at now: Instant) throws {
        try LetterBox(db).takeBackAll(under: "account/\(user)/", reason: reason, at: now)
    }

    /// An invitation that holds, and its letter.
    package struct Standing: Hashable, Sendable {
        package let expiresAt: Instant
        /// Nil where the link was handed over in another way.
        package let letter: Posted?
    }

    /// A letter that was posted.
    package struct Posted: Hashable, Sendable {
        package let address: String
        package let state: TaskState
    }

    /// The invitation by which the user may come in; nil where there is none.
    package func standing(of user: String, at now: Instant) throws -> Standing? {
        guard let invitation = try invitation(of: user, at: now) else { return nil }
        let (store, id) = (TaskStore(db), TaskID(uniqueKey: LetterBox.taskKey(invitation.letter)))
        let task = try store.task(id)
        let order = try store.envelope(of: id)?.payload(as: LetterOrder.self)
        return Standing(
            expiresAt: invitation.expiresAt,
            letter: task.flatMap { task in
                order.map { Posted(address: $0.address, state: task.state) }
            })
    }

    /// The invitation that holds, and what there may be one letter of.
    private func invitation(
        of user: String, at now: Instant
    ) throws -> (letter: String, expiresAt: Instant)? {
        try Row.fetchOne(
            db,
            sql: """
                SELECT invitation.key, expires_at FROM invitation
                JOIN user ON user.key = invitation.user
                WHERE user.id = ? AND ended_at IS NULL AND expires_at > ?
                ORDER BY invitation.key DESC LIMIT 1
                """, arguments: [user, now.milliseconds]
        ).map { ("account/\(user)/\($0[0] as Int64)", Instant(milliseconds: $0[1])) }
    }
}
