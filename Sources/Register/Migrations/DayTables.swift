import GRDB

/// What «My day» needs: who gave work to whom and why, and indexes by which one person's work is
/// found among everybody's.
enum DayTables {
    static func create(in db: Database) throws {
        try db.execute(sql: tables)
        try db.execute(sql: indexes)
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
    static let kept = ["reassignment"]

    /// Entries of the audit trail that are somebody's own work: what a page tells them they did.
    private static let workEntities = """
        ('activity', 'meeting', 'followup', 'measure', 'plan', 'postponement', 'due_change', \
        'reassignment', 'handover')
        """

    private static let tables = """
        CREATE TABLE reassignment (
            key INTEGER PRIMARY KEY,
            followup INTEGER REFERENCES followup,
            measure INTEGER REFERENCES measure,
            giver INTEGER REFERENCES user,
            receiver INTEGER NOT NULL REFERENCES user,
            decided_on TEXT NOT NULL CHECK (decided_on IS date(decided_on)),
            reason TEXT NOT NULL CHECK (reason <> ''),
            CHECK ((followup IS NULL) <> (measure IS NULL))
        ) STRICT;
        """

    private static let indexes = """
        CREATE INDEX reassignment_by_followup ON reassignment (followup)
            WHERE followup IS NOT NULL;
        CREATE INDEX reassignment_by_measure ON reassignment (measure)
            WHERE measure IS NOT NULL;
        CREATE INDEX followup_open_by_responsible ON followup (responsible, due_on)
            WHERE status = 'open';
        CREATE INDEX measure_open_by_responsible ON measure (responsible, due_on)
            WHERE status IN ('planned', 'in_progress');
        CREATE INDEX audit_work_by_actor ON audit (actor, seq)
            WHERE entity IN \(workEntities);
        """
}
