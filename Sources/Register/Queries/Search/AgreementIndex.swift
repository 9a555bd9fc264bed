import GRDB

/// Keeps the words and sort keys of agreements equal to what the register says of them.
enum AgreementIndex {
    /// Whether a change has been noted that the index does not hold yet.
    static func isStale(in db: Database) throws -> Bool {
        try Int64.fetchOne(db.cachedStatement(sql: firstStale)) != nil
    }

    /// Takes what has been noted into the index; costs one look at an empty table when nothing is.
    static func refresh(in db: Database) throws {
        guard let first = try Int64.fetchOne(db.cachedStatement(sql: firstStale)) else { return }
        if first == 0 {
            try rebuild(in: db)
        } else {
            let stale = "agreement IN (SELECT agreement FROM agreement_stale)"
            try remove(
                listed: stale, searched: "rowid IN (SELECT agreement FROM agreement_stale)", db)
            try add("a.key IN (SELECT agreement FROM agreement_stale)", db)
        }
        try db.execute(sql: "DELETE FROM agreement_stale")
    }

    /// Makes the whole index anew: about 0.2 ms for each agreement.
    static func rebuild(in db: Database) throws {
        try remove(listed: "TRUE", searched: "TRUE", db)
        try add("TRUE", db)
    }

    private static let firstStale =
        "SELECT agreement FROM agreement_stale ORDER BY agreement LIMIT 1"

    private static func remove(listed: String, searched: String, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM agreement_listing WHERE \(listed)")
        try db.execute(sql: "DELETE FROM agreement_search WHERE \(searched)")
    }

    private static func add(_ condition: String, _ db: Database) throws {
        let list = try db.cachedStatement(
            sql: "INSERT INTO agreement_listing VALUES (?, ?, ?, ?, ?)")
        let search = try db.cachedStatement(
            sql: """
                INSERT INTO agreement_search (rowid, number, title, place, former, person, text)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
        let rows = try Row.fetchCursor(db, sql: "\(documents) WHERE \(condition)")
        while let row = try rows.next() {
            let document = AgreementDocument(row)
            try list.execute(arguments: document.listing)
            try search.execute(arguments: document.words)
        }
    }

    /// What an agreement is found by. A municipality is found by the names of those that it came
    /// from and of those that took over, at any distance.
    private static let documents = """
        SELECT a.key, a.id, a.title,
            (SELECT group_concat(name, char(31)) FROM (SELECT party.name FROM agreement_party
                JOIN party ON party.key = party WHERE agreement = a.key ORDER BY position)),
            (SELECT group_concat(m.number || ' ' || m.name, ' ') FROM agreement_party
                JOIN party ON party.key = party JOIN municipality AS m ON m.key = municipality
                WHERE agreement = a.key),
            (\(kin(from: "municipality", to: "successor"))),
            (\(kin(from: "successor", to: "municipality"))),
            responsible.name, responsible.id, deputy.name, deputy.id,
            (SELECT group_concat(contact.name, ' ') FROM agreement_party
                JOIN contact ON contact.party = agreement_party.party WHERE agreement = a.key),
            a.designation, a.purpose,
            (SELECT group_concat(text, ' ') FROM commitment WHERE agreement = a.key)
        FROM agreement AS a
        LEFT JOIN user AS responsible ON responsible.key = a.responsible
        LEFT JOIN user AS deputy ON deputy.key = a.deputy
        """

    private static func kin(from: String, to: String) -> String {
        """
        WITH RECURSIVE kin (key) AS (
            SELECT s.\(to) FROM agreement_party JOIN party ON party.key = party
            JOIN municipality_successor AS s ON s.\(from) = party.municipality
            WHERE agreement = a.key
            UNION
            SELECT s.\(to) FROM kin JOIN municipality_successor AS s ON s.\(from) = kin.key)
        SELECT group_concat(number || ' ' || name, ' ') FROM kin JOIN municipality USING (key)
        """
    }
}

/// The words and sort keys of one agreement.
private struct AgreementDocument {
    private let row: Row

    init(_ row: Row) { self.row = row }

    var listing: StatementArguments {
        let parties = row[3] as String? ?? ""
        let first = parties.split(separator: AgreementLine.separator).first.map(String.init) ?? ""
        return [
            row[0] as Int64, SearchText.order(of: row[2]), SearchText.order(of: first),
            SearchText.order(of: row[7] ?? ""), parties,
        ]
    }

    var words: StatementArguments {
        [
            row[0] as Int64, text(1), text(2), text(3, 4), text(5, 6), text(7, 8, 9, 10, 11),
            text(12, 13, 14),
        ]
    }

    private func text(_ columns: Int...) -> String {
        SearchText.folded(columns.compactMap { row[$0] as String? }.joined(separator: " "))
    }
}
