/// A plain table as the partial `table` shows it.
struct TableView: Sendable {
    /// Said to those who do not see it, and above it.
    let caption: String
    let columns: [Column]
    let rows: [Row]

    struct Column: Sendable {
        let name: String
    }

    struct Row: Sendable {
        var cells: [Cell]
        /// A form of one button at the row's end; nil for none.
        var button: Button?
    }

    struct Cell: Sendable {
        let column: String
        let text: String
        /// Where the text leads to.
        var path: String?
        var isHead = false
        /// Long text, folded behind the word.
        var folded: Folded?

        struct Folded: Sendable {
            let summary: String
            let lines: [String]
        }
    }

    struct Button: Sendable {
        let path: String
        let label: String
        /// What the button is about, for those who do not see the row.
        let about: String
    }

    /// A row of texts for the columns in order, of which the first leads to `path`.
    static func row(
        _ columns: [String], _ texts: [String], path: String? = nil, button: Button? = nil
    ) -> Row {
        Row(
            cells: zip(columns, texts).enumerated().map { index, pair in
                Cell(
                    column: pair.0, text: pair.1, path: index == 0 ? path : nil,
                    isHead: index == 0)
            }, button: button)
    }

    init(_ caption: String, columns: [String], rows: [Row]) {
        self.caption = caption
        self.columns = columns.map(Column.init)
        self.rows = rows
    }
}
