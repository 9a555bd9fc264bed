import GRDB

/// Indexes that hold all that my day asks of open follow-ups and measures, so that their rows are
/// not read, and of meetings lead to those of one year.
enum DayIndexes {
    static func create(in db: Database) throws {
        try db.execute(
            sql: """
                DROP INDEX followup_open_by_agreement;
                CREATE INDEX followup_open_by_agreement
                    ON followup (agreement, due_on, responsible, status)
                    WHERE status = 'open';
                DROP INDEX measure_open_by_agreement;
                CREATE INDEX measure_open_by_agreement
                    ON measure (agreement, due_on, responsible, status)
                    WHERE status IN ('planned', 'in_progress');
                CREATE INDEX meeting_strategic
                    ON meeting (agreement, coalesce(held_on, planned_on))
                    WHERE level = 'strategic' AND status <> 'cancelled';
                """)
    }
}
