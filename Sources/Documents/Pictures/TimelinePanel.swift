import Agreements

/// One year of a timeline, in a view box that stands for pixels at a width of 320.
struct TimelinePanel {
    let timeline: AgreementTimeline
    let year: Int
    /// Rows of marks, by lane.
    let laneHeights: [Int]
    let texts: Texts

    /// Marks that stand so close that they are drawn as one, or one under the other.
    struct Cluster {
        var x: Double
        /// 0 is the lane's first row.
        var level: Int
        /// The first is drawn; the others are counted beside it.
        var marks: [TimelineMark]
    }

    /// Rows of marks in a lane, at most; what finds no room is counted with its neighbour.
    private static let levelLimit = 3
    private static let (left, monthWidth, rowHeight) = (78.0, 20.0, 16)
    private static let (top, validityHeight, lanePadding) = (38, 18, 6)
    /// The same in the three languages.
    private static let monthLetters = Array("JFMAMJJASOND")
    private static let markWidth = 13.0

    var svg: HTML {
        let name = "\(timeline.id)-\(year)"
        return """
            <svg viewBox="0 0 320 \(height)" role="img" aria-labelledby="\(name) \(name)-desc">
            <title id="\(name)">\(texts[.timeline, timeline.title]), \(year)</title>
            <desc id="\(name)-desc">\(texts[.timelineNote])</desc>
            <text class="year" x="0" y="14">\(year)</text>\(months)\(validity)\(lanes)\(todayLine)
            </svg>
            """
    }

    /// The marks of one lane and year, from left to right, each in the first row with room.
    static func clusters(of marks: [TimelineMark], in lane: TimelineLane, year: Int) -> [Cluster] {
        var clusters: [Cluster] = []
        for mark in marks where mark.kind.lane == lane && mark.on.year == year {
            let x = Self.x(of: mark.on)
            let near = clusters.indices.filter { abs(clusters[$0].x - x) < markWidth }
            let taken = Set(near.map { clusters[$0].level })
            if let level = (0..<levelLimit).first(where: { !taken.contains($0) }) {
                clusters.append(Cluster(x: x, level: level, marks: [mark]))
            } else if let last = near.last {
                clusters[last].marks.append(mark)
            }
        }
        return clusters
    }

    private static func x(of day: Day) -> Double {
        let first = Day.first(of: day.year)
        let length = Day.last(of: day.year).days(since: first) + 1
        let share = (Double(day.days(since: first)) + 0.5) / Double(length)
        return ((left + share * 12 * monthWidth) * 10).rounded() / 10
    }

    private var laneTops: [Int] {
        var top = Self.top + Self.validityHeight
        return laneHeights.map { rows in
            defer { top += rows * Self.rowHeight + Self.lanePadding }
            return top
        }
    }

    private var height: Int {
        Self.top + Self.validityHeight
            + laneHeights.reduce(0) { $0 + $1 * Self.rowHeight + Self.lanePadding }
    }

    private var months: [HTML] {
        (0..<12).map { month in
            let x = Int(Self.left + Double(month) * Self.monthWidth)
            return """
                <path class="grid" d="M\(x) 26V\(height)"/>\
                <text class="month" x="\(x + Int(Self.monthWidth) / 2)" y="32" \
                text-anchor="middle">\(String(Self.monthLetters[month]))</text>
                """
        }
    }

    private var validity: HTML {
        guard let from = timeline.validFrom, let to = timeline.validTo,
            from <= Day.last(of: year), to >= Day.first(of: year)
        else { return "" }
        let start = Self.x(of: max(from, .first(of: year)))
        let end = Self.x(of: min(to, .last(of: year)))
        return """
            <text class="lane" x="0" y="\(Self.top + 10)">\(texts[.validity])</text>\
            <rect class="validity" x="\(at: start)" y="\(Self.top + 2)" \
            width="\(at: max(1, end - start))" height="8" rx="2"/>
            """
    }

    private var lanes: [HTML] {
        zip(TimelineLane.allCases, laneTops).map { lane, top in
            let clusters = Self.clusters(of: timeline.marks, in: lane, year: year)
            return """
                <path class="rule" d="M0 \(top)H318"/>\
                <text class="lane" x="0" y="\(top + 15)">\(texts[lane.text])</text>\
                \(clusters.map { self.mark($0, top: top) })
                """
        }
    }

    private func mark(_ cluster: Cluster, top: Int) -> HTML {
        let y = top + Self.lanePadding / 2 + Self.rowHeight / 2 + cluster.level * Self.rowHeight
        let names = cluster.marks.map { mark in
            "\(texts.date(mark.on)) \(mark.state(texts)): \(mark.label)"
        }
        let more: HTML =
            cluster.marks.count < 2
            ? "" : #"<text class="more" x="7" y="4">\#(cluster.marks.count)</text>"#
        return """
            \(trail(of: cluster.marks[0], to: cluster.x, y: y))\
            <g transform="translate(\(at: cluster.x) \(y))">\
            <title>\(names.joined(separator: "\n"))</title>\(cluster.marks[0].kind.shape)\(more)</g>
            """
    }

    /// From the day first agreed, or from January if that was in a year before.
    private func trail(of mark: TimelineMark, to x: Double, y: Int) -> HTML {
        guard let firstOn = mark.firstOn, firstOn < mark.on else { return "" }
        let start = firstOn.year < year ? Self.left : Self.x(of: firstOn)
        guard start < x - 5 else { return "" }
        return #"<path class="trail" d="M\#(at: start) \#(y)H\#(at: x - 5)"/>"#
    }

    private var todayLine: HTML {
        guard timeline.today.year == year else { return "" }
        let x = Self.x(of: timeline.today)
        let anchor = timeline.today.month > 10 ? "end" : "start"
        return """
            <path class="today" d="M\(at: x) 18V\(height)"/>\
            <text class="todaytext" x="\(at: x)" y="14" text-anchor="\(anchor)">\
            \(texts[.todayMark])</text>
            """
    }
}
