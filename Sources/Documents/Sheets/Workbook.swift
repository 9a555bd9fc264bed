import Agreements
import CXLSXWriter
import Foundation

/// Sheets as one Excel workbook, with real dates and numbers, the head frozen and filters on it.
///
/// Texts are written as texts whatever they begin with: nothing in a register becomes a formula.
package struct Workbook: Sendable {
    package static let mediaType =
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    /// Excel's own limits.
    static let (rowLimit, columnLimit, textLimit) = (1_048_576, 16_384, 32_767)

    private let sheets: [Sheet]
    private let createdAt: Instant

    /// One sheet at least; names are cut to Excel's 31 characters and made unique.
    package init(_ sheets: [Sheet], createdAt: Instant) {
        precondition(!sheets.isEmpty, "A workbook has a sheet at least.")
        self.sheets = sheets
        self.createdAt = createdAt
    }

    /// The file's bytes; the same sheets and time give the same bytes.
    ///
    /// They pass through a folder that nobody else may read and that is gone afterwards.
    package func write() throws(SheetError) -> Data {
        for sheet in sheets { try check(sheet) }
        let folder = try PrivateFolder()
        defer { folder.remove() }
        let file = folder.path + "/workbook.xlsx"
        try WorkbookFile(path: file, folder: folder.path, createdAt: createdAt).write(sheets)
        guard let data = FileManager.default.contents(atPath: file) else {
            throw .library(reason: "\(file) is not there after writing")
        }
        return data
    }

    private func check(_ sheet: Sheet) throws(SheetError) {
        guard sheet.rows.count < Self.rowLimit else {
            throw .tooManyRows(sheet: sheet.name, rows: sheet.rows.count)
        }
        guard sheet.columns.count <= Self.columnLimit else {
            throw .tooManyColumns(sheet: sheet.name, columns: sheet.columns.count)
        }
        for (row, cells) in sheet.rows.enumerated() {
            for (column, cell) in zip(sheet.columns, cells) {
                if case .text(let text) = cell, text.unicodeScalars.count > Self.textLimit {
                    throw .textTooLong(sheet: sheet.name, column: column.title, row: row + 2)
                }
            }
        }
    }
}
