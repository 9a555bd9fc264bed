/// A table of a page: caption, one row of heads, and rows that begin with a head of their own.
struct Table {
    /// A cell's content, and whether it is a number, which stands to the right.
    struct Cell {
        var content: HTML
        var isNumber = false
        var style = ""

        static func text(_ text: String) -> Cell { Cell(content: "\(text)") }
        static func number(_ text: String) -> Cell { Cell(content: "\(text)", isNumber: true) }
    }

    struct Row {
        var head: HTML
        var isDetail = false
        var cells: [Cell]
    }

    /// Unique within the page.
    var id: String
    var caption: String
    var columns: [String]
    /// Positions in `columns` whose cells are numbers.
    var numberColumns: Set<Int> = []
    /// A wide table prints on a landscape page of its own.
    var isWide = false
    var rows: [Row]

    /// Wrapped in a region that can be focused, so that the keyboard can scroll it.
    func html(_ texts: Texts) -> HTML {
        """
        <div class="scroll" role="region" tabindex="0" \
        aria-label="\(texts[.scrollTable, caption])">
        <table id="\(id)" class="\(isWide ? "wide" : "plain")">
        <caption>\(caption)</caption>
        <thead><tr>\(heads)</tr></thead>
        <tbody>
        \(rows.map(html).joined)</tbody>
        </table>
        </div>
        """
    }

    private var heads: [HTML] {
        columns.enumerated().map { index, column in
            let style: HTML = numberColumns.contains(index) ? #" class="number""# : ""
            return #"<th scope="col"\#(style)>\#(column)</th>"#
        }
    }

    private func html(_ row: Row) -> HTML {
        let style: HTML = row.isDetail ? #" class="detail""# : ""
        return #"<tr\#(style)><th scope="row">\#(row.head)</th>\#(row.cells.map(html))</tr>"#
    }

    private func html(_ cell: Cell) -> HTML {
        let styles = [cell.isNumber ? "number" : "", cell.style].filter { !$0.isEmpty }
        guard !styles.isEmpty else { return "<td>\(cell.content)</td>" }
        return #"<td class="\#(styles.joined(separator: " "))">\#(cell.content)</td>"#
    }
}
