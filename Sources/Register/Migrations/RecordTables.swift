import GRDB

/// What the pages record beside the import format: archive references, amendments, agendas and
/// decisions, documents, handovers, changed due dates, editions of the rules, feeds and tokens.
///
/// They are tables of their own and no new columns of older ones: an entry of the audit trail
/// verifies against the columns that a table had when the entry was made.
enum RecordTables {
    static func create(in db: Database) throws {
        for sql in [agreements, meetings, documents, handovers, rules, access] {
            try db.execute(sql: sql)
        }
        for table in kept + ["document_content"] {
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
        "agreement_archive", "amendment", "carried_promise", "meeting_record", "decision",
        "agreement_document", "handover", "handover_agreement", "due_change", "rule_edition",
    ]

    private static let agreements = """
        CREATE TABLE agreement_archive (
            key INTEGER PRIMARY KEY,
            agreement INTEGER NOT NULL UNIQUE REFERENCES agreement,
            public_title TEXT CHECK (public_title <> ''),
            case_number TEXT CHECK (case_number <> ''),
            access_ground TEXT CHECK (access_ground <> '')
        ) STRICT;
        CREATE TABLE amendment (
            key INTEGER PRIMARY KEY,
            agreement INTEGER NOT NULL REFERENCES agreement,
            agreed_on TEXT NOT NULL CHECK (agreed_on IS date(agreed_on)),
            text TEXT NOT NULL CHECK (text <> ''),
            changes TEXT NOT NULL
        ) STRICT;
        CREATE INDEX amendment_by_agreement ON amendment (agreement);
        CREATE TABLE carried_promise (
            key INTEGER PRIMARY KEY,
            followup INTEGER REFERENCES followup,
            measure INTEGER REFERENCES measure,
            origin INTEGER NOT NULL REFERENCES agreement,
            agreement INTEGER NOT NULL REFERENCES agreement,
            carried_on TEXT NOT NULL CHECK (carried_on IS date(carried_on)),
            CHECK ((followup IS NULL) <> (measure IS NULL)),
            CHECK (origin <> agreement)
        ) STRICT;
        CREATE INDEX carried_promise_by_origin ON carried_promise (origin);
        CREATE INDEX carried_promise_by_agreement ON carried_promise (agreement);
        CREATE TABLE due_change (
            key INTEGER PRIMARY KEY,
            followup INTEGER REFERENCES followup,
            measure INTEGER REFERENCES measure,
            due_before TEXT NOT NULL CHECK (due_before IS date(due_before)),
            due_on TEXT NOT NULL CHECK (due_on IS date(due_on)),
            decided_on TEXT NOT NULL CHECK (decided_on IS date(decided_on)),
            reason TEXT NOT NULL CHECK (reason <> ''),
            CHECK ((followup IS NULL) <> (measure IS NULL)),
            CHECK (due_on <> due_before)
        ) STRICT;
        CREATE INDEX due_change_by_followup ON due_change (followup) WHERE followup IS NOT NULL;
        CREATE INDEX due_change_by_measure ON due_change (measure) WHERE measure IS NOT NULL;
        """

    /// Who took part is told by role («ordfører, rådmann»): names are not needed for it.
    private static let meetings = """
        CREATE TABLE meeting_record (
            key INTEGER PRIMARY KEY,
            meeting INTEGER NOT NULL UNIQUE REFERENCES meeting,
            agenda TEXT,
            imdi_roles TEXT,
            counterpart_roles TEXT,
            minutes_state TEXT NOT NULL CHECK (minutes_state IN ('open', 'closed')),
            closed_on TEXT CHECK (closed_on IS date(closed_on)),
            CHECK ((minutes_state = 'closed') = (closed_on IS NOT NULL))
        ) STRICT;
        CREATE TABLE decision (
            key INTEGER PRIMARY KEY,
            meeting INTEGER NOT NULL REFERENCES meeting,
            position INTEGER NOT NULL CHECK (position >= 1),
            text TEXT NOT NULL CHECK (text <> ''),
            side TEXT NOT NULL CHECK (side IN ('imdi', 'counterpart', 'both')),
            responsible INTEGER REFERENCES user,
            due_on TEXT CHECK (due_on IS date(due_on)),
            followup INTEGER UNIQUE REFERENCES followup,
            UNIQUE (meeting, position),
            CHECK (followup IS NULL OR (responsible IS NOT NULL AND due_on IS NOT NULL))
        ) STRICT;
        """

    private static let documents = """
        CREATE TABLE document_content (
            sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
            body BLOB NOT NULL
        ) STRICT;
        CREATE TRIGGER document_content_is_frozen BEFORE UPDATE ON document_content
        BEGIN SELECT RAISE(ABORT, 'document_content: add a new document'); END;
        CREATE TABLE agreement_document (
            key INTEGER PRIMARY KEY,
            agreement INTEGER NOT NULL REFERENCES agreement,
            meeting INTEGER REFERENCES meeting,
            kind TEXT NOT NULL CHECK (kind IN ('signed', 'minutes', 'plan', 'other')),
            name TEXT NOT NULL CHECK (name <> ''),
            media_type TEXT NOT NULL CHECK (media_type LIKE '_%/_%'),
            size INTEGER NOT NULL CHECK (size > 0),
            sha256 TEXT NOT NULL REFERENCES document_content,
            added_on TEXT NOT NULL CHECK (added_on IS date(added_on)),
            added_by TEXT NOT NULL CHECK (added_by <> '')
        ) STRICT;
        CREATE INDEX agreement_document_by_agreement ON agreement_document (agreement);
        CREATE INDEX agreement_document_by_content ON agreement_document (sha256);
        """

    private static let handovers = """
        CREATE TABLE handover (
            key INTEGER PRIMARY KEY,
            giver INTEGER NOT NULL REFERENCES user,
            receiver INTEGER NOT NULL REFERENCES user,
            note TEXT,
            offered_on TEXT NOT NULL CHECK (offered_on IS date(offered_on)),
            state TEXT NOT NULL CHECK (state IN ('offered', 'accepted', 'declined', 'withdrawn')),
            decided_on TEXT CHECK (decided_on IS date(decided_on)),
            decision_note TEXT,
            CHECK (giver <> receiver),
            CHECK ((state = 'offered') = (decided_on IS NULL)),
            CHECK (decided_on >= offered_on)
        ) STRICT;
        CREATE INDEX handover_offered ON handover (receiver) WHERE state = 'offered';
        CREATE INDEX handover_by_giver ON handover (giver);
        CREATE TABLE handover_agreement (
            key INTEGER PRIMARY KEY,
            handover INTEGER NOT NULL REFERENCES handover,
            agreement INTEGER NOT NULL REFERENCES agreement,
            note TEXT,
            UNIQUE (handover, agreement)
        ) STRICT;
        CREATE INDEX handover_agreement_by_agreement ON handover_agreement (agreement);
        """

    private static let rules = """
        CREATE TABLE rule_edition (
            key INTEGER PRIMARY KEY,
            number INTEGER NOT NULL UNIQUE CHECK (number >= 1),
            yaml TEXT NOT NULL CHECK (yaml <> ''),
            note TEXT,
            status TEXT NOT NULL CHECK (status IN ('draft', 'adopted', 'retired')),
            drafted_by TEXT NOT NULL CHECK (drafted_by <> ''),
            drafted_at TEXT NOT NULL,
            adopted_by TEXT,
            adopted_at TEXT,
            CHECK (status <> 'draft' OR adopted_at IS NULL),
            CHECK (status <> 'adopted' OR adopted_at IS NOT NULL),
            CHECK ((adopted_at IS NULL) = (adopted_by IS NULL))
        ) STRICT;
        CREATE UNIQUE INDEX rule_edition_adopted ON rule_edition (status)
            WHERE status = 'adopted';
        """

    /// Secrets are kept as their SHA-256 alone; what is done with them is told by events.
    private static let access = """
        CREATE TABLE saved_view (
            key INTEGER PRIMARY KEY,
            user INTEGER NOT NULL REFERENCES user,
            page TEXT NOT NULL CHECK (page <> ''),
            name TEXT NOT NULL CHECK (name <> ''),
            query TEXT NOT NULL,
            UNIQUE (user, page, name)
        ) STRICT;
        CREATE TABLE feed (
            key INTEGER PRIMARY KEY,
            user INTEGER NOT NULL REFERENCES user,
            unit TEXT CHECK (unit IN
                ('ost', 'indre_ost', 'sor', 'vest', 'midt', 'nord', 'central')),
            token_sha256 TEXT NOT NULL UNIQUE CHECK (length(token_sha256) = 64),
            created_at TEXT NOT NULL,
            revoked_at TEXT
        ) STRICT;
        CREATE INDEX feed_by_user ON feed (user);
        CREATE TABLE api_token (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (id <> ''),
            name TEXT NOT NULL CHECK (name <> ''),
            sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
            made_by INTEGER NOT NULL REFERENCES user,
            role TEXT NOT NULL CHECK (role IN ('caseworker', 'settlement_coordinator',
                'regional_director', 'head_office_analyst', 'head_office_director',
                'administrator', 'auditor')),
            unit TEXT NOT NULL CHECK (unit IN
                ('ost', 'indre_ost', 'sor', 'vest', 'midt', 'nord', 'central')),
            created_at TEXT NOT NULL,
            expires_at TEXT NOT NULL,
            revoked_at TEXT,
            CHECK (expires_at > created_at)
        ) STRICT;
        """
}
