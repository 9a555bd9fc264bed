import GRDB

/// The first migration: what domain.md, section 3, registers.
///
/// Every table has an integer `key`, which references point to and which the audit trail counts
/// by; `id` is the identifier that people use. A day is the text `2013-05-31`, a truth 0 or 1.
enum AgreementTables {
    static func create(in db: Database) throws {
        try db.execute(sql: references)
        try db.execute(sql: parties)
        try db.execute(sql: agreements)
        try db.execute(sql: plans)
        try db.execute(sql: meetings)
        try db.execute(sql: activities)
        try db.execute(sql: evaluations)
        try db.execute(sql: figures)
        for table in kept {
            try db.execute(
                sql: """
                    CREATE TRIGGER \(table)_is_kept BEFORE DELETE ON "\(table)"
                    BEGIN SELECT RAISE(ABORT, '\(table): nothing is deleted; cancel or end it');
                    END;
                    """)
        }
    }

    /// Tables whose rows are cancelled or ended and never deleted.
    static let kept = [
        "county", "municipality", "user", "party", "contact", "agreement", "commitment", "plan",
        "measure", "meeting", "postponement", "followup", "activity", "evaluation", "score",
        "settlement", "grant", "target",
    ]

    private static let unit = "('ost', 'indre_ost', 'sor', 'vest', 'midt', 'nord', 'central')"
    private static let region = "('ost', 'indre_ost', 'sor', 'vest', 'midt', 'nord')"
    private static let subGoal = "('D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8')"

    private static let references = """
        CREATE TABLE county (
            key INTEGER PRIMARY KEY,
            number TEXT NOT NULL UNIQUE CHECK (number GLOB '[0-9][0-9]'),
            name TEXT NOT NULL CHECK (name <> ''),
            region TEXT NOT NULL CHECK (region IN \(region)),
            valid_from TEXT CHECK (valid_from IS date(valid_from)),
            valid_to TEXT CHECK (valid_to IS date(valid_to)),
            CHECK (valid_to >= valid_from)
        ) STRICT;
        CREATE TABLE municipality (
            key INTEGER PRIMARY KEY,
            number TEXT NOT NULL UNIQUE CHECK (number GLOB '[0-9][0-9][0-9][0-9]'),
            name TEXT NOT NULL CHECK (name <> ''),
            county INTEGER NOT NULL REFERENCES county,
            region TEXT CHECK (region IN \(region)),
            valid_from TEXT CHECK (valid_from IS date(valid_from)),
            valid_to TEXT CHECK (valid_to IS date(valid_to)),
            population INTEGER CHECK (population >= 0),
            language TEXT CHECK (language IN ('nb', 'nn')),
            CHECK (valid_to >= valid_from)
        ) STRICT;
        CREATE TABLE municipality_successor (
            municipality INTEGER NOT NULL REFERENCES municipality,
            successor INTEGER NOT NULL REFERENCES municipality,
            PRIMARY KEY (municipality, successor),
            CHECK (municipality <> successor)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE user (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (id <> ''),
            name TEXT NOT NULL CHECK (name <> ''),
            email TEXT NOT NULL CHECK (email LIKE '_%@_%'),
            unit TEXT NOT NULL CHECK (unit IN \(unit)),
            role TEXT NOT NULL CHECK (role IN ('caseworker', 'settlement_coordinator',
                'regional_director', 'head_office_analyst', 'head_office_director',
                'administrator', 'auditor')),
            active INTEGER NOT NULL CHECK (active IN (0, 1)),
            leave_from TEXT CHECK (leave_from IS date(leave_from)),
            leave_to TEXT CHECK (leave_to IS date(leave_to)),
            language TEXT NOT NULL DEFAULT 'nb' CHECK (language IN ('nb', 'nn', 'en')),
            CHECK (leave_to >= leave_from)
        ) STRICT;
        """

    private static let parties = """
        CREATE TABLE party (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (id <> ''),
            name TEXT NOT NULL CHECK (name <> ''),
            kind TEXT NOT NULL CHECK (kind IN ('municipality', 'city_district',
                'sector_authority', 'county_governor', 'county_authority',
                'county_municipality', 'voluntary_organisation', 'association')),
            level TEXT NOT NULL CHECK (level IN ('national', 'regional', 'county', 'municipal')),
            municipality INTEGER REFERENCES municipality,
            county INTEGER REFERENCES county,
            authority TEXT,
            org_number TEXT CHECK (length(org_number) = 9)
        ) STRICT;
        CREATE TABLE party_region (
            party INTEGER NOT NULL REFERENCES party,
            region TEXT NOT NULL CHECK (region IN \(region)),
            PRIMARY KEY (party, region)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE contact (
            key INTEGER PRIMARY KEY,
            party INTEGER NOT NULL REFERENCES party,
            name TEXT NOT NULL CHECK (name <> ''),
            occurrence INTEGER NOT NULL DEFAULT 1 CHECK (occurrence >= 1),
            role TEXT,
            email TEXT,
            phone TEXT,
            UNIQUE (party, name, occurrence)
        ) STRICT;
        """

    private static let agreements = """
        CREATE TABLE agreement (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (id <> ''),
            title TEXT NOT NULL CHECK (title <> ''),
            designation TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('municipal', 'sector', 'voluntary')),
            owner TEXT NOT NULL CHECK (owner IN \(unit)),
            purpose TEXT,
            signed_on TEXT CHECK (signed_on IS date(signed_on)),
            counterpart_signatory TEXT
                CHECK (counterpart_signatory IN ('mayor', 'chief_executive', 'director', 'other')),
            valid_from TEXT CHECK (valid_from IS date(valid_from)),
            valid_to TEXT CHECK (valid_to IS date(valid_to)),
            strategic_meetings_per_year INTEGER CHECK (strategic_meetings_per_year >= 0),
            operational_meetings_per_year INTEGER CHECK (operational_meetings_per_year >= 0),
            responsible INTEGER REFERENCES user,
            deputy INTEGER REFERENCES user,
            status TEXT NOT NULL
                CHECK (status IN ('draft', 'negotiating', 'active', 'ended', 'abandoned')),
            ended_on TEXT CHECK (ended_on IS date(ended_on)),
            end_reason TEXT,
            renews INTEGER REFERENCES agreement,
            CHECK (valid_to >= valid_from),
            CHECK (ended_on >= signed_on),
            CHECK (renews <> key),
            CHECK (status NOT IN ('active', 'ended') OR (signed_on IS NOT NULL
                AND valid_from IS NOT NULL AND valid_to IS NOT NULL))
        ) STRICT;
        CREATE INDEX agreement_by_owner ON agreement (owner);
        CREATE INDEX agreement_by_valid_to ON agreement (valid_to);
        CREATE INDEX agreement_by_renews ON agreement (renews) WHERE renews IS NOT NULL;
        CREATE TABLE agreement_party (
            agreement INTEGER NOT NULL REFERENCES agreement,
            party INTEGER NOT NULL REFERENCES party,
            position INTEGER NOT NULL CHECK (position >= 1),
            PRIMARY KEY (agreement, party)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX agreement_party_by_party ON agreement_party (party);
        CREATE TABLE agreement_area (
            agreement INTEGER NOT NULL REFERENCES agreement,
            area TEXT NOT NULL CHECK (area IN ('settlement', 'qualification', 'employment',
                'equal_services', 'planning', 'knowledge', 'participation', 'children_youth',
                'interpreting', 'other')),
            PRIMARY KEY (agreement, area)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE commitment (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (id <> ''),
            agreement INTEGER NOT NULL REFERENCES agreement,
            side TEXT NOT NULL CHECK (side IN ('imdi', 'counterpart', 'both')),
            text TEXT NOT NULL,
            measurable INTEGER NOT NULL CHECK (measurable IN (0, 1))
        ) STRICT;
        CREATE INDEX commitment_by_agreement ON commitment (agreement);
        """

    private static let plans = """
        CREATE TABLE plan (
            key INTEGER PRIMARY KEY,
            agreement INTEGER NOT NULL REFERENCES agreement,
            year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
            status TEXT NOT NULL CHECK (status IN ('draft', 'adopted', 'closed')),
            adopted_on TEXT CHECK (adopted_on IS date(adopted_on)),
            UNIQUE (agreement, year),
            CHECK (status <> 'adopted' OR adopted_on IS NOT NULL)
        ) STRICT;
        CREATE INDEX plan_by_year ON plan (year);
        CREATE TABLE measure (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (id <> ''),
            agreement INTEGER NOT NULL REFERENCES agreement,
            year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
            title TEXT NOT NULL,
            sub_goal TEXT CHECK (sub_goal IN \(subGoal)),
            side TEXT NOT NULL CHECK (side IN ('imdi', 'counterpart', 'both')),
            responsible INTEGER REFERENCES user,
            due_on TEXT NOT NULL CHECK (due_on IS date(due_on)),
            status TEXT NOT NULL CHECK (status IN ('planned', 'in_progress', 'done', 'cancelled')),
            done_on TEXT CHECK (done_on IS date(done_on)),
            cancelled_on TEXT CHECK (cancelled_on IS date(cancelled_on)),
            result TEXT,
            CHECK (status <> 'done' OR done_on IS NOT NULL),
            CHECK (status <> 'cancelled' OR cancelled_on IS NOT NULL)
        ) STRICT;
        CREATE INDEX measure_by_agreement ON measure (agreement);
        CREATE INDEX measure_by_due_on ON measure (due_on);
        """

    private static let meetings = """
        CREATE TABLE meeting (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (id <> ''),
            agreement INTEGER NOT NULL REFERENCES agreement,
            level TEXT NOT NULL CHECK (level IN ('strategic', 'operational')),
            theme TEXT,
            first_planned_on TEXT NOT NULL CHECK (first_planned_on IS date(first_planned_on)),
            planned_on TEXT NOT NULL CHECK (planned_on IS date(planned_on)),
            status TEXT NOT NULL CHECK (status IN ('planned', 'held', 'cancelled')),
            held_on TEXT CHECK (held_on IS date(held_on)),
            cancelled_on TEXT CHECK (cancelled_on IS date(cancelled_on)),
            minutes TEXT,
            CHECK (status <> 'held' OR held_on IS NOT NULL),
            CHECK (status <> 'cancelled' OR cancelled_on IS NOT NULL)
        ) STRICT;
        CREATE INDEX meeting_by_agreement ON meeting (agreement);
        CREATE INDEX meeting_by_first_planned_on ON meeting (first_planned_on);
        CREATE INDEX meeting_by_planned_on ON meeting (planned_on) WHERE status = 'planned';
        CREATE INDEX meeting_by_held_on ON meeting (held_on) WHERE status = 'held';
        CREATE TABLE postponement (
            key INTEGER PRIMARY KEY,
            meeting INTEGER NOT NULL REFERENCES meeting,
            decided_on TEXT NOT NULL CHECK (decided_on IS date(decided_on)),
            occurrence INTEGER NOT NULL DEFAULT 1 CHECK (occurrence >= 1),
            moved_to TEXT NOT NULL CHECK (moved_to IS date(moved_to)),
            reason TEXT,
            UNIQUE (meeting, decided_on, occurrence)
        ) STRICT;
        CREATE TRIGGER postponement_moves_meeting AFTER INSERT ON postponement BEGIN
            UPDATE meeting SET planned_on = (
                SELECT moved_to FROM postponement WHERE meeting = NEW.meeting
                ORDER BY decided_on DESC, occurrence DESC LIMIT 1)
            WHERE key = NEW.meeting;
        END;
        CREATE TRIGGER postponement_moves_meeting_again AFTER UPDATE ON postponement BEGIN
            UPDATE meeting SET planned_on = (
                SELECT moved_to FROM postponement WHERE meeting = NEW.meeting
                ORDER BY decided_on DESC, occurrence DESC LIMIT 1)
            WHERE key = NEW.meeting;
        END;
        CREATE TABLE followup (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (id <> ''),
            agreement INTEGER NOT NULL REFERENCES agreement,
            meeting INTEGER REFERENCES meeting,
            title TEXT NOT NULL,
            side TEXT NOT NULL CHECK (side IN ('imdi', 'counterpart', 'both')),
            responsible INTEGER REFERENCES user,
            due_on TEXT NOT NULL CHECK (due_on IS date(due_on)),
            status TEXT NOT NULL CHECK (status IN ('open', 'done', 'cancelled')),
            done_on TEXT CHECK (done_on IS date(done_on)),
            cancelled_on TEXT CHECK (cancelled_on IS date(cancelled_on)),
            CHECK (status <> 'done' OR done_on IS NOT NULL),
            CHECK (status <> 'cancelled' OR cancelled_on IS NOT NULL)
        ) STRICT;
        CREATE INDEX followup_by_agreement ON followup (agreement);
        CREATE INDEX followup_by_due_on ON followup (due_on);
        """

    private static let activities = """
        CREATE TABLE activity (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (id <> ''),
            agreement INTEGER REFERENCES agreement,
            party INTEGER REFERENCES party,
            happened_on TEXT NOT NULL CHECK (happened_on IS date(happened_on)),
            kind TEXT NOT NULL CHECK (kind IN ('visit', 'phone', 'seminar', 'conference',
                'network', 'guidance', 'training', 'media', 'other')),
            theme TEXT,
            sub_goal TEXT CHECK (sub_goal IN \(subGoal)),
            participants INTEGER CHECK (participants >= 0),
            outcome TEXT,
            CHECK ((agreement IS NULL) <> (party IS NULL))
        ) STRICT;
        CREATE INDEX activity_by_happened_on ON activity (happened_on);
        CREATE INDEX activity_by_agreement ON activity (agreement);
        """

    private static let evaluations = """
        CREATE TABLE evaluation (
            key INTEGER PRIMARY KEY,
            agreement INTEGER NOT NULL REFERENCES agreement,
            year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
            status TEXT NOT NULL CHECK (status IN ('open', 'submitted', 'approved')),
            submitted_on TEXT CHECK (submitted_on IS date(submitted_on)),
            approved_on TEXT CHECK (approved_on IS date(approved_on)
                AND approved_on >= year || '-11-15'),
            recommendation TEXT CHECK (recommendation IN ('continue', 'revise', 'renew', 'end')),
            reason_without_counterpart TEXT,
            UNIQUE (agreement, year),
            CHECK (status <> 'approved' OR approved_on IS NOT NULL)
        ) STRICT;
        CREATE INDEX evaluation_by_year ON evaluation (year);
        CREATE TABLE score (
            key INTEGER PRIMARY KEY,
            evaluation INTEGER NOT NULL REFERENCES evaluation,
            side TEXT NOT NULL CHECK (side IN ('imdi', 'counterpart')),
            dimension TEXT NOT NULL CHECK (dimension IN ('settlement', 'qualification', 'services',
                'knowledge', 'anchoring', 'commitments', 'overall', 'coordination', 'meetings',
                'regional')),
            score INTEGER NOT NULL CHECK (score BETWEEN 1 AND 6),
            UNIQUE (evaluation, side, dimension)
        ) STRICT;
        """

    private static let figures = """
        CREATE TABLE settlement (
            key INTEGER PRIMARY KEY,
            municipality INTEGER NOT NULL REFERENCES municipality,
            year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
            month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
            requested INTEGER CHECK (requested >= 0),
            decided INTEGER CHECK (decided >= 0),
            settled INTEGER CHECK (settled >= 0),
            UNIQUE (year, municipality, month)
        ) STRICT;
        CREATE TABLE "grant" (
            key INTEGER PRIMARY KEY,
            municipality INTEGER REFERENCES municipality,
            agreement INTEGER REFERENCES agreement,
            scheme TEXT NOT NULL CHECK (scheme <> ''),
            year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
            occurrence INTEGER NOT NULL DEFAULT 1 CHECK (occurrence >= 1),
            amount INTEGER NOT NULL CHECK (amount >= 0),
            CHECK ((municipality IS NULL) <> (agreement IS NULL))
        ) STRICT;
        CREATE UNIQUE INDEX grant_to_municipality
            ON "grant" (year, municipality, scheme, occurrence) WHERE municipality IS NOT NULL;
        CREATE UNIQUE INDEX grant_under_agreement
            ON "grant" (year, agreement, scheme, occurrence) WHERE agreement IS NOT NULL;
        CREATE TABLE target (
            key INTEGER PRIMARY KEY,
            unit TEXT NOT NULL CHECK (unit IN \(unit) OR unit = 'total'),
            year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
            indicator TEXT NOT NULL CHECK (indicator <> ''),
            value REAL NOT NULL,
            UNIQUE (unit, year, indicator)
        ) STRICT;
        """
}
