import Agreements

/// A table to be opened in a spreadsheet.
package struct Sheet: Hashable, Sendable {
    /// What a column's cells are.
    package enum Kind: Hashable, Sendable {
        case text
        case day
        case number
        /// A share, shown in per cent.
        case percent
    }

    /// A column's head and what is under it.
    package struct Column: Hashable, Sendable {
        package var title: String
        package var kind: Kind

        package init(_ title: String, _ kind: Kind = .text) {
            self.title = title
            self.kind = kind
        }
    }

    /// A cell's content, of its column's kind.
    package enum Cell: Hashable, Sendable {
        case empty
        case text(String)
        case day(Day)
        case number(Double)
        /// 1 is a hundred per cent.
        case percent(Double)
    }

    package var name: String
    package var columns: [Column]
    package private(set) var rows: [[Cell]] = []

    package init(name: String, columns: [Column]) {
        self.name = name
        self.columns = columns
    }

    /// Adds a row: a cell for each column, of the column's kind or empty.
    package mutating func add(_ row: [Cell]) {
        precondition(
            row.count == columns.count,
            "A row of «\(name)» has \(row.count) cells for \(columns.count) columns.")
        for (cell, column) in zip(row, columns) {
            precondition(
                cell.kind == nil || cell.kind == column.kind,
                "A cell of «\(column.title)» is no \(column.kind).")
        }
        rows.append(row)
    }
}

extension Sheet.Cell {
    /// Empty for nil.
    package static func text(_ text: String?) -> Sheet.Cell { text.map { .text($0) } ?? .empty }

    /// Empty for nil.
    package static func day(_ day: Day?) -> Sheet.Cell { day.map { .day($0) } ?? .empty }

    /// Empty for nil.
    package static func number(_ number: Int?) -> Sheet.Cell {
        number.map { .number(Double($0)) } ?? .empty
    }

    /// Empty for nil.
    package static func percent(_ share: Double?) -> Sheet.Cell {
        share.map { .percent($0) } ?? .empty
    }

    var kind: Sheet.Kind? {
        switch self {
        case .empty: nil
        case .text: .text
        case .day: .day
        case .number: .number
        case .percent: .percent
        }
    }
}

extension String {
    /// Without the control characters that neither CSV nor XML carries; tabs and line ends stay.
    var withoutControls: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.filter { scalar in
                    switch scalar.value {
                    case 0x09, 0x0A: true
                    case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: false
                    default: true
                    }
                }))
    }
}
