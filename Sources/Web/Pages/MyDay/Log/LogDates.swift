import Agreements

/// Finds the day that a line speaks of. What is logged has happened: a weekday or a date without
/// a year is the last one up to today.
struct LogDates {
    let today: Day

    /// The first day that is said, whose words are taken out of the line; nil when none is.
    func take(from words: inout [LogWord]) -> Day? {
        for start in words.indices {
            for length in [3, 2, 1] where start + length <= words.count {
                let end = start + length
                guard let day = day(Array(words[start..<end])) else { continue }
                words.removeSubrange(start..<end)
                return day
            }
        }
        return nil
    }

    private func day(_ words: [LogWord]) -> Day? {
        let text = words.map(\.folded).joined(separator: " ")
        if let days = Self.relative[text] { return today.adding(days: -days) }
        switch words.count {
        case 1: return Self.weekdays[text].map(lastWeekday) ?? numeric(words[0].typed)
        case 2: return inMonth(words, year: nil)
        default: return Int(words[2].plain).flatMap { inMonth(words, year: $0) }
        }
    }

    private func lastWeekday(_ weekday: Int) -> Day {
        let back = today.weekday - weekday
        return today.adding(days: -(back < 0 ? back + 7 : back))
    }

    /// `3. mai`, `3 May 2013`.
    private func inMonth(_ words: [LogWord], year: Int?) -> Day? {
        guard let day = Int(words[0].plain), let month = Self.months[words[1].folded] else {
            return nil
        }
        if let year, (1900...9999).contains(year) {
            return Day(year: year, month: month, day: day)
        }
        return year == nil ? last(month: month, day: day) : nil
    }

    /// `3.5.`, `3/5`, `03.05.2013`, `2013-05-03`.
    private func numeric(_ typed: String) -> Day? {
        let digits = typed.filter { !",;:!?()".contains($0) }
        let parts = digits.split { "./".contains($0) }
        guard digits.contains(where: { "./-".contains($0) }), parts.count == 2 else {
            return digits.contains(where: { "./-".contains($0) }) ? WrittenDay.read(digits) : nil
        }
        guard let day = Int(parts[0]), let month = Int(parts[1]) else { return nil }
        return last(month: month, day: day)
    }

    private func last(month: Int, day: Int) -> Day? {
        guard let found = Day(year: today.year, month: month, day: day) else { return nil }
        return found <= today ? found : Day(year: today.year - 1, month: month, day: day)
    }

    /// How many days ago.
    private static let relative = [
        "i dag": 0, "idag": 0, "today": 0, "i går": 1, "igår": 1, "yesterday": 1,
        "i forgårs": 2, "i førgår": 2, "i førregår": 2,
        "day before yesterday": 2,
    ]

    private static let weekdays = [
        "mandag": 1, "måndag": 1, "monday": 1, "tirsdag": 2, "tysdag": 2, "tuesday": 2,
        "onsdag": 3, "wednesday": 3, "torsdag": 4, "thursday": 4, "fredag": 5, "friday": 5,
        "lørdag": 6, "laurdag": 6, "saturday": 6, "søndag": 7, "sundag": 7, "sunday": 7,
    ]

    private static let months = [
        "januar": 1, "january": 1, "jan": 1, "februar": 2, "february": 2, "feb": 2, "mars": 3,
        "march": 3, "mar": 3, "april": 4, "apr": 4, "mai": 5, "may": 5, "juni": 6, "june": 6,
        "jun": 6, "juli": 7, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9,
        "sep": 9, "sept": 9, "oktober": 10, "october": 10, "okt": 10, "oct": 10,
        "november": 11, "nov": 11, "desember": 12, "december": 12, "des": 12, "dec": 12,
    ]
}
