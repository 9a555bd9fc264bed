import Foundation
import GRDB

/// Writes one table as a file of the import format.
struct FileExport {
    private let file: ImportFile
    private let db: Database
    private let columns: [ImportColumn]

    init(_ file: ImportFile, db: Database) throws {
        self.file = file
        self.db = db
        let withLanguages =
            try file.table != "user"
            || Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM user WHERE language <> 'nb')")
                ?? false
        columns = file.columns.filter { withLanguages || $0.name != "language" }
    }

    /// The number of rows.
    func write(to path: String) throws -> Int {
        let writer = try CSVWriter(path: path)
        for column in columns { writer.write(cell: column.name.utf8) }
        try writer.endRow()
        let statement = try RawStatement(db, query)
        var count = 0
        while try statement.step() {
            for (index, column) in columns.enumerated() {
                write(statement, index, as: column, to: writer)
            }
            try writer.endRow()
            count += 1
        }
        try writer.close()
        return count
    }

    private func write(
        _ statement: RawStatement, _ index: Int, as column: ImportColumn, to writer: CSVWriter
    ) {
        guard !statement.isNull(index) else { return writer.write(cell: EmptyCollection()) }
        switch column.meaning {
        case .truth:
            writer.write(cell: (statement.integer(index) == 0 ? "false" : "true").utf8)
        case .decimal: writer.write(cell: statement.real(index).description.utf8)
        default: writer.write(cell: statement.text(index))
        }
    }

    private var query: String {
        let order = file.identity.map { field in
            field < file.columns.count
                ? file.columns[field].cell(in: file)
                : file.extra == .evaluation ? "row.evaluation" : "row.occurrence"
        }
        // The evaluation of a score is told by its agreement and year, which stand first.
        let leading = file.extra == .evaluation ? columns.prefix(2).map { $0.cell(in: file) } : []
        let cells = columns.map { $0.cell(in: file) }.joined(separator: ", ")
        return """
            SELECT \(cells) FROM "\(file.source)" AS row
            ORDER BY \((leading + order).joined(separator: ", "))
            """
    }
}
