import Agreements
import Documents
import Rules

/// What a figure counts, row by row; the rows add up to the figure.
enum RecordPage {
    static let rowsPerPage = 100

    /// - Parameter unit: Nil for the whole country.
    static func path(
        _ indicator: Indicator, of unit: OwningUnit?, chosen: ChosenPeriod,
        more: [(String, String)] = []
    ) -> String {
        "/norway/records/\(indicator.rawValue)/\(unit?.rawValue ?? "total")\(chosen.query(more))"
    }

    static func show(_ visit: Visit) async throws -> Reply {
        let norway = NorwayFrame(visit)
        let desk = visit.site.figures
        let counted = try await desk.records(norway.chosen.period)
        let choice = try RecordChoice(visit, in: counted)
        let title = norway.words[
            "records_of", norway.words.texts[choice.indicator.text], choice.name(norway.text)]
        if let file = try visit.download(
            "\(choice.indicator.rawValue)-\(choice.unit?.rawValue ?? "total")",
            {
                let rows = choice.shown(of: choice.rows(of: counted))
                return try RecordView.sheet(
                    title, try RecordLines(counted, norway, visit.site.register).lines(of: rows),
                    norway)
            })
        {
            return file
        }
        let register = visit.site.register
        return try await visit.figurePage(
            norway.frame(title: title), question: "/norway/records \(choice)\(norway.chosen.query)"
        ) {
            let rows = choice.rows(of: counted)
            let page = choice.page(of: choice.shown(of: rows))
            return RecordView(
                norway: norway, choice: choice, rows: rows,
                lines: try RecordLines(counted, norway, register).lines(of: page)
            ).html
        }
    }
}

/// Whose rows are shown, as the address has it.
struct RecordChoice: Sendable, CustomStringConvertible {
    /// Those that are in a ratio's numerator, or those that are not.
    enum Side: String, Sendable {
        case counted = "in"
        case left = "out"
    }

    let indicator: Indicator
    /// Nil for the whole country.
    let unit: OwningUnit?
    /// Position and name of the municipality that they concern; nil for all.
    let municipality: (position: Int, name: String, number: String)?
    let side: Side?
    /// The part of the rows that a figure of its own is made of; nil for all.
    let part: RecordPart?
    let page: Int
    /// The rows that concern the municipality.
    private let concerned: Set<CountedRecord.Subject>?

    /// Throws `PageError.notFound` for what is not there.
    init(_ visit: Visit, in counted: CountedRecords) throws {
        guard let indicator = Indicator(rawValue: try visit.parameter("indicator")) else {
            throw PageError.notFound
        }
        let of = try visit.parameter("of")
        unit = OwningUnit(rawValue: of)
        guard unit != nil || of == "total" else { throw PageError.notFound }
        self.indicator = indicator
        side = indicator.ratio == nil ? nil : Side(rawValue: visit.query["show"])
        page = max(1, Int(visit.query["page"]) ?? 1)
        part = try Self.part(visit.query["only"], of: indicator, in: counted)
        let number = visit.query["municipality"]
        guard !number.isEmpty else {
            (municipality, concerned) = (nil, nil)
            return
        }
        guard let position = counted.geography.position(ofMunicipality: number) else {
            throw PageError.notFound
        }
        municipality = (position, counted.facts.municipalities[position].name, number)
        concerned = Set(
            counted.records(of: indicator).map(\.subject).filter {
                counted.municipalities(of: $0).contains(position)
            })
    }

    var description: String {
        """
        \(indicator.rawValue) \(unit?.rawValue ?? "total") \(municipality?.number ?? "") \
        \(side?.rawValue ?? "") \(part?.code ?? "") \(page)
        """
    }

    /// A scheme that no grant has is not there, or anybody could make up pages.
    private static func part(
        _ code: String, of indicator: Indicator, in counted: CountedRecords
    ) throws -> RecordPart? {
        guard !code.isEmpty else { return nil }
        guard let part = RecordPart(code, of: indicator) else { throw PageError.notFound }
        if case .scheme(let scheme) = part,
            !counted.facts.grants.contains(where: { $0.scheme == scheme })
        {
            throw PageError.notFound
        }
        return part
    }

    /// Of the unit, or of the municipality.
    func name(_ text: FigureText) -> String { municipality?.name ?? text.name(of: unit) }

    /// Every row that the figure is made of.
    func rows(of counted: CountedRecords) -> [CountedRecord] {
        counted.records(of: indicator, part: part).filter { record in
            (unit == nil || record.unit == unit)
                && concerned?.contains(record.subject) ?? true
        }
    }

    /// Those on the chosen side.
    func shown(of rows: [CountedRecord]) -> [CountedRecord] {
        guard let side else { return rows }
        return rows.filter { ($0.part.numerator > 0) == (side == .counted) }
    }

    func page(of rows: [CountedRecord]) -> [CountedRecord] {
        let start = (min(page, pageCount(of: rows)) - 1) * RecordPage.rowsPerPage
        return Array(rows.dropFirst(start).prefix(RecordPage.rowsPerPage))
    }

    func pageCount(of rows: [CountedRecord]) -> Int {
        max(1, (rows.count + RecordPage.rowsPerPage - 1) / RecordPage.rowsPerPage)
    }

    /// The pairs of the address of another side or page, of the part or of all.
    func pairs(side: Side?, page: Int = 1, isWhole: Bool = false) -> [(String, String)] {
        var pairs: [(String, String)] = []
        if let part, !isWhole { pairs.append(("only", part.code)) }
        if let municipality { pairs.append(("municipality", municipality.number)) }
        if let side { pairs.append(("show", side.rawValue)) }
        if page > 1 { pairs.append(("page", String(page))) }
        return pairs
    }
}
