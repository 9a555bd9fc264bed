import Agreements
import Foundation
import GRDB
import Rules
import Secrets

/// The links by which people answer a reminder from a mail, without signing in.
///
/// A link is made of 24 random bytes and a code over them and all that the link is bound to: the
/// person, the notice and the end of its time. It can be used once.
package struct AnswerLinks {
    /// How long a link can be used: as far as the last stage of most rules.
    package static let lifetime = Duration.seconds(14 * 86_400)
    /// How long what a link was used for is kept, to say that it was.
    private static let memory = Duration.seconds(180 * 86_400)

    /// What a link is bound to.
    package struct Link: Hashable, Sendable {
        /// Id of the user whose answer it is.
        package let user: String
        package let notice: NoticeKey
        package let expiresAt: Instant
        /// What it was used for; nil while it can be used.
        package let answer: NoticeAnswer?
        let key: Int64
    }

    /// How a link stands.
    package enum Standing: Hashable, Sendable {
        case open(Link)
        case used(Link)
        case expired(Link)

        package var link: Link {
            switch self {
            case .open(let link), .used(let link), .expired(let link): link
            }
        }
    }

    private let db: Database

    package init(_ db: Database) {
        self.db = db
    }

    /// Makes a link, and answers the text that stands for it in an address.
    package func make(for user: String, _ notice: NoticeKey, at now: Instant) throws -> String {
        let expiresAt = now.adding(Self.lifetime)
        let nonce = SecretBytes.random(count: 24)
        let code = MessageCode.make(
            of: Self.bound(nonce, user, notice, expiresAt),
            by: try secret() ?? makeSecret(at: now))
        let token = Base64URL.encode(nonce + code.prefix(24))
        try db.cachedStatement(
            sql: """
                INSERT INTO answer_link
                    (digest, user, rule, subject, due_on, stage, made_at, expires_at)
                SELECT ?, key, ?, ?, ?, ?, ?, ? FROM user WHERE id = ?
                """
        ).execute(arguments: [
            Data(SecretToken.digest(of: token)), notice.rule.rawValue, notice.subject,
            notice.dueOn.description, notice.stage, now.milliseconds, expiresAt.milliseconds, user,
        ])
        return token
    }

    /// How the link stands; nil for one that is made up or bound to something else.
    package func find(_ token: String, at now: Instant) throws -> Standing? {
        guard let secret = try secret(), token.utf8.count == 64,
            let bytes = Base64URL.decode(token),
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT answer_link.key, user.id, rule, subject, due_on, stage, expires_at,
                        answer
                    FROM answer_link JOIN user ON user.key = answer_link.user WHERE digest = ?
                    """, arguments: [Data(SecretToken.digest(of: token))]),
            let rule = NoticeRule(rawValue: row[2])
        else { return nil }
        let link = Link(
            user: row[1],
            notice: NoticeKey(rule: rule, subject: row[3], dueOn: row[4], stage: row[5]),
            expiresAt: Instant(milliseconds: row[6]),
            answer: (row[7] as String?).flatMap(NoticeAnswer.init), key: row[0])
        let code = MessageCode.make(
            of: Self.bound(Array(bytes.prefix(24)), link.user, link.notice, link.expiresAt),
            by: secret)
        guard SecretBytes.areEqual(Array(bytes.suffix(24)), Array(code.prefix(24))) else {
            return nil
        }
        if link.answer != nil { return .used(link) }
        return now < link.expiresAt ? .open(link) : .expired(link)
    }

    /// Uses a link up; false when it was used before or its time is over.
    package func use(_ link: Link, for answer: NoticeAnswer, at now: Instant) throws -> Bool {
        try db.execute(
            sql: """
                UPDATE answer_link SET used_at = ?, answer = ?
                WHERE key = ? AND used_at IS NULL AND expires_at > ?
                """,
            arguments: [now.milliseconds, answer.rawValue, link.key, now.milliseconds])
        return db.changesCount == 1
    }

    /// Records in the audit trail that somebody's answer came by a link.
    package func recordUse(of link: Link, for answer: NoticeAnswer, author: Author, at now: Instant)
        throws
    {
        try AuditTrail(db, author: author, at: now).recordEvent(
            entity: "mail_answer", subject: link.user,
            details: [
                "rule": link.notice.rule.rawValue, "about": link.notice.subject,
                "due_on": link.notice.dueOn.description, "answer": answer.rawValue,
            ])
    }

    /// Forgets links that ended long ago.
    package func forgetEnded(at now: Instant) throws {
        try db.execute(
            sql: "DELETE FROM answer_link WHERE expires_at < ?",
            arguments: [now.adding(.zero - Self.memory).milliseconds])
    }

    /// The key of this register.
    private func secret() throws -> [UInt8]? {
        try Data.fetchOne(
            db.cachedStatement(sql: "SELECT secret FROM answer_key ORDER BY key DESC LIMIT 1")
        ).map { Array($0) }
    }

    /// Made when it is first needed.
    private func makeSecret(at now: Instant) throws -> [UInt8] {
        let made = SecretBytes.random(count: 32)
        try db.execute(
            sql: "INSERT INTO answer_key (secret, made_at) VALUES (?, ?)",
            arguments: [Data(made), now.milliseconds])
        return made
    }

    /// No part holds the sign that parts them.
    private static func bound(
        _ nonce: [UInt8], _ user: String, _ notice: NoticeKey, _ expiresAt: Instant
    ) -> [UInt8] {
        let parts = [
            user, notice.rule.rawValue, notice.subject, notice.dueOn.description,
            String(notice.stage), String(expiresAt.milliseconds),
        ]
        return nonce + Array(parts.joined(separator: "\u{1F}").utf8)
    }
}
