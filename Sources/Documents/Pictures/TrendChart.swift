/// A figure over some years, a small line for each unit, all on one scale.
package struct TrendChart: Picture {
    /// A unit's line.
    package struct Line: Hashable, Sendable {
        package var name: String
        /// One for each year; nil breaks the line.
        package var values: [Double?]
        /// As read beside the line and in the table.
        package var labels: [String]
        /// An address of the site.
        package var link: String?

        package init(name: String, values: [Double?], labels: [String], link: String? = nil) {
            self.name = name
            self.values = values
            self.labels = labels
            self.link = link
        }
    }

    /// Unique within the page.
    package let id: String
    package let title: String
    /// Names of the columns: years.
    package let years: [String]
    package let lines: [Line]
    /// The top of the scale at least; larger values make it higher.
    package let fullValue: Double
    /// Drawn across every line.
    package let target: Double?

    package init(
        id: String, title: String, years: [String], lines: [Line], fullValue: Double = 1,
        target: Double? = nil
    ) {
        self.id = id
        self.title = title
        self.years = years
        self.lines = lines
        self.fullValue = fullValue
        self.target = target
    }

    /// In units of the view box of one line, which stands for pixels at a width of 160.
    private static let (width, height, top, bottom) = (160.0, 62.0, 8.0, 44.0)
    private static let (left, right) = (6.0, 154.0)

    package func drawing(_ texts: Texts) -> HTML {
        """
        <p class="subtle">\(texts[.trendNote])</p>
        <div class="trends">
        \(lines.enumerated().map { panel($0, $1, texts) }.joined)</div>
        """
    }

    package func table(_ texts: Texts) -> PictureTable {
        PictureTable(
            id: "\(id)-table", caption: title, columns: [texts[.region]] + years,
            numberColumns: Set(1..<years.count + 1),
            rows: lines.map { line in
                [PictureTable.Cell(line.name, link: line.link)]
                    + line.labels.map { PictureTable.Cell($0) }
            })
    }

    private func panel(_ index: Int, _ line: Line, _ texts: Texts) -> HTML {
        let name = "\(id)-\(index)"
        let reading = zip(years, line.labels).map { texts[.yearAndValue, $0, $1] }
        return """
            <div class="trend"><p><span>\(line.name)</span> <b>\(line.labels.last ?? "")</b></p>
            <svg viewBox="0 0 160 62" role="img" aria-labelledby="\(name) \(name)-desc">
            <title id="\(name)">\(title), \(line.name)</title>
            <desc id="\(name)-desc">\(reading.joined(separator: "; "))</desc>
            <path class="grid" d="M0 \(at: Self.bottom)H160"/>\(targetLine)\(path(of: line))\
            <text x="0" y="58">\(years.first ?? "")</text>\
            <text x="160" y="58" text-anchor="end">\(years.last ?? "")</text>
            </svg></div>
            """
    }

    private var scale: Double {
        max(fullValue, lines.flatMap(\.values).compactMap(\.self).max() ?? 0, target ?? 0)
    }

    private func y(of value: Double) -> Double {
        let share = scale > 0 ? max(0, value) / scale : 0
        return Self.bottom - share * (Self.bottom - Self.top)
    }

    private func x(of index: Int) -> Double {
        guard years.count > 1 else { return (Self.left + Self.right) / 2 }
        return Self.left + Double(index) / Double(years.count - 1) * (Self.right - Self.left)
    }

    private var targetLine: HTML {
        guard let target else { return "" }
        return #"<path class="target" d="M0 \#(at: y(of: target))H160"/>"#
    }

    /// A line through the values next to each other, and a dot at each.
    private func path(of line: Line) -> [HTML] {
        var strokes: HTML = ""
        var isDrawing = false
        for (index, value) in line.values.enumerated() {
            guard let value else {
                isDrawing = false
                continue
            }
            strokes = "\(strokes)\(isDrawing ? "L" : "M")\(at: x(of: index)) \(at: y(of: value))"
            isDrawing = true
        }
        let dots = line.values.enumerated().compactMap { index, value -> HTML? in
            guard let value else { return nil }
            let isLast = index == line.values.count - 1
            return """
                <circle class="dot" cx="\(at: x(of: index))" cy="\(at: y(of: value))" \
                r="\(at: isLast ? 3 : 1.5)"/>
                """
        }
        return [#"<path class="line" d="\#(strokes)"/>"#] + dots
    }
}
