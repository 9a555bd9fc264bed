import Agreements
import GRDB

/// Which nominal instants of which schedule are dealt with, within one transaction of the caller.
package struct ScheduleStore {
    private let db: Database

    package init(_ db: Database) {
        self.db = db
    }

    package init(_ db: Database, under term: CoordinatorTerm) throws {
        try term.check(in: db)
        self.db = db
    }

    /// The latest instant of the schedule that was run or skipped.
    package func latest(of schedule: String) throws -> Instant? {
        try Int64.fetchOne(
            db, sql: "SELECT max(nominal_at) FROM schedule_run WHERE schedule = ?",
            arguments: [schedule]
        ).map { Instant(milliseconds: $0) }
    }

    /// Notes that the instant is run or skipped; false when it has been dealt with before.
    package func claim(
        _ nominal: Instant, of schedule: String, isSkipped: Bool, at now: Instant
    ) throws -> Bool {
        try db.execute(
            sql: """
                INSERT INTO schedule_run (schedule, nominal_at, decided_at, outcome)
                VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
                """,
            arguments: [
                schedule, nominal.milliseconds, now.milliseconds, isSkipped ? "skipped" : "run",
            ])
        return db.changesCount > 0
    }
}
