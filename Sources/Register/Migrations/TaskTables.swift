import GRDB

/// What the coordinator has to remember: tasks, their history, its term, its schedules.
///
/// An instant is in milliseconds since 1970 in UTC. The payload is apart from its task, because
/// SQLite writes a whole row again at every change of it, and payloads can be megabytes.
///
/// What every change of a task evaluates says OR and not IN: for a list of more than two words
/// SQLite builds a table in memory each time, which doubles what the change costs.
enum TaskTables {
    static func create(in db: Database) throws {
        try db.execute(sql: tasks)
        try db.execute(sql: coordination)
    }

    /// What index `task_over` holds; a query must say it in the same words to be answered by it.
    static let isOver = isOne(of: ["done", "cancelled", "expired"], "state")

    private static let states = [
        "planned", "published", "retrying", "done", "dead", "quarantined", "cancelled", "expired",
    ]
    private static let units = ["ost", "indre_ost", "sor", "vest", "midt", "nord", "central"]
    private static let eventNames = [
        "published", "done", "started", "planned", "retrying", "dead", "crashed", "quarantined",
        "cancelled", "expired", "handed_back", "kept", "rescued", "retried_by_hand",
    ]

    private static func isOne(of words: [String], _ column: String) -> String {
        "(" + words.map { "\(column) = '\($0)'" }.joined(separator: " OR ") + ")"
    }

    private static let tasks = """
        CREATE TABLE task (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (id <> ''),
            unique_key TEXT UNIQUE CHECK (unique_key <> ''),
            kind TEXT NOT NULL CHECK (kind GLOB '?*.?*'),
            schema_version INTEGER NOT NULL CHECK (schema_version >= 1),
            unit TEXT NOT NULL CHECK (\(isOne(of: units, "unit"))),
            subject TEXT NOT NULL,
            due_at INTEGER NOT NULL,
            expires_at INTEGER,
            sequence_key TEXT,
            sequence_step INTEGER NOT NULL CHECK (sequence_step >= 0),
            state TEXT NOT NULL CHECK (\(isOne(of: states, "state"))),
            attempt INTEGER NOT NULL CHECK (attempt >= 1),
            crashes INTEGER NOT NULL CHECK (crashes >= 0),
            next_at INTEGER NOT NULL,
            published_at INTEGER,
            lease_worker TEXT,
            lease_started_at INTEGER,
            last_error TEXT,
            revision INTEGER NOT NULL CHECK (revision >= 1),
            CHECK ((lease_worker IS NULL) = (lease_started_at IS NULL)),
            CHECK (lease_worker IS NULL OR state = 'published'),
            CHECK (state <> 'published' OR published_at IS NOT NULL)
        ) STRICT;
        CREATE INDEX task_due ON task (next_at) WHERE state IN ('planned', 'retrying');
        CREATE INDEX task_published ON task (next_at) WHERE state = 'published';
        CREATE INDEX task_over ON task (next_at) WHERE \(isOver);
        CREATE INDEX task_failed ON task (next_at) WHERE state IN ('dead', 'quarantined');
        CREATE INDEX task_by_sequence ON task (sequence_key, sequence_step)
            WHERE sequence_key IS NOT NULL;
        CREATE TABLE task_payload (
            task INTEGER PRIMARY KEY REFERENCES task ON DELETE CASCADE,
            payload BLOB NOT NULL
        ) STRICT;
        CREATE TABLE task_event (
            task INTEGER NOT NULL REFERENCES task ON DELETE CASCADE,
            revision INTEGER NOT NULL,
            name TEXT NOT NULL CHECK (\(isOne(of: eventNames, "name"))),
            happened_at INTEGER NOT NULL,
            attempt INTEGER NOT NULL,
            worker TEXT,
            queue_ms INTEGER,
            run_ms INTEGER,
            reason TEXT,
            PRIMARY KEY (task, revision)
        ) STRICT, WITHOUT ROWID;
        """

    private static let coordination = """
        CREATE TABLE coordinator_term (
            term INTEGER PRIMARY KEY,
            holder TEXT NOT NULL,
            began_at INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE schedule_run (
            schedule TEXT NOT NULL CHECK (schedule <> ''),
            nominal_at INTEGER NOT NULL,
            decided_at INTEGER NOT NULL,
            outcome TEXT NOT NULL CHECK (outcome IN ('run', 'skipped')),
            PRIMARY KEY (schedule, nominal_at)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE pause (
            scope TEXT PRIMARY KEY CHECK (scope <> ''),
            paused_at INTEGER NOT NULL,
            reason TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
}
