import GRDB

/// What an edition of a report was asked for with, and its content as it was frozen; and receipts
/// of packages for the archive.
enum EditionTables {
    static func create(in db: Database) throws {
        try db.execute(sql: editions)
        for table in ["report_terms", "report_content"] {
            try db.execute(
                sql: """
                    CREATE TRIGGER \(table)_is_frozen BEFORE UPDATE ON \(table)
                    BEGIN SELECT RAISE(ABORT, '\(table): an edition is frozen; issue a new one');
                    END;
                    CREATE TRIGGER \(table)_is_kept BEFORE DELETE ON \(table)
                    BEGIN SELECT RAISE(ABORT, '\(table): nothing is deleted'); END;
                    """)
        }
    }

    /// `as_of` is the last entry of the audit trail that the figures know of. `content` is the
    /// whole
    /// report with the rules and the language that it is written by: from it alone every format can
    /// be written again.
    private static let editions = """
        CREATE TABLE report_terms (
            report INTEGER PRIMARY KEY REFERENCES report,
            unit TEXT CHECK (unit IN
                ('ost', 'indre_ost', 'sor', 'vest', 'midt', 'nord', 'central')),
            division_on TEXT CHECK (division_on IS date(division_on)),
            language TEXT NOT NULL CHECK (language IN ('nb', 'nn', 'en')),
            asked_by TEXT NOT NULL CHECK (asked_by <> ''),
            as_of INTEGER NOT NULL CHECK (as_of >= 0)
        ) STRICT;
        CREATE TABLE report_content (
            report INTEGER PRIMARY KEY REFERENCES report,
            content TEXT NOT NULL CHECK (content <> '')
        ) STRICT;
        CREATE TABLE report_problem (
            key INTEGER PRIMARY KEY,
            report INTEGER NOT NULL REFERENCES report,
            problem TEXT NOT NULL CHECK (problem <> '')
        ) STRICT;
        CREATE INDEX report_problem_by_report ON report_problem (report);
        CREATE INDEX report_open ON report (key) WHERE issued_at IS NULL;
        """
}
