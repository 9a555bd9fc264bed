import GRDB

/// What the list of agreements is found and sorted by: an index of words, and sort keys.
///
/// Both are derived, and made by `AgreementIndex` from texts that SQL alone cannot fold. Triggers
/// only note which agreements a change concerns, 0 for all of them, so that an import of many
/// rows stays cheap; `Register.write` brings the index up to date before its transaction ends.
/// A step that changes how texts are folded notes a 0 as well.
enum SearchTables {
    static func create(in db: Database) throws {
        try db.execute(sql: tables)
        try db.execute(sql: indexes)
        for (name, event, stale) in notes {
            try db.execute(
                sql: """
                    CREATE TRIGGER \(name)_makes_search_stale AFTER \(event)
                    BEGIN INSERT OR IGNORE INTO agreement_stale \(stale); END;
                    """)
        }
        try db.execute(sql: "INSERT INTO agreement_stale VALUES (0)")
    }

    private static let tables = """
        CREATE TABLE agreement_stale (agreement INTEGER PRIMARY KEY) STRICT;
        CREATE TABLE agreement_listing (
            agreement INTEGER PRIMARY KEY,
            title_order TEXT NOT NULL,
            place_order TEXT NOT NULL,
            responsible_order TEXT NOT NULL,
            party_names TEXT NOT NULL
        ) STRICT;
        CREATE VIRTUAL TABLE agreement_search USING fts5 (
            number, title, place, former, person, text,
            tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'
        );
        """

    private static let indexes = """
        CREATE INDEX agreement_listing_by_title ON agreement_listing (title_order);
        CREATE INDEX agreement_listing_by_place ON agreement_listing (place_order);
        CREATE INDEX agreement_listing_by_responsible ON agreement_listing (responsible_order);
        CREATE INDEX agreement_in_order_of_valid_to ON agreement (coalesce(valid_to, '9999'), id);
        CREATE INDEX agreement_by_responsible ON agreement (responsible);
        CREATE INDEX agreement_by_deputy ON agreement (deputy);
        CREATE INDEX municipality_successor_by_successor ON municipality_successor (successor);
        CREATE INDEX followup_open_by_agreement ON followup (agreement, due_on)
            WHERE status = 'open';
        CREATE INDEX measure_open_by_agreement ON measure (agreement, due_on)
            WHERE status IN ('planned', 'in_progress');
        CREATE INDEX meeting_planned_by_agreement ON meeting (agreement, planned_on)
            WHERE status = 'planned';
        """

    /// What makes an agreement's words stale: a name for it, the event, and which agreements.
    private static let notes = [
        ("new_agreement", "INSERT ON agreement", "VALUES (NEW.key)"),
        (
            "agreement",
            "UPDATE OF id, title, designation, purpose, responsible, deputy ON agreement",
            "VALUES (NEW.key)"
        ),
        ("new_party", "INSERT ON agreement_party", "VALUES (NEW.agreement)"),
        ("other_party", "UPDATE ON agreement_party", "VALUES (OLD.agreement), (NEW.agreement)"),
        ("removed_party", "DELETE ON agreement_party", "VALUES (OLD.agreement)"),
        ("new_commitment", "INSERT ON commitment", "VALUES (NEW.agreement)"),
        (
            "commitment", "UPDATE OF agreement, text ON commitment",
            "VALUES (OLD.agreement), (NEW.agreement)"
        ),
        ("new_contact", "INSERT ON contact", ofParty("NEW.party")),
        ("contact", "UPDATE OF party, name ON contact", ofParty("OLD.party, NEW.party")),
        ("party", "UPDATE OF name, municipality ON party", ofParty("NEW.key")),
        (
            "user", "UPDATE OF id, name ON user",
            "SELECT key FROM agreement WHERE responsible = NEW.key OR deputy = NEW.key"
        ),
        ("municipality", "UPDATE OF number, name ON municipality", "VALUES (0)"),
        ("new_successor", "INSERT ON municipality_successor", "VALUES (0)"),
        ("other_successor", "UPDATE ON municipality_successor", "VALUES (0)"),
        ("removed_successor", "DELETE ON municipality_successor", "VALUES (0)"),
    ]

    private static func ofParty(_ party: String) -> String {
        "SELECT agreement FROM agreement_party WHERE party IN (\(party))"
    }
}
