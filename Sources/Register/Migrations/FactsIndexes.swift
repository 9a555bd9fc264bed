import GRDB

/// Indexes for the facts that reports and notices are made of.
///
/// What is overdue at a cut-off is either still open, or was finished late; both are a small
/// part of all that was ever due, which a month's report would otherwise read. A meeting's day
/// held is looked up whatever its status, which the first index of that name did not allow.
enum FactsIndexes {
    static func create(in db: Database) throws {
        try db.execute(
            sql: """
                DROP INDEX meeting_by_held_on;
                CREATE INDEX meeting_by_held_on ON meeting (held_on) WHERE held_on IS NOT NULL;
                CREATE INDEX postponement_by_decided_on ON postponement (decided_on, meeting);
                CREATE INDEX followup_open ON followup (due_on) WHERE status = 'open';
                CREATE INDEX followup_done_late ON followup (done_on) WHERE done_on > due_on;
                CREATE INDEX followup_cancelled_late ON followup (cancelled_on)
                    WHERE cancelled_on > due_on;
                CREATE INDEX measure_open ON measure (due_on)
                    WHERE status IN ('planned', 'in_progress');
                CREATE INDEX measure_done_late ON measure (done_on) WHERE done_on > due_on;
                CREATE INDEX measure_cancelled_late ON measure (cancelled_on)
                    WHERE cancelled_on > due_on;
                """)
    }
}
