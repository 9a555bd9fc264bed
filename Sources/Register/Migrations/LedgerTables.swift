import GRDB

/// What the coordinator remembers of its own work: notices, assessments, reports, documents.
///
/// None of it is in the import format: it follows from the register and the days that were run.
enum LedgerTables {
    static func create(in db: Database) throws {
        try db.execute(sql: notices)
        try db.execute(sql: assessments)
        try db.execute(sql: reports)
    }

    /// A notice is produced once: its key is unique. `state` says what became of it as a whole;
    /// each recipient's share is a row for each day on which something was decided about it. The
    /// latest says how it stands: one that is expired or failed is still to be heard of.
    private static let notices = """
        CREATE TABLE planned_day (
            day TEXT PRIMARY KEY CHECK (day IS date(day)),
            looked_back_to TEXT CHECK (looked_back_to IS date(looked_back_to)),
            planned_at TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE notice (
            key INTEGER PRIMARY KEY,
            rule TEXT NOT NULL,
            subject TEXT NOT NULL,
            due_on TEXT NOT NULL CHECK (due_on IS date(due_on)),
            stage INTEGER NOT NULL CHECK (stage >= 1),
            staged_on TEXT NOT NULL CHECK (staged_on IS date(staged_on)),
            state TEXT NOT NULL CHECK (state IN ('produced', 'folded', 'skipped')),
            reason TEXT CHECK (state = 'produced' OR reason IS NOT NULL),
            decided_on TEXT NOT NULL CHECK (decided_on IS date(decided_on)),
            UNIQUE (rule, subject, due_on, stage)
        ) STRICT;
        CREATE TABLE notice_recipient (
            notice INTEGER NOT NULL REFERENCES notice,
            user INTEGER NOT NULL REFERENCES user,
            digest_on TEXT NOT NULL CHECK (digest_on IS date(digest_on)),
            state TEXT NOT NULL CHECK (state IN
                ('planned', 'sent', 'resolved', 'expired', 'failed', 'folded', 'skipped')),
            reason TEXT,
            at TEXT NOT NULL,
            PRIMARY KEY (notice, user, digest_on)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX notice_recipient_by_digest ON notice_recipient (user, digest_on);
        CREATE INDEX notice_recipient_planned ON notice_recipient (digest_on)
            WHERE state = 'planned';
        CREATE INDEX notice_recipient_unheard ON notice_recipient (digest_on)
            WHERE state IN ('expired', 'failed');
        """

    /// One for each occasion: `occasion_on` is the day of the opening, or of the submission.
    private static let assessments = """
        CREATE TABLE assessment (
            key INTEGER PRIMARY KEY,
            evaluation INTEGER NOT NULL REFERENCES evaluation,
            occasion TEXT NOT NULL CHECK (occasion IN ('opened', 'submitted')),
            occasion_on TEXT NOT NULL CHECK (occasion_on IS date(occasion_on)),
            judged_on TEXT NOT NULL CHECK (judged_on IS date(judged_on)),
            light TEXT NOT NULL CHECK (light IN ('green', 'yellow', 'red', 'grey')),
            rating TEXT NOT NULL CHECK (rating IN
                ('very_high', 'good', 'satisfactory', 'unsatisfactory', 'unrated')),
            content TEXT NOT NULL,
            UNIQUE (evaluation, occasion, occasion_on)
        ) STRICT;
        """

    private static let reports = """
        CREATE TABLE report (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL CHECK (id <> ''),
            edition INTEGER NOT NULL CHECK (edition >= 1),
            period_from TEXT NOT NULL CHECK (period_from IS date(period_from)),
            period_to TEXT NOT NULL CHECK (period_to IS date(period_to)),
            rules_version TEXT NOT NULL,
            planned_at TEXT NOT NULL,
            issued_at TEXT,
            checksum TEXT CHECK (length(checksum) = 64),
            changes TEXT,
            UNIQUE (id, edition),
            CHECK ((issued_at IS NULL) = (checksum IS NULL))
        ) STRICT;
        CREATE TABLE report_part (
            report INTEGER NOT NULL REFERENCES report,
            unit TEXT NOT NULL,
            content TEXT NOT NULL,
            PRIMARY KEY (report, unit)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE document (
            key INTEGER PRIMARY KEY,
            path TEXT NOT NULL UNIQUE CHECK (path NOT LIKE '/%' AND path NOT LIKE '%..%'),
            media_type TEXT NOT NULL,
            body BLOB NOT NULL,
            checksum TEXT NOT NULL CHECK (length(checksum) = 64),
            created_at TEXT NOT NULL
        ) STRICT;
        CREATE TRIGGER report_is_frozen BEFORE UPDATE ON report WHEN OLD.issued_at IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'report: an issued report is frozen; issue a new edition'); END;
        CREATE TRIGGER report_is_kept BEFORE DELETE ON report
        BEGIN SELECT RAISE(ABORT, 'report: nothing is deleted'); END;
        CREATE TRIGGER report_part_is_frozen BEFORE UPDATE ON report_part
        BEGIN SELECT RAISE(ABORT, 'report_part: a part is frozen; issue a new edition'); END;
        CREATE TRIGGER report_part_is_kept BEFORE DELETE ON report_part
        BEGIN SELECT RAISE(ABORT, 'report_part: nothing is deleted'); END;
        CREATE TRIGGER document_is_frozen BEFORE UPDATE ON document
        BEGIN SELECT RAISE(ABORT, 'document: a document is frozen; write a new one'); END;
        CREATE TRIGGER document_is_kept BEFORE DELETE ON document
        BEGIN SELECT RAISE(ABORT, 'document: nothing is deleted'); END;
        """
}
