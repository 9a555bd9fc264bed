import Agreements

/// The years of an agreement, one panel each: what was planned, held, done and left undone.
///
/// Panels stand beside each other where there is room and under each other on a phone, so that
/// the letters keep their size at any width.
package struct AgreementTimeline: Picture {
    /// Unique within the page.
    package let id: String
    /// The agreement's title.
    package let title: String
    package let today: Day
    package let validFrom: Day?
    /// The last day in force, counted; that before the end where it was ended early.
    package let validTo: Day?
    package let marks: [TimelineMark]

    /// Years drawn, at most: those next to today.
    package static let yearLimit = 12

    package init(
        id: String, title: String, today: Day, validFrom: Day?, validTo: Day?,
        marks: [TimelineMark]
    ) {
        self.id = id
        self.title = title
        self.today = today
        self.validFrom = validFrom
        self.validTo = validTo
        self.marks = marks.sorted { ($0.on, $0.kind.rawValue) < ($1.on, $1.kind.rawValue) }
    }

    package func drawing(_ texts: Texts) -> HTML {
        let heights = laneHeights
        let panels = years.map {
            TimelinePanel(timeline: self, year: $0, laneHeights: heights, texts: texts).svg
        }
        return """
            <div class="timeline">\(panels)</div>
            \(TimelineLegend(kinds: Set(marks.map(\.kind)), texts: texts).html)
            """
    }

    package func table(_ texts: Texts) -> PictureTable {
        var rows: [[PictureTable.Cell]] = []
        if let validFrom, let validTo {
            rows.append([
                PictureTable.Cell(texts.date(validFrom)), PictureTable.Cell(texts[.validity]),
                PictureTable.Cell(
                    texts[.validFromTo, texts.date(validFrom), texts.date(validTo)]),
            ])
        }
        rows += marks.map { mark in
            [
                PictureTable.Cell(texts.date(mark.on)), PictureTable.Cell(mark.state(texts)),
                PictureTable.Cell(mark.label, link: mark.link),
            ]
        }
        return PictureTable(
            id: "\(id)-table", caption: texts[.timeline, title],
            columns: [texts[.date], texts[.standing], texts[.what]], rows: rows)
    }

    /// From the first year of validity or of a mark to the last, today's among them.
    var years: [Int] {
        let days = marks.map(\.on) + [validFrom, validTo, today].compactMap(\.self)
        guard let first = days.min()?.year, let last = days.max()?.year else { return [] }
        let half = Self.yearLimit / 2
        let start = max(first, min(today.year - half, last - Self.yearLimit + 1))
        return Array(start...min(last, start + Self.yearLimit - 1))
    }

    /// Rows of marks for each lane: those of its fullest year, so that lanes of all panels align.
    private var laneHeights: [Int] {
        TimelineLane.allCases.map { lane in
            years.map { year in
                TimelinePanel.clusters(of: marks, in: lane, year: year).map(\.level).max() ?? 0
            }.max().map { $0 + 1 } ?? 1
        }
    }
}
