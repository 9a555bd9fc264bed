import GRDB

/// Writes and compares the rows of one table, with statements that are prepared once.
final class RowStore {
    private let file: ImportFile
    private let stored: [(column: String, field: Int)]
    private let db: Database
    private let insert: RawStatement
    private let select: RawStatement
    private let update: RawStatement
    private let links: [LinkStore]
    /// By which fields of the identity are null, because an index is found by `=` alone.
    private var finders: [Int: RawStatement] = [:]
    /// Puts a meeting's date back to what follows from its postponements.
    private let settle: RawStatement?

    init(_ file: ImportFile, in db: Database) throws {
        self.file = file
        self.db = db
        stored = file.stored
        var names = ["key"] + stored.map { "\"\($0.column)\"" }
        let assignments = names.dropFirst().map { "\($0) = ?" }.joined(separator: ", ")
        select = try RawStatement(
            db,
            "SELECT \(names.joined(separator: ", ")) FROM \"\(file.table)\" WHERE key = ?")
        update = try RawStatement(
            db, "UPDATE \"\(file.table)\" SET \(assignments) WHERE key = ?")
        if file.extra == .plannedOn { names.append("planned_on") }
        let places = Array(repeating: "?", count: names.count).joined(separator: ", ")
        insert = try RawStatement(
            db,
            """
            INSERT INTO "\(file.table)" (\(names.joined(separator: ", "))) VALUES (\(places))
            """)
        links = try file.columns.compactMap { column in
            try column.link.map { try LinkStore($0, column: column, in: db) }
        }
        settle =
            file.extra == .plannedOn
            ? try RawStatement(
                db,
                """
                UPDATE meeting SET planned_on = coalesce((SELECT moved_to FROM postponement
                WHERE meeting = meeting.key ORDER BY decided_on DESC, occurrence DESC LIMIT 1),
                first_planned_on) WHERE key = ?
                """) : nil
    }

    /// Key of the registered row with the same natural identity.
    func find(_ fields: [Field]) throws -> Int64? {
        var nulls = 0
        for (index, field) in file.identity.enumerated() where fields[field].form == .null {
            nulls |= 1 << index
        }
        let finder = try finders[nulls] ?? makeFinder(nulls: nulls)
        var position = 1
        for field in file.identity where fields[field].form != .null {
            finder.bind(fields[field], at: position)
            position += 1
        }
        return try finder.firstInteger()
    }

    func add(key: Int64, _ row: ImportRow) throws {
        insert.bind(key, at: 1)
        for (index, column) in stored.enumerated() {
            insert.bind(row.fields[column.field], at: index + 2)
        }
        if file.extra == .plannedOn {
            insert.bind(row.fields[file.extraField], at: stored.count + 2)
        }
        try insert.run()
        for (link, values) in zip(links, row.lists) {
            try link.add(values, owner: key)
        }
    }

    /// Whether the registered row holds what the folder's row says.
    func holds(key: Int64, _ row: ImportRow) throws -> Bool {
        defer { select.reset() }
        select.bind(key, at: 1)
        guard try select.step() else { return false }
        for (index, column) in stored.enumerated()
        where !select.holds(row.fields[column.field], at: index + 1) {
            return false
        }
        for (link, values) in zip(links, row.lists) where try !link.hold(values, owner: key) {
            return false
        }
        return true
    }

    func change(key: Int64, _ row: ImportRow) throws {
        for (index, column) in stored.enumerated() {
            update.bind(row.fields[column.field], at: index + 1)
        }
        update.bind(key, at: stored.count + 1)
        try update.run()
        for (link, values) in zip(links, row.lists) where try !link.hold(values, owner: key) {
            try link.remove(owner: key)
            try link.add(values, owner: key)
        }
        settle?.bind(key, at: 1)
        try settle?.run()
    }

    private func makeFinder(nulls: Int) throws -> RawStatement {
        let columns = Dictionary(uniqueKeysWithValues: stored.map { ($0.field, $0.column) })
        let conditions = file.identity.enumerated().map { index, field in
            let column = columns[field] ?? file.columns[field].name
            return "\"\(column)\" " + (nulls & 1 << index == 0 ? "= ?" : "IS NULL")
        }
        let finder = try RawStatement(
            db,
            """
            SELECT key FROM "\(file.table)" WHERE \(conditions.joined(separator: " AND "))
            """)
        finders[nulls] = finder
        return finder
    }
}

/// Writes and compares the values of one column that holds several.
private final class LinkStore {
    private let link: ImportColumn.Link
    private let choices: Choices?
    private let insert: RawStatement
    private let select: RawStatement
    private let delete: RawStatement

    init(_ link: ImportColumn.Link, column: ImportColumn, in db: Database) throws {
        self.link = link
        choices = if case .choices(let choices, _) = column.meaning { choices } else { nil }
        let order = link.isOrdered ? ", position" : ""
        insert = try RawStatement(
            db,
            """
            INSERT INTO \(link.table) (\(link.owner), \(link.value)\(order))
            VALUES (?, ?\(link.isOrdered ? ", ?" : ""))
            """)
        select = try RawStatement(
            db,
            """
            SELECT \(link.value) FROM \(link.table) WHERE \(link.owner) = ?
            ORDER BY \(link.isOrdered ? "position" : link.value)
            """)
        delete = try RawStatement(db, "DELETE FROM \(link.table) WHERE \(link.owner) = ?")
    }

    func add(_ values: [Int64], owner: Int64) throws {
        for (index, value) in values.enumerated() {
            insert.bind(owner, at: 1)
            if link.isOrdered { insert.bind(Int64(index + 1), at: 3) }
            guard let choices else {
                insert.bind(value, at: 2)
                try insert.run()
                continue
            }
            try choices.bytes[Int(value)].withUnsafeBufferPointer { word in
                insert.bind(Field(form: .text, bytes: word), at: 2)
                try insert.run()
            }
        }
    }

    func hold(_ values: [Int64], owner: Int64) throws -> Bool {
        defer { select.reset() }
        select.bind(owner, at: 1)
        var held: [Int64] = []
        while try select.step() {
            if let choices {
                held.append(Int64(choices.find(select.text(0)) ?? -1))
            } else {
                held.append(select.integer(0))
            }
        }
        return link.isOrdered ? held == values : held.sorted() == values.sorted()
    }

    func remove(owner: Int64) throws {
        delete.bind(owner, at: 1)
        try delete.run()
    }
}
