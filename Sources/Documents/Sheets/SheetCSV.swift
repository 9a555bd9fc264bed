import Agreements

/// A sheet as CSV that Excel opens with a double click in Norway: UTF-8 with a byte-order mark,
/// semicolons, decimal commas and dates such as 31.05.2013.
package struct SheetCSV {
    package static let mediaType = "text/csv; charset=utf-8"

    private let sheet: Sheet

    package init(_ sheet: Sheet) {
        self.sheet = sheet
    }

    package func write() -> String {
        var text = "\u{FEFF}"
        line(sheet.columns.map { quote(guarded($0.title)) }, to: &text)
        for row in sheet.rows { line(row.map(field), to: &text) }
        return text
    }

    private func line(_ fields: [String], to text: inout String) {
        text += fields.joined(separator: ";")
        text += "\r\n"
    }

    private func field(_ cell: Sheet.Cell) -> String {
        switch cell {
        case .empty: ""
        case .text(let text): quote(guarded(text))
        case .day(let day): Self.date(day)
        case .number(let number): number.isFinite ? Self.decimal(number) : ""
        case .percent(let share):
            share.isFinite ? Self.decimal((share * 1e6).rounded() / 1e4) + "%" : ""
        }
    }

    /// Text that a spreadsheet would take for a formula begins with an apostrophe instead, also
    /// where the sign stands behind spaces or is a full-width one.
    private func guarded(_ text: String) -> String {
        let text = text.withoutControls
        let first = text.unicodeScalars.first { !$0.properties.isWhitespace }
        let isTab = text.unicodeScalars.first == "\t"
        guard isTab || first.map({ "=+-@＝＋－＠".unicodeScalars.contains($0) }) ?? false
        else { return text }
        return "'" + text
    }

    /// In quotes where it holds a separator, a quote or a line end, or blanks at its ends.
    private func quote(_ text: String) -> String {
        let special = text.unicodeScalars.contains {
            $0 == ";" || $0 == "\"" || $0 == "\n" || $0 == "," || $0 == "\t"
        }
        guard special || text.first == " " || text.last == " " else { return text }
        return "\"\(text.replacing("\"", with: "\"\""))\""
    }

    private static func date(_ day: Day) -> String {
        let (year, month, number) = day.civil
        return "\(padded(number, 2)).\(padded(month, 2)).\(padded(year, 4))"
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    /// The shortest digits that stand for the number, never with an exponent below 10¹⁵.
    private static func decimal(_ number: Double) -> String {
        if number == number.rounded(), abs(number) < 1e15 { return String(Int64(number)) }
        return String(number).replacing(".", with: ",")
    }
}
