import Agreements

/// A day as people write it.
enum WrittenDay {
    /// `2013-05-31`, `31.05.2013`, `31.5.13`, `31/5 2013`, `310513` or `31052013`; years of two
    /// digits are of this century. Nil for anything else.
    static func read(_ text: String) -> Day? {
        if let day = Day(text) { return day }
        let parts = text.split { ".-/ \u{A0}\u{202F}".contains($0) }.map(String.init)
        if parts.count == 1 { return run(of: text) }
        guard parts.count == 3, parts.allSatisfy({ $0.utf8.allSatisfy(isDigit) }),
            let first = Int(parts[0]), let month = Int(parts[1]), let last = Int(parts[2])
        else { return nil }
        if parts[0].utf8.count == 4 { return Day(year: first, month: month, day: last) }
        return Day(year: year(last, digits: parts[2].utf8.count), month: month, day: first)
    }

    /// `310513` or `31052013`.
    private static func run(of text: String) -> Day? {
        let digits = Array(text.utf8)
        guard digits.count == 6 || digits.count == 8, digits.allSatisfy(isDigit),
            let number = Int(text)
        else { return nil }
        let place = digits.count == 6 ? 100 : 10_000
        return Day(
            year: year(number % place, digits: digits.count - 4),
            month: number / place % 100, day: number / place / 100)
    }

    /// 0 where the digits are no year's.
    private static func year(_ number: Int, digits: Int) -> Int {
        switch digits {
        case 2: 2000 + number
        case 4: number
        default: 0
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
