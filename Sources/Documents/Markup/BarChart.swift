/// Horizontal bars in groups, as inline SVG that needs no colour to be read: every bar has
/// its value at its end, and the bars of a group come in the order of the legend.
struct BarChart {
    struct Group {
        let name: String
        /// One for each series; nil has no bar.
        let bars: [(value: Double?, label: String)]
    }

    /// Unique within the page.
    let id: String
    let title: String
    let description: String
    /// One name for each bar of a group; empty with one bar alone.
    let series: [String]
    let groups: [Group]
    /// The value of a bar over the whole width; larger ones make the scale.
    let fullValue: Double

    /// In units of the view box, which stands for pixels at a width of 360.
    private static let (width, labelWidth, valueWidth) = (360, 88, 72)
    private static let (barHeight, groupGap, legendHeight) = (16, 8, 20)
    /// Of the bars where no style sheet gives others.
    private static let colours = ["#77797b", "#0062ba", "#056b15"]

    var svg: HTML {
        let height = top + groups.count * groupHeight + 4
        return """
            <svg viewBox="0 0 \(Self.width) \(height)" font-size="12" \
            font-family="Inter, system-ui, sans-serif" role="img" \
            aria-labelledby="\(id)-title \(id)-desc">
            <title id="\(id)-title">\(title)</title>
            <desc id="\(id)-desc">\(description)</desc>
            \(legend.joined)\(groups.enumerated().map(group).joined)\
            <line class="axis" stroke="#77797b" x1="\(Self.labelWidth)" y1="\(top)" \
            x2="\(Self.labelWidth)" y2="\(height - 4)"/>
            </svg>
            """
    }

    private var top: Int { series.count * Self.legendHeight + 4 }

    private var groupHeight: Int {
        max(1, groups.first?.bars.count ?? 1) * Self.barHeight + Self.groupGap
    }

    private var scale: Double {
        let largest = groups.flatMap(\.bars).compactMap(\.value).max() ?? 0
        let full = max(largest, fullValue)
        let room = Double(Self.width - Self.labelWidth - Self.valueWidth)
        return full > 0 ? room / full : 0
    }

    private var legend: [HTML] {
        series.enumerated().map { index, name in
            let y = index * Self.legendHeight
            return """
                <rect class="bar-\(index + 1)" fill="\(Self.colours[index])" \
                x="\(Self.labelWidth)" y="\(y + 4)" \
                width="12" height="12"/><text x="\(Self.labelWidth + 18)" y="\(y + 14)">\
                \(index + 1). \(name)</text>
                """
        }
    }

    private func group(_ index: Int, _ group: Group) -> HTML {
        let y = top + index * groupHeight + Self.groupGap / 2
        let middle = y + (groupHeight - Self.groupGap) / 2 + 4
        let bars = group.bars.enumerated().map { position, bar -> HTML in
            let barY = y + position * Self.barHeight
            let length = Int(((bar.value ?? 0) * scale).rounded())
            // With one series the second, the accent, is the colour.
            let colour = series.isEmpty ? 2 : position + 1
            return """
                <rect class="bar-\(colour)" fill="\(Self.colours[colour - 1])" \
                x="\(Self.labelWidth)" y="\(barY + 2)" \
                width="\(length)" height="\(Self.barHeight - 3)"/>\
                <text x="\(Self.labelWidth + length + 6)" y="\(barY + 13)">\(bar.label)</text>
                """
        }
        return """
            <text x="\(Self.labelWidth - 6)" y="\(middle)" text-anchor="end">\(group.name)</text>\
            \(bars)
            """
    }
}
