import Foundation
import GRDB
import Register

/// A register with nothing in it, from which each run's is copied; migrating takes longer than a
/// whole run.
///
/// It has the tables of tasks only. It notes every change of a task beside the history that the
/// coordinator writes, so that the two can be compared, and what results do.
package struct RegisterTemplate: Sendable {
    /// Where the runs' files are: in memory where there is such a place, for a run is forgotten
    /// when it is over, and an fsync costs nothing there.
    package let folder: String
    private let path: String

    package init() throws {
        let memory = "/dev/shm"
        let parent =
            FileManager.default.isWritableFile(atPath: memory) ? memory : NSTemporaryDirectory()
        folder = "\(parent)/avtalt-simulation-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        path = "\(folder)/template.sqlite"
        let register = try Register.open(at: path, mode: .createIfMissing)
        try register.write { db in
            try Self.thin(db)
            try db.execute(sql: Self.watching)
        }
        try register.close()
    }

    /// A new register for a run, in a folder of its own.
    func copy(for seed: UInt64) throws -> String {
        let own = "\(folder)/\(seed)"
        try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: path, toPath: "\(own)/register.sqlite")
        return "\(own)/register.sqlite"
    }

    func discard(_ seed: UInt64) throws {
        try FileManager.default.removeItem(atPath: "\(folder)/\(seed)")
    }

    /// Removes every file.
    package func discard() throws {
        try FileManager.default.removeItem(atPath: folder)
    }

    /// Drops what no task needs: each of a run's dozen connections reads the whole schema.
    private static func thin(_ db: Database) throws {
        let needed = [
            "task", "task_payload", "task_event", "coordinator_term", "schedule_run", "pause",
            "grdb_migrations", "agreement_stale",
        ]
        let objects = try Row.fetchAll(
            db,
            sql: """
                SELECT type, name FROM sqlite_schema
                WHERE type IN ('view', 'trigger', 'table') AND name NOT LIKE 'sqlite_%'
                """
        ).map { (type: $0[0] as String, name: $0[1] as String) }
        for kind in ["view", "trigger", "table"] {
            for object in objects where object.type == kind && !needed.contains(object.name) {
                // A table of words takes the tables that it is kept in along.
                try db.execute(sql: "DROP \(kind) IF EXISTS \(object.name)")
            }
        }
    }

    private static let columns = """
        NEW.key, NEW.revision, NEW.id, NEW.state, NEW.attempt, NEW.crashes, NEW.lease_worker
        """

    private static let watching = """
        CREATE TABLE seen_change (
            task INTEGER NOT NULL, revision INTEGER NOT NULL, id TEXT NOT NULL,
            state TEXT NOT NULL, attempt INTEGER NOT NULL, crashes INTEGER NOT NULL,
            lease_worker TEXT, PRIMARY KEY (task, revision)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER see_plan AFTER INSERT ON task BEGIN
            INSERT INTO seen_change VALUES (\(columns));
        END;
        CREATE TRIGGER see_change AFTER UPDATE ON task WHEN NEW.revision > OLD.revision BEGIN
            INSERT INTO seen_change VALUES (\(columns));
        END;
        CREATE TABLE seen_result (task TEXT NOT NULL, attempt INTEGER NOT NULL) STRICT;
        CREATE TABLE seen_run (nominal_at INTEGER NOT NULL) STRICT;
        """
}
