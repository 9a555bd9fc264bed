import Agreements
import GRDB
import Secrets

/// Passwords, invitations and known browsers, within one transaction of the caller and with
/// events in the audit trail. No event holds a secret.
package struct AccountStore {
    /// What signing in with a password needs to know of somebody.
    package struct Credentials: Hashable, Sendable {
        /// Id of the user.
        package let user: String
        package let isActive: Bool
        /// Nil where none has been set.
        package let password: PasswordHash?
    }

    private let db: Database
    private let trail: AuditTrail
    private let now: Instant

    package init(_ db: Database, author: Author, at now: Instant) {
        self.db = db
        self.now = now
        trail = AuditTrail(db, author: author, at: now)
    }

    // MARK: Signing in

    /// Of the user with this id, or with this e-mail address where only one has it.
    package static func credentials(for name: String, in db: Database) throws -> Credentials? {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT id, active, password FROM user
                    LEFT JOIN account ON account.user = user.key
                    WHERE id = :name COLLATE NOCASE OR email = :name COLLATE NOCASE
                    ORDER BY id = :name COLLATE NOCASE DESC LIMIT 2
                    """),
            arguments: ["name": name])
        guard let row = rows.first else { return nil }
        let id: String = row[0]
        let isById = id.lowercased() == name.lowercased()
        guard isById || rows.count == 1 else { return nil }
        return Credentials(
            user: id, isActive: row[1], password: (row[2] as String?).flatMap(PasswordHash.init))
    }

    /// Records that somebody has signed in.
    package func recordSignIn(of user: String, with method: Session.Method) throws {
        try trail.recordEvent(
            entity: "sign_in", subject: user, details: ["method": method.rawValue])
    }

    /// Records that sessions were ended by somebody, the user or another.
    package func recordEnd(ofSessionsOf user: String, count: Int) throws {
        try trail.recordEvent(
            entity: "sessions_ended", subject: user, details: ["count": String(count)])
    }

    /// Records that a password was wrong or that somebody may not come in.
    ///
    /// - Parameter user: Nil for a name that nobody has: it may be a password typed too early.
    package func recordRefusal(of user: String?, because reason: RefusalReason) throws {
        try trail.recordEvent(
            entity: "sign_in_refused", subject: user, details: ["reason": reason.rawValue])
    }

    package func recordSignOut(of user: String) throws {
        try trail.recordEvent(entity: "sign_out", subject: user, details: [:])
    }

    /// Why a sign-in was refused, as the trail says it.
    package enum RefusalReason: String, CaseIterable, Sendable {
        case wrongPassword = "wrong_password"
        case unknownName = "unknown_name"
        case noPassword = "no_password"
        case notActive = "not_active"
        case tooManyTries = "too_many_tries"
        /// The OpenID provider vouches for somebody whom the register does not know.
        case unknownToRegister = "unknown_to_register"
        /// What the OpenID provider answered does not hold.
        case badAnswer = "bad_answer"
    }

    /// Whether the user has a password.
    package static func hasPassword(_ user: String, in db: Database) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT password IS NOT NULL FROM user JOIN account ON account.user = user.key
                WHERE user.id = ?
                """, arguments: [user]) ?? false
    }

    /// Ids of those who have a password.
    package static func usersWithPassword(in db: Database) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT id FROM user JOIN account ON account.user = user.key
                WHERE password IS NOT NULL ORDER BY id
                """)
    }

    // MARK: Passwords

    /// Sets the user's password, ends their other sessions and forgets their browsers.
    package func setPassword(
        of user: String, to hash: PasswordHash, keeping session: Int64? = nil
    ) throws {
        let key = try key(of: user)
        try db.execute(
            sql: """
                INSERT INTO account (user, password, password_set_at) VALUES (?, ?, ?)
                ON CONFLICT (user) DO UPDATE SET password = excluded.password,
                    password_set_at = excluded.password_set_at
                """,
            arguments: [key, hash.description, now.milliseconds])
        try SessionStore(db).endAll(of: user, keeping: session, at: now)
        try db.execute(sql: "DELETE FROM known_device WHERE user = ?", arguments: [key])
        try endInvitations(of: key, user)
        try trail.recordEvent(entity: "password_set", subject: user, details: [:])
    }

    // MARK: Invitations

    /// Makes an invitation to set a password and tells its token; an earlier one holds no more.
    package func invite(_ user: String, lasting time: Duration) throws -> String {
        let key = try key(of: user)
        try endInvitations(of: key, user)
        let token = SecretToken.make()
        let end = now.adding(time)
        try db.execute(
            sql: "INSERT INTO invitation (digest, user, made_at, expires_at) VALUES (?, ?, ?, ?)",
            arguments: [
                SecretToken.digest(of: token).data, key, now.milliseconds, end.milliseconds,
            ])
        try trail.recordEvent(
            entity: "invitation", subject: user, details: ["expires_at": end.description])
        return token
    }

    /// Id of the active user whom the token invites; nil when it is used, too old or unknown.
    package static func invited(by token: String, in db: Database, at now: Instant) throws
        -> String?
    {
        try String.fetchOne(
            db,
            sql: """
                SELECT user.id FROM invitation JOIN user ON user.key = invitation.user
                WHERE digest = ? AND ended_at IS NULL AND expires_at > ? AND active = 1
                """,
            arguments: [SecretToken.digest(of: token).data, now.milliseconds])
    }

    // MARK: Known browsers

    /// Browsers remembered for one person, at most; the one not used for the longest gives way.
    static let devicesPerUser = 10

    /// Remembers the browser that the user has signed in from, and tells the token for its cookie.
    package func rememberDevice(of user: String) throws -> String {
        let key = try key(of: user)
        let token = SecretToken.make()
        try db.execute(
            sql: "INSERT INTO known_device (digest, user, last_used_at) VALUES (?, ?, ?)",
            arguments: [SecretToken.digest(of: token).data, key, now.milliseconds])
        try db.execute(
            sql: """
                DELETE FROM known_device WHERE key IN (
                    SELECT key FROM known_device WHERE user = ?
                    ORDER BY last_used_at DESC, key DESC LIMIT -1 OFFSET ?)
                """,
            arguments: [key, Self.devicesPerUser])
        return token
    }

    /// Key of the browser, if the user has signed in from it.
    package static func device(_ token: String, of user: String, in db: Database) throws -> Int64? {
        try Int64.fetchOne(
            db,
            sql: """
                SELECT known_device.key FROM known_device
                JOIN user ON user.key = known_device.user WHERE digest = ? AND user.id = ?
                """,
            arguments: [SecretToken.digest(of: token).data, user])
    }

    /// Keeps the browser from being forgotten.
    package func useDevice(_ key: Int64) throws {
        try db.execute(
            sql: "UPDATE known_device SET last_used_at = ? WHERE key = ?",
            arguments: [now.milliseconds, key])
    }

    // MARK: OpenID

    /// Id of the user whom the provider knows as the subject.
    package static func user(issuer: String, subject: String, in db: Database) throws -> String? {
        try String.fetchOne(
            db,
            sql: """
                SELECT user.id FROM account JOIN user ON user.key = account.user
                WHERE issuer = ? AND subject = ?
                """,
            arguments: [issuer, subject])
    }

    /// Ties the user to the provider's subject, and loosens whomever it was tied to.
    package func link(_ user: String, issuer: String, subject: String) throws {
        let key = try key(of: user)
        try db.execute(
            sql: """
                UPDATE account SET issuer = NULL, subject = NULL
                WHERE issuer = ? AND subject = ? AND user <> ?
                """,
            arguments: [issuer, subject, key])
        try db.execute(
            sql: """
                INSERT INTO account (user, issuer, subject) VALUES (?, ?, ?)
                ON CONFLICT (user) DO UPDATE SET issuer = excluded.issuer,
                    subject = excluded.subject
                """,
            arguments: [key, issuer, subject])
        try endInvitations(of: key, user)
        try trail.recordEvent(
            entity: "sign_in_linked", subject: user, details: ["issuer": issuer])
    }

    // MARK: Steps

    private func endInvitations(of key: Int64, _ user: String) throws {
        try AccountLetters(db).takeBackAll(
            from: user, because: "Its invitation holds no more.", at: now)
        try db.execute(
            sql: "UPDATE invitation SET ended_at = ? WHERE user = ? AND ended_at IS NULL",
            arguments: [now.milliseconds, key])
    }

    private func key(of user: String) throws -> Int64 {
        let key = try Int64.fetchOne(
            db, sql: "SELECT key FROM user WHERE id = ?", arguments: [user])
        guard let key else {
            throw DatabaseError(message: "The register has no user «\(user)».")
        }
        return key
    }
}
