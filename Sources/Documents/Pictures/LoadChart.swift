import Agreements

/// What is due for each person, week by week, so that a full week is seen before it comes.
package struct LoadChart: Picture {
    /// A week, by its ISO 8601 number.
    package struct Week: Hashable, Sendable {
        package var number: Int
        package var monday: Day

        package init(number: Int, monday: Day) {
            self.number = number
            self.monday = monday
        }
    }

    /// What one person has, one value for each week.
    package struct Person: Hashable, Sendable {
        package var name: String
        /// An address of the site.
        package var link: String?
        package var counts: [Int]
        /// Whether the person is away for some of the week's working days.
        package var isAway: [Bool]

        package init(name: String, link: String? = nil, counts: [Int], isAway: [Bool]) {
            self.name = name
            self.link = link
            self.counts = counts
            self.isAway = isAway
        }
    }

    /// Unique within the page.
    package let id: String
    package let title: String
    package let weeks: [Week]
    package let people: [Person]

    package init(id: String, title: String, weeks: [Week], people: [Person]) {
        self.id = id
        self.title = title
        self.weeks = weeks
        self.people = people
    }

    /// In units of the view box, which stands for pixels at a width of 312.
    private static let (weekWidth, barHeight, top) = (12, 34.0, 12)

    package func drawing(_ texts: Texts) -> HTML {
        """
        <p class="subtle">\(texts[.loadNote])</p>
        <div class="load">
        \(people.enumerated().map { strip($0, $1, texts) }.joined)</div>
        """
    }

    package func table(_ texts: Texts) -> PictureTable {
        PictureTable(
            id: "\(id)-table", caption: title,
            columns: [texts[.person]] + weeks.map { texts[.week, String($0.number)] }
                + [texts[.sum]],
            numberColumns: Set(1...weeks.count + 1),
            rows: people.map { person in
                [PictureTable.Cell(person.name, link: person.link)]
                    + weeks.indices.map { PictureTable.Cell(cell(person, $0, texts)) }
                    + [PictureTable.Cell(String(person.counts.reduce(0, +)))]
            })
    }

    private func cell(_ person: Person, _ week: Int, _ texts: Texts) -> String {
        person.isAway[week]
            ? "\(person.counts[week]) (\(texts[.onLeave]))" : String(person.counts[week])
    }

    private func strip(_ index: Int, _ person: Person, _ texts: Texts) -> HTML {
        let name = "\(id)-\(index)"
        let width = weeks.count * Self.weekWidth
        return """
            <div class="strip"><p>\(PictureTable.Cell(person.name, link: person.link).html) \
            <b>\(person.counts.reduce(0, +))</b></p>
            <svg viewBox="0 0 \(width) 60" role="img" aria-labelledby="\(name) \(name)-desc">
            <title id="\(name)">\(title), \(person.name)</title>
            <desc id="\(name)-desc">\(reading(of: person, texts))</desc>
            \(weeks.indices.map { bar(person, $0, texts) })<path class="grid" d="M0 46.5H\(width)"/>
            </svg></div>
            """
    }

    /// The weeks that have something, as a sentence.
    private func reading(of person: Person, _ texts: Texts) -> String {
        weeks.indices.filter { person.counts[$0] > 0 || person.isAway[$0] }
            .map { texts[.weekAndCount, String(weeks[$0].number), cell(person, $0, texts)] }
            .joined(separator: "; ")
    }

    private var largest: Int { max(4, people.flatMap(\.counts).max() ?? 0) }

    private func bar(_ person: Person, _ week: Int, _ texts: Texts) -> HTML {
        let x = week * Self.weekWidth
        let count = person.counts[week]
        let height = Double(count) / Double(largest) * Self.barHeight
        let y = 46 - height
        let away: HTML =
            person.isAway[week]
            ? """
            <path class="away" d="M\(x + 1) 46l10 -10m0 -10l-10 10m0 -10l10 -10m-10 30v-34\
            m10 34v-34"/>
            """
            : ""
        let number: HTML =
            count == 0
            ? ""
            : """
            <text class="count" x="\(x + 6)" y="\(at: y - 2)" text-anchor="middle">\(count)</text>
            """
        let label: HTML =
            week.isMultiple(of: 2)
            ? """
            <text class="month" x="\(x + 6)" y="57" text-anchor="middle">\
            \(weeks[week].number)</text>
            """ : ""
        return """
            \(away)<rect class="count" x="\(x + 1)" y="\(at: y)" width="10" \
            height="\(at: height)"/>\(number)\(label)
            """
    }
}
