import GRDB

/// What taking a target back needs. The row stays as it was recorded, with its withdrawal beside
/// it; whatever asks which targets there are asks the view.
enum TargetTables {
    static func create(in db: Database) throws {
        for sql in [withdrawals, standing, view] { try db.execute(sql: sql) }
        for table in kept {
            try db.execute(
                sql: """
                    CREATE TRIGGER \(table)_is_kept BEFORE DELETE ON \(table)
                    BEGIN SELECT RAISE(ABORT, '\(table): nothing is deleted; cancel or end it');
                    END;
                    """)
        }
    }

    /// Tables that the audit trail covers, whose rows are never deleted.
    static let kept = ["target_withdrawal"]

    /// A target that is set again is restored, and can be taken back once more.
    private static let withdrawals = """
        CREATE TABLE target_withdrawal (
            key INTEGER PRIMARY KEY,
            target INTEGER NOT NULL REFERENCES target,
            withdrawn_on TEXT NOT NULL CHECK (withdrawn_on IS date(withdrawn_on)),
            reason TEXT NOT NULL CHECK (reason <> ''),
            restored_on TEXT CHECK (restored_on IS date(restored_on)),
            CHECK (restored_on >= withdrawn_on)
        ) STRICT;
        CREATE UNIQUE INDEX target_withdrawal_open ON target_withdrawal (target)
            WHERE restored_on IS NULL;
        """

    private static let standing = """
        CREATE VIEW \(TargetWithdrawals.standing) AS SELECT * FROM target
        WHERE NOT EXISTS (SELECT 1 FROM target_withdrawal
            WHERE target_withdrawal.target = target.key AND restored_on IS NULL)
        """

    private static let view = """
        DROP VIEW v_target;
        CREATE VIEW v_target AS SELECT unit AS owner, year, indicator, value
        FROM \(TargetWithdrawals.standing)
        """
}
