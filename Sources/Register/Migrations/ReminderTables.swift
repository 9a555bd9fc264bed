import GRDB

/// What answers to reminders need: links in mails, answers that ask for time, quiet days of a unit,
/// and the hour at which somebody wants their mail.
enum ReminderTables {
    static func create(in db: Database) throws {
        for sql in [shares, answers, quiet, links, letters] { try db.execute(sql: sql) }
        for table in kept {
            try db.execute(
                sql: """
                    CREATE TRIGGER \(table)_is_kept BEFORE DELETE ON "\(table)"
                    BEGIN SELECT RAISE(ABORT, '\(table): nothing is deleted; cancel or end it');
                    END;
                    """)
        }
    }

    /// Tables that the audit trail covers, whose rows are never deleted.
    static let kept = ["acknowledgement", "quiet_period", "mail_preference"]

    /// A share can be silent until a day; then it is looked at again.
    private static let shares = """
        CREATE TABLE notice_share (
            notice INTEGER NOT NULL REFERENCES notice,
            user INTEGER NOT NULL REFERENCES user,
            digest_on TEXT NOT NULL CHECK (digest_on IS date(digest_on)),
            state TEXT NOT NULL CHECK (state IN ('planned', 'sent', 'resolved', 'expired',
                'failed', 'folded', 'skipped', 'silenced')),
            reason TEXT,
            at TEXT NOT NULL,
            silent_until TEXT CHECK (silent_until IS date(silent_until)),
            PRIMARY KEY (notice, user, digest_on),
            CHECK ((state = 'silenced') = (silent_until IS NOT NULL))
        ) STRICT, WITHOUT ROWID;
        INSERT INTO notice_share
            SELECT notice, user, digest_on, state, reason, at, NULL FROM notice_recipient;
        DROP TABLE notice_recipient;
        ALTER TABLE notice_share RENAME TO notice_recipient;
        CREATE INDEX notice_recipient_by_digest ON notice_recipient (user, digest_on);
        CREATE INDEX notice_recipient_planned ON notice_recipient (digest_on)
            WHERE state = 'planned';
        CREATE INDEX notice_recipient_unheard ON notice_recipient (digest_on)
            WHERE state IN ('expired', 'failed');
        CREATE INDEX notice_recipient_silenced ON notice_recipient (silent_until)
            WHERE state = 'silenced';
        """

    private static let answers = """
        CREATE TABLE acknowledgement (
            key INTEGER PRIMARY KEY,
            rule TEXT NOT NULL,
            subject TEXT NOT NULL CHECK (subject <> ''),
            due_on TEXT NOT NULL CHECK (due_on IS date(due_on)),
            user INTEGER NOT NULL REFERENCES user,
            answer TEXT NOT NULL CHECK (answer IN ('later', 'not_mine')),
            until TEXT NOT NULL CHECK (until IS date(until)),
            reason TEXT NOT NULL CHECK (reason <> ''),
            given_on TEXT NOT NULL CHECK (given_on IS date(given_on)),
            CHECK (until > given_on)
        ) STRICT;
        CREATE INDEX acknowledgement_by_subject ON acknowledgement (subject, rule);
        CREATE INDEX acknowledgement_by_until ON acknowledgement (until);
        """

    private static let quiet = """
        CREATE TABLE quiet_period (
            key INTEGER PRIMARY KEY,
            unit TEXT NOT NULL CHECK (unit IN
                ('ost', 'indre_ost', 'sor', 'vest', 'midt', 'nord', 'central')),
            first_day TEXT NOT NULL CHECK (first_day IS date(first_day)),
            last_day TEXT NOT NULL CHECK (last_day IS date(last_day)),
            name TEXT NOT NULL CHECK (name <> ''),
            cancelled_on TEXT CHECK (cancelled_on IS date(cancelled_on)),
            CHECK (last_day >= first_day)
        ) STRICT;
        CREATE TABLE mail_preference (
            key INTEGER PRIMARY KEY,
            user INTEGER NOT NULL UNIQUE REFERENCES user,
            hour INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23)
        ) STRICT;
        """

    /// Of a link only the digest is kept. The key signs what a link is bound to, so that a row that
    /// is changed opens nothing; a copy of the register holds no link that can be used.
    private static let links = """
        CREATE TABLE answer_key (
            key INTEGER PRIMARY KEY,
            secret BLOB NOT NULL CHECK (length(secret) = 32),
            made_at INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE answer_link (
            key INTEGER PRIMARY KEY,
            digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
            user INTEGER NOT NULL REFERENCES user,
            rule TEXT NOT NULL,
            subject TEXT NOT NULL,
            due_on TEXT NOT NULL CHECK (due_on IS date(due_on)),
            stage INTEGER NOT NULL CHECK (stage >= 1),
            made_at INTEGER NOT NULL,
            expires_at INTEGER NOT NULL CHECK (expires_at > made_at),
            used_at INTEGER,
            answer TEXT CHECK (answer IN ('done', 'later', 'not_mine')),
            CHECK ((used_at IS NULL) = (answer IS NULL))
        ) STRICT;
        CREATE INDEX answer_link_by_end ON answer_link (expires_at);
        """

    /// The planner asks for letters that wait every few seconds, however many tasks there are.
    private static let letters = """
        CREATE INDEX task_letter_waiting ON task (key)
            WHERE kind = 'reminder.letter' AND state = 'planned';
        CREATE INDEX task_letter_by_subject ON task (subject, due_at)
            WHERE kind = 'reminder.letter';
        """
}
