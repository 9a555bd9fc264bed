import Agreements

/// A date of every year, such as 24 December, written `12-24`.
package struct MonthDay: Hashable, Sendable {
    package let month: Int
    package let day: Int

    /// Nil when no year has the date, such as 31 April.
    package init?(month: Int, day: Int) {
        guard Day(year: 2000, month: month, day: day) != nil else { return nil }
        self.month = month
        self.day = day
    }

    /// The date in a year; 29 February is the 28th where there is none.
    package func day(in year: Int) -> Day {
        let first = Day.first(of: year).adding(months: month - 1)
        return min(first.adding(days: day - 1), first.lastOfMonth)
    }
}

extension MonthDay: LosslessStringConvertible {
    /// Reads `12-24` and nothing else; nil for any other text.
    package init?(_ text: String) {
        guard let day = Day("2000-" + text) else { return nil }
        self.init(month: day.month, day: day.day)
    }

    package var description: String {
        // 2000 is a leap year, so that it has every date.
        String(day(in: 2000).description.dropFirst(5))
    }
}

extension MonthDay: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = MonthDay(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "«\(text)» is not a month and day such as 12-24")
        }
        self = value
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
