import Agreements
import GRDB

/// The records of one kind, with the columns and values of the import format, in the order in
/// which they came into the register.
package struct RecordList: Sendable {
    /// A record by the names of its columns; `key` is its number in the register.
    package struct Record: Hashable, Sendable {
        package let key: Int64
        package let values: [RecordValue]
    }

    /// Records of a page, at most.
    package static let mostRecords = 100

    /// The names of the columns, in the order of the values.
    package let columns: [String]
    /// The table, by which the audit trail knows the records.
    package let table: String
    private let file: ImportFile
    private let select: String
    private let meanings: [ImportColumn.Meaning]

    /// - Parameter name: A file of the import format without its extension: `followups`.
    package init(_ name: String) {
        guard let file = ImportFile.all.first(where: { $0.name == name }) else {
            preconditionFailure("The import format has no file \(name).csv.")
        }
        self.file = file
        table = file.table
        let derived = Self.derived[name] ?? []
        columns = file.columns.map(\.name) + derived.map(\.name)
        meanings = file.columns.map(\.meaning) + derived.map(\.meaning)
        let cells = file.columns.map { $0.cell(in: file) } + derived.map(\.sql)
        select = "SELECT row.key, \(cells.joined(separator: ", ")) FROM \"\(file.source)\" AS row"
    }

    /// What is in no column of the import format and follows from other rows.
    private static let derived = [
        "meetings": [
            (name: "planned_on", meaning: ImportColumn.Meaning.day, sql: "row.planned_on"),
            (
                name: "postponements", meaning: .count(0...Int64.max),
                sql: "(SELECT count(*) FROM postponement WHERE meeting = row.key)"
            ),
        ]
    ]

    /// The record with this number; nil when there is none.
    package func record(key: Int64, in db: Database) throws -> Record? {
        let statement = try db.cachedStatement(sql: "\(select) WHERE row.key = ?")
        return try Row.fetchOne(statement, arguments: [key]).map(record)
    }

    /// The number of the record with this identifier; nil when there is none.
    package func key(of identifier: String, in db: Database) throws -> Int64? {
        let column = file.columns[file.identity[0]]
        let statement = try db.cachedStatement(
            sql: "SELECT key FROM \"\(table)\" WHERE \"\(column.stored ?? column.name)\" = ?")
        return try Int64.fetchOne(statement, arguments: [identifier])
    }

    /// Records that meet every condition, of which 1 to 100 are read after the one with the key.
    ///
    /// `more` is whether there are further ones.
    package func page(
        _ conditions: [RecordCondition], after key: Int64 = 0, limit: Int, in db: Database
    ) throws -> (records: [Record], more: Bool) {
        let limit = min(max(limit, 1), Self.mostRecords)
        let statement = try db.cachedStatement(sql: sql(conditions))
        let values = conditions.map { $0.value as (any DatabaseValueConvertible)? }
        let rows = try Row.fetchAll(
            statement, arguments: StatementArguments(values + [key, limit + 1]))
        return (rows.prefix(limit).map(record), rows.count > limit)
    }

    func sql(_ conditions: [RecordCondition]) -> String {
        let said = conditions.map { "\(operand($0)) AND " }.joined()
        return "\(select) WHERE \(said)row.key > ? ORDER BY row.key LIMIT ?"
    }

    /// A condition with one parameter.
    private func operand(_ condition: RecordCondition) -> String {
        if condition.column == "unit", file.columns.contains(where: { $0.name == "agreement" }) {
            return "row.agreement IN (SELECT key FROM agreement WHERE owner = ?)"
        }
        guard let column = file.columns.first(where: { $0.name == condition.column }) else {
            guard
                let column = Self.derived[file.name]?.first(where: { $0.name == condition.column })
            else { preconditionFailure("\(file.name) has no column \(condition.column).") }
            return "\(column.sql) \(condition.comparison.rawValue) ?"
        }
        let stored = "row.\"\(column.stored ?? column.name)\" \(condition.comparison.rawValue)"
        guard case .reference(let other) = column.meaning else { return "\(stored) ?" }
        return "\(stored) (SELECT key FROM \(other.table) WHERE \(other.identifier) = ?)"
    }

    private func record(_ row: Row) -> Record {
        let values = meanings.enumerated().map { index, meaning in
            RecordValue(row, index + 1, meaning)
        }
        return Record(key: row[0], values: values)
    }
}

/// What a column of a list's records is to be.
package struct RecordCondition: Hashable, Sendable {
    package enum Comparison: String, Hashable, Sendable {
        case equal = "="
        case atLeast = ">="
        case atMost = "<="
    }

    /// A column of the import format; `unit` of what lies under an agreement is its owner.
    package let column: String
    package let comparison: Comparison
    /// As the column is stored; of a reference the identifier.
    let value: DatabaseValue

    package init(_ column: String, _ value: String) {
        self.init(column, .equal, value.databaseValue)
    }

    package init(_ column: String, _ value: Int) {
        self.init(column, .equal, value.databaseValue)
    }

    package init(_ column: String, isTrue: Bool) {
        self.init(column, .equal, (isTrue ? 1 : 0).databaseValue)
    }

    package init(_ column: String, _ comparison: Comparison, _ value: String) {
        self.init(column, comparison, value.databaseValue)
    }

    package init(_ column: String, _ comparison: Comparison, _ value: Int) {
        self.init(column, comparison, value.databaseValue)
    }

    private init(_ column: String, _ comparison: Comparison, _ value: DatabaseValue) {
        self.column = column
        self.comparison = comparison
        self.value = value
    }
}

/// What a column of a record holds.
package enum RecordValue: Hashable, Sendable {
    case none
    case text(String)
    case integer(Int64)
    case number(Double)
    case truth(Bool)
    case list([String])

    init(_ row: Row, _ index: Int, _ meaning: ImportColumn.Meaning) {
        switch meaning {
        case .choices, .references:
            self = .list((row[index] as String?)?.split(separator: "|").map(String.init) ?? [])
        case _ where row.hasNull(atIndex: index): self = .none
        case .truth: self = .truth(row[index])
        case .count: self = .integer(row[index])
        case .decimal: self = .number(row[index])
        default: self = .text(row[index])
        }
    }
}
