import Agreements
import GRDB

/// The steps that deeds are made of, within one transaction of the caller and with their entries
/// in the audit trail.
struct RecordSteps {
    typealias Value = (any DatabaseValueConvertible)?

    let db: Database
    let trail: AuditTrail
    let today: Day
    let author: Author
    let now: Instant

    init(_ db: Database, author: Author, at now: Instant) {
        self.db = db
        self.author = author
        self.now = now
        today = Oslo.day(at: now)
        trail = AuditTrail(db, author: author, at: now)
    }

    // MARK: Reading

    func key(of table: String, _ id: String) throws -> Int64 {
        let key = try Int64.fetchOne(
            db, sql: "SELECT key FROM \"\(table)\" WHERE id = ?", arguments: [id])
        guard let key else { throw RecordRefusal.unknown(table: table, id: id) }
        return key
    }

    func id(of table: String, _ key: Int64) throws -> String {
        let id = try String.fetchOne(
            db, sql: "SELECT id FROM \"\(table)\" WHERE key = ?", arguments: [key])
        guard let id else { throw RecordRefusal.unknown(table: table, id: String(key)) }
        return id
    }

    /// The row's key, if its status is one of these.
    func state(
        _ table: String, _ id: String, from states: Set<String>, wanted: String
    ) throws -> Int64 {
        let key = try key(of: table, id)
        let state = try String.fetchOne(
            db, sql: "SELECT status FROM \(table) WHERE key = ?", arguments: [key])
        guard let state, states.contains(state) else {
            throw RecordRefusal.notNow(
                table: table, id: id, state: state ?? "unknown", wanted: wanted)
        }
        return key
    }

    /// An identifier under an agreement that is free: `NORD-2012-001/M4`.
    ///
    /// Rows are never deleted, so the number of rows is where the free ones begin, unless ids of
    /// that form came from elsewhere.
    func freeID(in table: String, under agreement: String, letter: String) throws -> String {
        let count = try Int.fetchOne(
            db,
            sql: """
                SELECT count(*) FROM \(table) JOIN agreement ON agreement.key = \(table).agreement
                WHERE agreement.id = ?
                """,
            arguments: [agreement])
        var number = (count ?? 0) + 1
        while try exists(table, "\(agreement)/\(letter)\(number)") { number += 1 }
        return "\(agreement)/\(letter)\(number)"
    }

    // MARK: Refusing

    /// Refuses when the rows have moved on since the version; nil expects nothing.
    func expect(_ version: RecordVersion?, of rows: [RecordRow], subject: String) throws {
        guard let version, let current = try RecordVersion.of(rows, in: db),
            current.seq > version.seq
        else { return }
        throw RecordRefusal.movedOn(
            MovedOn(
                table: rows[0].table, subject: subject, current: current,
                changes: try RecordHistory(db).changes(of: rows, after: version)))
    }

    func expect(_ version: RecordVersion?, of table: String, key: Int64) throws {
        guard version != nil else { return }
        try expect(
            version, of: [RecordRow(table: table, key: key)],
            subject: RowContent.of(table).subject(key: key, in: db))
    }

    func expect(_ version: RecordVersion?, of table: String, _ id: String) throws {
        guard version != nil else { return }
        try expect(version, of: table, key: key(of: table, id))
    }

    func refuseToCome(_ day: Day, _ what: String, _ table: String, _ id: String) throws {
        guard day > today else { return }
        throw RecordRefusal.toCome(what: what, table: table, id: id, on: day, today: today)
    }

    func refuseExisting(_ table: String, _ id: String) throws {
        guard !id.isEmpty else {
            throw RecordRefusal.contradiction(.emptyID(table: table))
        }
        if try exists(table, id) { throw RecordRefusal.exists(table: table, id: id) }
    }

    func refuseEmpty(_ text: String, _ table: String, _ id: String, _ field: String) throws {
        guard text.allSatisfy(\.isWhitespace) else { return }
        throw RecordRefusal.empty(table: table, id: id, field: field)
    }

    func refuseNoReason(_ reason: String, _ table: String, _ id: String) throws {
        guard reason.allSatisfy(\.isWhitespace) else { return }
        throw RecordRefusal.contradiction(.noReason(table: table, id: id))
    }

    /// The key of a user who is active; whoever is not cannot be made responsible.
    func activeUser(_ id: String) throws -> Int64 {
        let key = try key(of: "user", id)
        let isActive = try Bool.fetchOne(
            db, sql: "SELECT active FROM user WHERE key = ?", arguments: [key])
        guard isActive == true else { throw RecordRefusal.contradiction(.inactive(user: id)) }
        return key
    }

    func exists(_ table: String, _ id: String) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM \(table) WHERE id = ?)", arguments: [id])
            ?? false
    }

    func refuseIdentityNumbers(in values: [(field: String, value: Value)]) throws {
        // A hash may hold eleven digits in a row that look like one.
        for case (let field, let text as String) in values where field != "sha256" {
            let isHeld = Array(text.utf8).withUnsafeBufferPointer(
                CheckDigits.holdNationalIdentityNumber)
            if isHeld { throw RecordRefusal.identityNumber(field: field) }
        }
    }

    // MARK: Writing

    /// Adds a row, and what belongs to it by `links`, as one entry; returns its key.
    @discardableResult
    func add(
        _ table: String, _ values: KeyValuePairs<String, Value>,
        links: (Int64) throws -> Void = { _ in }
    ) throws -> Int64 {
        try refuseIdentityNumbers(in: values.map { ($0.key, $0.value) })
        let columns = values.map { "\"\($0.key)\"" }.joined(separator: ", ")
        try db.execute(
            sql: """
                INSERT INTO \(table) (\(columns))
                VALUES (\(databaseQuestionMarks(count: values.count)))
                """,
            arguments: StatementArguments(values.map(\.value)))
        let key = db.lastInsertedRowID
        try links(key)
        try trail.recordAddition(table: table, keys: key...key)
        return key
    }

    /// Changes a row, and what belongs to it by `links`, as one entry; none when all is as before.
    @discardableResult
    func change(
        _ table: String, key: Int64, to values: [String: Value],
        links: () throws -> Void = {}
    ) throws -> Bool {
        let changes = values.sorted { $0.key < $1.key }
        try refuseIdentityNumbers(in: changes.map { ($0.key, $0.value) })
        let assignments = changes.map { "\"\($0.key)\" = ?" }.joined(separator: ", ")
        return try trail.recordChange(table: table, key: key) {
            try db.execute(
                sql: "UPDATE \(table) SET \(assignments) WHERE key = ?",
                arguments: StatementArguments(changes.map(\.value)) + [key])
            try links()
        }
    }

    func change(
        _ table: String, _ id: String, from states: Set<String>, wanted: String,
        to values: [String: Value]
    ) throws {
        let key = try state(table, id, from: states, wanted: wanted)
        try change(table, key: key, to: values)
    }
}
