import GRDB

/// Steps through the rows of queries that share their arguments.
struct FactsRows {
    let db: Database
    let arguments: [String: (any DatabaseValueConvertible)?]

    /// Calls `body` at each row; nothing is made of the columns that it does not ask for.
    func forEach(
        _ columns: String, from table: String, where condition: String, order: String = "",
        _ body: (Columns) throws -> Void
    ) throws {
        let statement = try db.cachedStatement(
            sql: "SELECT \(columns) FROM \(table) WHERE \(condition) \(order)")
        let row = Columns(statement: statement.sqliteStatement)
        let rows = try Row.fetchCursor(statement, arguments: StatementArguments(arguments))
        while try rows.next() != nil {
            try body(row)
        }
    }
}
