import GRDB

/// The audit trail: entries are added and never altered or removed.
enum AuditTable {
    /// AUTOINCREMENT keeps the highest `seq` ever given: entries cut off the end are noticed.
    static func create(in db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE audit (
                    seq INTEGER PRIMARY KEY AUTOINCREMENT,
                    at TEXT NOT NULL,
                    actor TEXT NOT NULL CHECK (actor <> ''),
                    request TEXT NOT NULL,
                    action TEXT NOT NULL CHECK (action IN ('add', 'change', 'event')),
                    entity TEXT NOT NULL CHECK (entity <> ''),
                    subject TEXT,
                    first_key INTEGER,
                    last_key INTEGER CHECK (last_key >= first_key),
                    count INTEGER CHECK (count >= 1),
                    before TEXT,
                    after TEXT,
                    digest BLOB CHECK (length(digest) = 32),
                    previous BLOB NOT NULL CHECK (length(previous) = 32),
                    hash BLOB NOT NULL CHECK (length(hash) = 32),
                    CHECK (action <> 'add' OR (count = last_key - first_key + 1
                        AND first_key IS NOT NULL AND digest IS NOT NULL)),
                    CHECK (action <> 'change' OR (first_key = last_key
                        AND before IS NOT NULL AND after IS NOT NULL))
                ) STRICT;
                CREATE INDEX audit_by_row ON audit (entity, action, first_key);
                CREATE TRIGGER audit_is_not_altered BEFORE UPDATE ON audit
                BEGIN SELECT RAISE(ABORT, 'audit: an entry is never altered'); END;
                CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit
                BEGIN SELECT RAISE(ABORT, 'audit: an entry is never removed'); END;
                CREATE TRIGGER audit_follows_on BEFORE INSERT ON audit
                WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit)
                BEGIN SELECT RAISE(ABORT, 'audit: an entry comes after the last one'); END;
                """)
    }
}
