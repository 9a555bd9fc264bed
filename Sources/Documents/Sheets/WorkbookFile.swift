import Agreements
import CXLSXWriter
import Foundation

/// libxlsxwriter's calls, in the order in which it wants them.
struct WorkbookFile {
    let path: String
    /// Where the library keeps its own temporary files.
    let folder: String
    let createdAt: Instant

    /// Widths of columns, in characters.
    private static let widths = 8...60
    /// Rows that a column's width is taken from.
    private static let measuredRows = 200

    private struct Formats {
        let head: UnsafeMutablePointer<lxw_format>?
        let text: UnsafeMutablePointer<lxw_format>?
        let day: UnsafeMutablePointer<lxw_format>?
        let number: UnsafeMutablePointer<lxw_format>?
        let percent: UnsafeMutablePointer<lxw_format>?
    }

    func write(_ sheets: [Sheet]) throws(SheetError) {
        let temporary = strdup(folder)
        defer { free(temporary) }
        var options = lxw_workbook_options(
            constant_memory: 0, tmpdir: temporary, use_zip64: 0)
        guard let workbook = workbook_new_opt(path, &options) else {
            throw .library(reason: "there is no memory for it")
        }
        var failure = setProperties(of: workbook)
        let formats = formats(in: workbook)
        for (name, sheet) in zip(Self.names(of: sheets), sheets) where failure == nil {
            guard let worksheet = workbook_add_worksheet(workbook, name) else {
                failure = .library(reason: "the sheet «\(name)» could not be added")
                break
            }
            failure = fill(worksheet, with: sheet, formats)
        }
        // Frees the workbook whatever has happened.
        let closed = Self.failure(workbook_close(workbook))
        if let failure = failure ?? closed { throw failure }
    }

    /// Without a time of its own the library writes the clock's.
    private func setProperties(of workbook: UnsafeMutablePointer<lxw_workbook>) -> SheetError? {
        var properties = lxw_doc_properties()
        properties.created = time_t(createdAt.milliseconds / 1000)
        return Self.failure(workbook_set_properties(workbook, &properties))
    }

    private func formats(in workbook: UnsafeMutablePointer<lxw_workbook>) -> Formats {
        let head = workbook_add_format(workbook)
        format_set_bold(head)
        format_set_text_wrap(head)
        format_set_align(head, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        func format(_ pattern: String) -> UnsafeMutablePointer<lxw_format>? {
            let format = workbook_add_format(workbook)
            format_set_num_format(format, pattern)
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            return format
        }
        let text = format("@")
        format_set_text_wrap(text)
        return Formats(
            head: head, text: text, day: format("dd.mm.yyyy"), number: format("#,##0.##########"),
            percent: format("0.0%"))
    }

    private func fill(
        _ worksheet: UnsafeMutablePointer<lxw_worksheet>, with sheet: Sheet, _ formats: Formats
    ) -> SheetError? {
        for (column, head) in sheet.columns.enumerated() {
            let width = width(of: column, in: sheet)
            worksheet_set_column(worksheet, UInt16(column), UInt16(column), width, nil)
            let title = head.title.withoutControls
            let error = worksheet_write_string(worksheet, 0, UInt16(column), title, formats.head)
            if let failure = Self.failure(error) { return failure }
        }
        for (row, cells) in sheet.rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                let error = write(cell, UInt32(row + 1), UInt16(column), worksheet, formats)
                if let failure = Self.failure(error) { return failure }
            }
        }
        worksheet_freeze_panes(worksheet, 1, 0)
        let last = (UInt32(sheet.rows.count), UInt16(max(1, sheet.columns.count) - 1))
        return Self.failure(worksheet_autofilter(worksheet, 0, 0, last.0, last.1))
    }

    private func write(
        _ cell: Sheet.Cell, _ row: UInt32, _ column: UInt16,
        _ worksheet: UnsafeMutablePointer<lxw_worksheet>, _ formats: Formats
    ) -> lxw_error {
        switch cell {
        case .empty: return LXW_NO_ERROR
        case .text(let text):
            return worksheet_write_string(
                worksheet, row, column, text.withoutControls, formats.text)
        case .day(let day):
            let (year, month, number) = day.civil
            // Excel's calendar begins in 1900.
            guard year >= 1900 else {
                return worksheet_write_string(
                    worksheet, row, column, day.description, formats.text)
            }
            var date = lxw_datetime()
            (date.year, date.month, date.day) = (Int32(year), Int32(month), Int32(number))
            return worksheet_write_datetime(worksheet, row, column, &date, formats.day)
        case .number(let number):
            guard number.isFinite else { return LXW_NO_ERROR }
            return worksheet_write_number(worksheet, row, column, number, formats.number)
        case .percent(let share):
            guard share.isFinite else { return LXW_NO_ERROR }
            return worksheet_write_number(worksheet, row, column, share, formats.percent)
        }
    }

    private func width(of column: Int, in sheet: Sheet) -> Double {
        let head = sheet.columns[column].title.count + 3
        let longest =
            sheet.rows.prefix(Self.measuredRows).map { row in
                if case .text(let text) = row[column] { text.count + 1 } else { 11 }
            }.max() ?? 0
        return Double(min(max(head, longest, Self.widths.lowerBound), Self.widths.upperBound))
    }

    /// Without the signs that Excel refuses, at most 31 characters, no two alike.
    private static func names(of sheets: [Sheet]) -> [String] {
        var used: Set<String> = []
        return sheets.map { sheet in
            let plain = sheet.name.withoutControls
                .map { "[]:*?/\\'\n\t".contains($0) ? " " : String($0) }
                .joined().trimmingCharacters(in: .whitespaces)
            var name = cut(plain.isEmpty ? "1" : plain, to: 31)
            var number = 2
            while !used.insert(name.lowercased()).inserted {
                name = "\(cut(plain, to: 27)) \(number)"
                number += 1
            }
            return name
        }
    }

    /// Excel counts in UTF-16.
    private static func cut(_ text: String, to limit: Int) -> String {
        var text = text
        while text.utf16.count > limit { text.removeLast() }
        return text
    }

    private static func failure(_ error: lxw_error) -> SheetError? {
        guard error != LXW_NO_ERROR else { return nil }
        return .library(reason: String(cString: lxw_strerror(error)))
    }
}
