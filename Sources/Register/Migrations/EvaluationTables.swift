import GRDB

/// What evaluating takes beside the scores of the import format: answers that are not delivered
/// yet, comments, steps, conclusions with the measures that they become, and respondents.
enum EvaluationTables {
    static func create(in db: Database) throws {
        for sql in [answers, steps, conclusions, respondents] {
            try db.execute(sql: sql)
        }
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
    static let kept = [
        "score_comment", "evaluation_step", "conclusion", "conclusion_measure", "respondent",
    ]

    private static let side = "side TEXT NOT NULL CHECK (side IN ('imdi', 'counterpart'))"

    /// An answer is a draft of one side's, which the trail does not cover: what is delivered goes
    /// into `score` and `score_comment`, and becomes part of the register there.
    private static let answers = """
        CREATE TABLE answer (
            evaluation INTEGER NOT NULL REFERENCES evaluation,
            \(side),
            dimension TEXT NOT NULL CHECK (dimension <> ''),
            score INTEGER CHECK (score BETWEEN 1 AND 6),
            comment TEXT CHECK (comment <> ''),
            saved_at TEXT NOT NULL,
            PRIMARY KEY (evaluation, side, dimension)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE score_comment (
            key INTEGER PRIMARY KEY,
            evaluation INTEGER NOT NULL REFERENCES evaluation,
            \(side),
            dimension TEXT NOT NULL CHECK (dimension <> ''),
            text TEXT,
            UNIQUE (evaluation, side, dimension)
        ) STRICT;
        """

    private static let steps = """
        CREATE TABLE evaluation_step (
            key INTEGER PRIMARY KEY,
            evaluation INTEGER NOT NULL REFERENCES evaluation,
            step TEXT NOT NULL CHECK (step IN ('answered', 'submitted', 'sent_back', 'approved')),
            taken_on TEXT NOT NULL CHECK (taken_on IS date(taken_on)),
            actor TEXT NOT NULL CHECK (actor <> ''),
            comment TEXT CHECK (comment <> ''),
            CHECK (step <> 'sent_back' OR comment IS NOT NULL)
        ) STRICT;
        CREATE INDEX evaluation_step_by_evaluation ON evaluation_step (evaluation);
        """

    private static let conclusions = """
        CREATE TABLE conclusion (
            key INTEGER PRIMARY KEY,
            evaluation INTEGER NOT NULL REFERENCES evaluation,
            position INTEGER NOT NULL CHECK (position >= 1),
            text TEXT NOT NULL CHECK (text <> ''),
            withdrawn_on TEXT CHECK (withdrawn_on IS date(withdrawn_on)),
            UNIQUE (evaluation, position)
        ) STRICT;
        CREATE TABLE conclusion_measure (
            key INTEGER PRIMARY KEY,
            conclusion INTEGER NOT NULL UNIQUE REFERENCES conclusion,
            measure INTEGER NOT NULL UNIQUE REFERENCES measure,
            made_on TEXT NOT NULL CHECK (made_on IS date(made_on))
        ) STRICT;
        """

    /// A respondent may have had several letters, each with a secret of its own; only the digest of
    /// a secret is kept, and all of them end with the respondent.
    private static let respondents = """
        CREATE TABLE respondent (
            key INTEGER PRIMARY KEY,
            evaluation INTEGER NOT NULL REFERENCES evaluation,
            contact INTEGER NOT NULL REFERENCES contact,
            language TEXT NOT NULL CHECK (language IN ('nb', 'nn', 'en')),
            invited_on TEXT NOT NULL CHECK (invited_on IS date(invited_on)),
            invited_by TEXT NOT NULL CHECK (invited_by <> ''),
            ended_on TEXT CHECK (ended_on IS date(ended_on))
        ) STRICT;
        CREATE INDEX respondent_by_evaluation ON respondent (evaluation);
        CREATE UNIQUE INDEX respondent_once ON respondent (evaluation, contact)
            WHERE ended_on IS NULL;
        CREATE TABLE respondent_secret (
            digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
            respondent INTEGER NOT NULL REFERENCES respondent,
            made_at TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX respondent_secret_by_respondent ON respondent_secret (respondent);
        """
}
