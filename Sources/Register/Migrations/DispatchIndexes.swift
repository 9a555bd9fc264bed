import GRDB

/// Finds what is due by kind, so that a kind of which nothing can be published now, because it is
/// paused or its workers have enough, costs nothing however much of it is due.
enum DispatchIndexes {
    static func create(in db: Database) throws {
        try db.execute(
            sql: """
                DROP INDEX task_due;
                CREATE INDEX task_due ON task (kind, next_at)
                    WHERE state IN ('planned', 'retrying');
                DROP INDEX task_published;
                CREATE INDEX task_published ON task (next_at, kind, lease_started_at)
                    WHERE state = 'published';
                """)
    }
}
