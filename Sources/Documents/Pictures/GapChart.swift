/// What two parties scored, dimension by dimension on one scale, so that it is seen where they see
/// the agreement differently.
package struct GapChart: Picture {
    /// One dimension; nil where a party left it blank.
    package struct Line: Hashable, Sendable {
        package var name: String
        package var imdi: Int?
        package var counterpart: Int?

        package init(name: String, imdi: Int?, counterpart: Int?) {
            self.name = name
            self.imdi = imdi
            self.counterpart = counterpart
        }

        /// How far the parties lie apart; nil where one said nothing.
        package var gap: Int? {
            guard let imdi, let counterpart else { return nil }
            return abs(imdi - counterpart)
        }
    }

    /// Unique within the page.
    package let id: String
    package let title: String
    package let lines: [Line]

    package init(id: String, title: String, lines: [Line]) {
        self.id = id
        self.title = title
        self.lines = lines
    }

    /// In units of the view box, which stands for pixels at a width of 312.
    private static let (width, rowHeight, left, step) = (312, 36, 16.0, 56.0)

    package func drawing(_ texts: Texts) -> HTML {
        let height = lines.count * Self.rowHeight + 18
        return """
            <ul class="legend">\
            <li><svg viewBox="0 0 14 14" aria-hidden="true"><circle class="full" cx="7" cy="7" \
            r="5"/></svg>\(texts[.imdi])</li>\
            <li><svg viewBox="0 0 14 14" aria-hidden="true"><path class="hollow" \
            d="M7 1l6 6l-6 6l-6 -6z"/></svg>\(texts[.counterpart])</li></ul>
            <div class="gap"><svg viewBox="0 0 \(Self.width) \(height)" role="img" \
            aria-labelledby="\(id) \(id)-desc">
            <title id="\(id)">\(title)</title>
            <desc id="\(id)-desc">\(reading(texts))</desc>
            \(scale(to: lines.count * Self.rowHeight))\
            \(lines.enumerated().map { row($0, $1) })
            </svg></div>
            """
    }

    package func table(_ texts: Texts) -> PictureTable {
        PictureTable(
            id: "\(id)-table", caption: title,
            columns: [texts[.dimension], texts[.imdi], texts[.counterpart], texts[.distance]],
            numberColumns: [1, 2, 3],
            rows: lines.map { line in
                [
                    PictureTable.Cell(line.name), cell(line.imdi, texts),
                    cell(line.counterpart, texts), cell(line.gap, texts),
                ]
            })
    }

    private func cell(_ value: Int?, _ texts: Texts) -> PictureTable.Cell {
        PictureTable.Cell(value.map(texts.number) ?? texts[.blank])
    }

    private func reading(_ texts: Texts) -> String {
        lines.map { line in
            texts[
                .gapReading, line.name, cell(line.imdi, texts).text,
                cell(line.counterpart, texts).text]
        }.joined(separator: "; ")
    }

    private static func x(_ score: Int) -> Double { left + Double(score - 1) * step }

    private func scale(to bottom: Int) -> [HTML] {
        (1...6).map { score in
            let x = Self.x(score)
            return """
                <path class="grid" d="M\(at: x) 4V\(bottom)"/><text class="month" x="\(at: x)" \
                y="\(bottom + 13)" text-anchor="middle">\(score)</text>
                """
        }
    }

    private func row(_ index: Int, _ line: Line) -> HTML {
        let y = index * Self.rowHeight + 24
        let between: HTML
        if let imdi = line.imdi, let counterpart = line.counterpart, imdi != counterpart {
            let style: HTML = abs(imdi - counterpart) > 1 ? "latebar" : "stroke"
            between = """
                <path class="\(style)" d="M\(at: Self.x(imdi)) \(y)H\(at: Self.x(counterpart))"/>
                """
        } else {
            between = ""
        }
        let imdi: HTML =
            line.imdi.map {
                #"<circle class="full" cx="\#(at: Self.x($0))" cy="\#(y)" r="5"/>"#
            } ?? ""
        let counterpart: HTML =
            line.counterpart.map {
                #"<path class="hollow" d="M\#(at: Self.x($0)) \#(y - 8)l8 8l-8 8l-8 -8z"/>"#
            } ?? ""
        return """
            <text x="0" y="\(y - 12)">\(line.name)</text>\(between)\(counterpart)\(imdi)
            """
    }
}
