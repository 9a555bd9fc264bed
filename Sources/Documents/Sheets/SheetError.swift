import Agreements

/// Why a workbook could not be written.
package enum SheetError: Error, Hashable, Sendable, CustomStringConvertible {
    case tooManyRows(sheet: String, rows: Int)
    case tooManyColumns(sheet: String, columns: Int)
    /// Rows count from 1, as Excel counts them.
    case textTooLong(sheet: String, column: String, row: Int)
    case folder(reason: String)
    case library(reason: String)

    package var description: String {
        switch self {
        case .tooManyRows(let sheet, let rows):
            """
            The sheet «\(sheet)» has \(rows) rows; Excel takes \(Workbook.rowLimit - 1) below the \
            head. Choose fewer rows, or take CSV.
            """
        case .tooManyColumns(let sheet, let columns):
            """
            The sheet «\(sheet)» has \(columns) columns; Excel takes \(Workbook.columnLimit). \
            Choose fewer columns.
            """
        case .textTooLong(let sheet, let column, let row):
            """
            The text in row \(row) of «\(column)» in «\(sheet)» is longer than the \
            \(Workbook.textLimit) characters that a cell of Excel takes. Shorten it, or take CSV.
            """
        case .folder(let reason):
            "No folder for temporary files could be made: \(reason). See to TMPDIR and its space."
        case .library(let reason):
            "The workbook could not be written: \(reason)."
        }
    }
}
