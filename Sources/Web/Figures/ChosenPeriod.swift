import Agreements

/// The span that a reader has chosen, and the year that it is compared with; both live in the
/// address.
///
/// A report of other days than a year's, a half-year's or a month's leads to them with `part=span`
/// and their first and last day. What has not ended is judged as of today, and compared with the
/// same part of the other year.
struct ChosenPeriod: Hashable, Sendable {
    enum Part: Hashable, Sendable {
        case year
        case half(Int)
        case month(Int)
        /// Any other days, the last one in.
        case span(Period)
    }

    /// Of a span the year of its last day.
    let year: Int
    let part: Part
    /// Nil for no comparison.
    let against: Int?
    let today: Day

    /// Years that can be chosen, this one included.
    static let yearCount = 8

    /// What cannot be read, or has not begun, is this year so far against the year before.
    init(_ query: Form, today: Day) {
        let years = today.year - Self.yearCount + 1...today.year
        let span = Part.span(query)
        let wanted = span.map(\.to.year) ?? Int(query["year"])
        let year = wanted.flatMap { years.contains($0) ? $0 : nil } ?? today.year
        let part = span.map(Part.span) ?? Part(code: query["part"]) ?? .year
        let hasBegun = part.period(in: year).from <= today
        self.year = year
        self.part = hasBegun ? part : .year
        self.today = today
        let before = Int(query["against"]).flatMap { $0 < today.year + 1 && $0 > 1990 ? $0 : nil }
        against = query["against"] == "none" ? nil : before ?? year - 1
    }

    /// Up to today where it has not ended.
    var period: Period { Self.cut(part.period(in: year), at: today) }

    /// The same part of the other year, as long.
    var earlier: Period? { against.map(period(in:)) }

    /// The same part of a year, cut off as this one is.
    func period(in year: Int) -> Period {
        Self.cut(part.period(in: year), at: today.adding(months: 12 * (year - self.year)))
    }

    /// With a leading `?`; empty for what is shown unasked.
    var query: String { query() }

    /// The same with more in front.
    func query(_ more: [(String, String)] = []) -> String {
        var pairs = more
        if year != today.year, part.span == nil { pairs.append(("year", String(year))) }
        if part != .year { pairs.append(("part", part.code)) }
        pairs += part.days
        if against != year - 1 {
            pairs.append(("against", against.map { String($0) } ?? "none"))
        }
        guard !pairs.isEmpty else { return "" }
        return "?"
            + pairs.map { "\($0.0)=\(LocalPath.encode($0.1))" }.joined(separator: "&")
    }

    /// What `against` may be.
    var otherYears: [Int] {
        (today.year - Self.yearCount...today.year).filter { $0 != year }.reversed()
    }

    private static func cut(_ period: Period, at day: Day) -> Period {
        Period(from: period.from, to: min(period.to, max(day, period.from))) ?? period
    }
}

extension ChosenPeriod.Part {
    static let all: [ChosenPeriod.Part] =
        [.year, .half(1), .half(2)] + (1...12).map { .month($0) }

    /// The days that an address asks for, if it does.
    fileprivate static func span(_ query: Form) -> Period? {
        guard query["part"] == "span", let from = Day(query["from"]), let to = Day(query["to"])
        else { return nil }
        return Period(from: from, to: to)
    }

    /// `year`, `h1` or `m5`; a span has its days besides.
    init?(code: String) {
        guard let part = Self.all.first(where: { $0.code == code }) else { return nil }
        self = part
    }

    var code: String {
        switch self {
        case .year: "year"
        case .half(let half): "h\(half)"
        case .month(let month): "m\(month)"
        case .span: "span"
        }
    }

    var span: Period? { if case .span(let period) = self { period } else { nil } }

    /// What an address needs besides `code`.
    var days: [(String, String)] {
        span.map { [("from", $0.from.description), ("to", $0.to.description)] } ?? []
    }

    func period(in year: Int) -> Period {
        let whole = Period(year: year)
        switch self {
        case .year: return whole
        case .half(let half):
            return Self.months(from: half * 6 - 5, count: 6, in: whole)
        case .month(let month): return Self.months(from: month, count: 1, in: whole)
        case .span(let own):
            let months = 12 * (year - own.to.year)
            return Period(
                from: own.from.adding(months: months), to: own.to.adding(months: months)) ?? own
        }
    }

    private static func months(from month: Int, count: Int, in year: Period) -> Period {
        let from = year.from.adding(months: month - 1)
        return Period(from: from, to: from.adding(months: count).adding(days: -1)) ?? year
    }
}
