import GRDB

/// How people sign in, and who has.
///
/// An instant is in milliseconds since 1970 in UTC. Of tokens only the digest is kept, so that
/// whoever reads a copy of the register can use none of them. Addresses of machines are not kept.
enum AccountTables {
    static func create(in db: Database) throws {
        try db.execute(sql: accounts)
        try db.execute(sql: sessions)
    }

    private static let accounts = """
        CREATE TABLE account (
            user INTEGER PRIMARY KEY REFERENCES user,
            password TEXT CHECK (password GLOB '$scrypt$*'),
            password_set_at INTEGER,
            issuer TEXT,
            subject TEXT CHECK (subject <> ''),
            CHECK ((issuer IS NULL) = (subject IS NULL)),
            CHECK ((password IS NULL) = (password_set_at IS NULL))
        ) STRICT;
        CREATE UNIQUE INDEX account_by_subject ON account (issuer, subject)
            WHERE issuer IS NOT NULL;
        CREATE TABLE invitation (
            key INTEGER PRIMARY KEY,
            digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
            user INTEGER NOT NULL REFERENCES user,
            made_at INTEGER NOT NULL,
            expires_at INTEGER NOT NULL CHECK (expires_at > made_at),
            ended_at INTEGER
        ) STRICT;
        CREATE INDEX invitation_by_user ON invitation (user) WHERE ended_at IS NULL;
        CREATE TABLE known_device (
            key INTEGER PRIMARY KEY,
            digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
            user INTEGER NOT NULL REFERENCES user,
            last_used_at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX known_device_by_user ON known_device (user, last_used_at);
        """

    private static let sessions = """
        CREATE TABLE session (
            key INTEGER PRIMARY KEY,
            digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
            user INTEGER NOT NULL REFERENCES user,
            csrf TEXT NOT NULL CHECK (length(csrf) >= 22),
            method TEXT NOT NULL CHECK (method IN ('password', 'provider')),
            provider_session TEXT,
            begun_at INTEGER NOT NULL,
            last_seen_at INTEGER NOT NULL CHECK (last_seen_at >= begun_at),
            ended_at INTEGER
        ) STRICT;
        CREATE INDEX session_by_user ON session (user) WHERE ended_at IS NULL;
        CREATE INDEX session_by_provider_session ON session (provider_session)
            WHERE provider_session IS NOT NULL;
        CREATE INDEX session_by_last_seen_at ON session (last_seen_at);
        """
}
