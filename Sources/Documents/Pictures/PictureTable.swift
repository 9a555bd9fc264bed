/// The rows that a picture is drawn from.
package struct PictureTable: Hashable, Sendable {
    /// A cell, which may lead to what it is about.
    package struct Cell: Hashable, Sendable, ExpressibleByStringLiteral {
        package var text: String
        /// An address of the site.
        package var link: String?

        package init(_ text: String, link: String? = nil) {
            self.text = text
            self.link = link
        }

        package init(stringLiteral text: String) {
            self.init(text)
        }

        var html: HTML {
            guard let link else { return "\(text)" }
            return #"<a href="\#(link)">\#(text)</a>"#
        }
    }

    /// Unique within the page.
    package var id: String
    package var caption: String
    package var columns: [String]
    /// Positions in `columns` whose cells are numbers, which stand to the right.
    package var numberColumns: Set<Int>
    /// As many cells as there are columns; the first is the row's head.
    package var rows: [[Cell]]

    package init(
        id: String, caption: String, columns: [String], numberColumns: Set<Int> = [],
        rows: [[Cell]] = []
    ) {
        self.id = id
        self.caption = caption
        self.columns = columns
        self.numberColumns = numberColumns
        self.rows = rows
    }

    /// In a region that the keyboard can scroll.
    package func html(_ texts: Texts) -> HTML {
        Table(
            id: id, caption: caption, columns: columns, numberColumns: numberColumns,
            rows: rows.map(row)
        ).html(texts)
    }

    private func row(_ cells: [Cell]) -> Table.Row {
        precondition(
            cells.count == columns.count,
            "A row of «\(caption)» has \(cells.count) cells for \(columns.count) columns.")
        return Table.Row(
            head: cells[0].html,
            cells: cells.indices.dropFirst().map {
                Table.Cell(content: cells[$0].html, isNumber: numberColumns.contains($0))
            })
    }
}
