import Agreements
import GRDB
import Secrets

/// The sessions of the register, within one transaction of the caller.
///
/// A session begins with a new token each time, and never with one that a browser brought along.
/// The token is told once; the register keeps its digest.
package struct SessionStore {
    /// How long a session holds.
    package struct Limits: Hashable, Sendable {
        /// Since it was last used.
        package var idle = Duration.seconds(8 * 3600)
        /// Since it began, however much it is used.
        package var age = Duration.seconds(12 * 3600)
        /// A use is written down once in so long, because reading is a thousand times faster.
        package var touch = Duration.seconds(300)
        /// Ended sessions are kept this long, for those who look for strange ones.
        package var memory = Duration.seconds(90 * 86_400)

        package init() {}

        /// Whether so much time has gone since the session's use was written down that it is to
        /// be written down again.
        package func needTouch(_ session: Session, at now: Instant) -> Bool {
            now.duration(since: session.lastSeenAt) >= touch
        }

        /// Whether the session, as it was read, is not over at this moment.
        package func allow(_ session: Session, at now: Instant) -> Bool {
            session.user.isActive && now.duration(since: session.lastSeenAt) < idle
                && now.duration(since: session.begunAt) < age
        }
    }

    private let db: Database
    private let limits: Limits

    package init(_ db: Database, limits: Limits = Limits()) {
        self.db = db
        self.limits = limits
    }

    /// Begins a session and tells its token; nil when no active user has the id.
    ///
    /// `providerSession` is what the OpenID provider calls its own session (`sid`).
    package func begin(
        user id: String, method: Session.Method, providerSession: String? = nil, at now: Instant
    ) throws -> String? {
        let user = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT key FROM user WHERE id = ? AND active = 1"),
            arguments: [id])
        guard let user else { return nil }
        let token = SecretToken.make()
        try db.execute(
            sql: """
                INSERT INTO session (digest, user, csrf, method, provider_session, begun_at,
                    last_seen_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                SecretToken.digest(of: token).data, user, SecretToken.make(), method.rawValue,
                providerSession, now.milliseconds, now.milliseconds,
            ])
        return token
    }

    /// The session of the token; nil when it is over, or its user is not active any more.
    ///
    /// Reads only, one row by its index.
    package func find(token: String, at now: Instant) throws -> Session? {
        try Self.digest(of: token).flatMap { try find(digest: $0, at: now) }
    }

    /// The same, by what the register keeps of the token.
    package func find(digest: [UInt8], at now: Instant) throws -> Session? {
        let row = try Row.fetchOne(
            db.cachedStatement(sql: Self.byDigest), arguments: [digest.data])
        guard let session = try row.map(Self.session), limits.allow(session, at: now) else {
            return nil
        }
        return session
    }

    /// What the register keeps of a token; nil for a text of another length, which was not made
    /// here and need not be digested.
    package static func digest(of token: String) -> [UInt8]? {
        token.utf8.count == 43 ? SecretToken.digest(of: token) : nil
    }

    /// Writes down that the session is used, unless that was done a moment ago.
    package func touch(_ session: Session, at now: Instant) throws {
        guard limits.needTouch(session, at: now) else { return }
        try db.execute(
            sql: "UPDATE session SET last_seen_at = ? WHERE key = ? AND last_seen_at < ?",
            arguments: [now.milliseconds, session.key, now.milliseconds])
    }

    /// Ends one session of the user; false when there is none that holds.
    @discardableResult
    package func end(key: Int64, of user: String, at now: Instant) throws -> Bool {
        try end("session.key = ? AND user = (SELECT key FROM user WHERE id = ?)", [key, user], now)
            > 0
    }

    /// Ends the user's sessions, but not the one to be kept, and tells how many.
    @discardableResult
    package func endAll(of user: String, keeping key: Int64? = nil, at now: Instant) throws -> Int {
        try end(
            "user = (SELECT key FROM user WHERE id = ?) AND key IS NOT ?", [user, key], now)
    }

    /// Whether a session that the OpenID provider calls by this name has not ended.
    package func holds(providerSession name: String) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM session
                WHERE provider_session = ? AND ended_at IS NULL)
                """, arguments: [name]) ?? false
    }

    /// Ends what the OpenID provider calls by this name, and tells how many sessions it was.
    @discardableResult
    package func endAll(ofProviderSession name: String, at now: Instant) throws -> Int {
        try end("provider_session = ?", [name], now)
    }

    /// The user's sessions that hold, the latest used first.
    package func list(of user: String, at now: Instant) throws -> [Session] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                \(Self.selection) WHERE session.ended_at IS NULL
                AND session.user = (SELECT key FROM user WHERE id = ?)
                ORDER BY session.last_seen_at DESC, session.key DESC
                """, arguments: [user])
        return try rows.map(Self.session).filter { limits.allow($0, at: now) }
    }

    /// Removes sessions that have long been over, at most so many, and tells how many.
    @discardableResult
    package func prune(limit: Int = 1000, at now: Instant) throws -> Int {
        try db.execute(
            sql: """
                DELETE FROM session WHERE key IN (
                    SELECT key FROM session WHERE last_seen_at < ? ORDER BY last_seen_at LIMIT ?)
                """,
            arguments: [now.milliseconds - limits.memory.milliseconds, limit])
        return db.changesCount
    }

    // MARK: Steps

    static let byDigest = "\(selection) WHERE session.digest = ? AND session.ended_at IS NULL"

    private static let selection = """
        SELECT session.key, csrf, begun_at, last_seen_at, method, user.id,
            user.name, user.email, user.unit, user.role, user.active, user.leave_from,
            user.leave_to, user.language
        FROM session JOIN user ON user.key = session.user
        """

    private static func session(_ row: Row) throws -> Session {
        Session(
            key: row[0],
            user: User(
                id: row[5], name: row[6], email: row[7], unit: try row.term(8),
                role: try row.term(9), isActive: row[10], leaveFrom: row[11], leaveTo: row[12],
                language: try row.term(13)),
            csrf: row[1], begunAt: Instant(milliseconds: row[2]),
            lastSeenAt: Instant(milliseconds: row[3]), method: try row.term(4))
    }

    private func end(_ condition: String, _ arguments: StatementArguments, _ now: Instant) throws
        -> Int
    {
        try db.execute(
            sql: "UPDATE session SET ended_at = ? WHERE ended_at IS NULL AND \(condition)",
            arguments: [now.milliseconds] + arguments)
        return db.changesCount
    }
}
