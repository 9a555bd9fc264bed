import Agreements

/// Reads a date as offices write them: `2013-05-31` or `31.05.2013`.
enum CellDate {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    /// The day; a leading zero of day or month may be left out where points are used.
    static func read(_ text: Bytes) throws(CellFault) -> Day {
        if let day = Day(iso: text) { return day }
        guard let parts = parts(of: text) else {
            throw CellFault(
                "\(CellFault.quote(text)) is not a date. Write it as 2013-05-31 or 31.05.2013.")
        }
        guard let day = Day(year: parts.year, month: parts.month, day: parts.day) else {
            throw impossible(parts, written: text)
        }
        return day
    }

    private typealias Parts = (year: Int, month: Int, day: Int)

    private static func parts(of text: Bytes) -> Parts? {
        if text.count == 10, text[4] == 0x2D, text[7] == 0x2D {
            guard let year = number(text[0..<4]), let month = number(text[5..<7]),
                let day = number(text[8..<10])
            else { return nil }
            return (year, month, day)
        }
        let pieces = text.split(separator: 0x2E, omittingEmptySubsequences: false)
        guard pieces.count == 3, (1...2).contains(pieces[0].count),
            (1...2).contains(pieces[1].count), pieces[2].count == 4,
            let day = number(pieces[0]), let month = number(pieces[1]),
            let year = number(pieces[2])
        else { return nil }
        return (year, month, day)
    }

    private static func number(_ digits: Slice<Bytes>) -> Int? {
        var value = 0
        for byte in digits {
            guard byte &- 0x30 < 10 else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }

    private static func impossible(_ parts: Parts, written text: Bytes) -> CellFault {
        let written = String(decoding: text, as: UTF8.self)
        guard let first = Day(year: parts.year, month: parts.month, day: 1) else {
            let reason =
                parts.year == 0
                ? "there is no year 0" : "there is no month \(parts.month)"
            return CellFault(
                "\(written) is not a date: \(reason). Write it as 2013-05-31 or 31.05.2013.")
        }
        guard parts.day > 0 else {
            return CellFault(
                "\(written) is not a date: months begin with day 1. "
                    + "Write it as 2013-05-31 or 31.05.2013.")
        }
        let last = first.lastOfMonth
        return CellFault(
            "\(written) is not a date: \(months[parts.month - 1]) \(parts.year) has \(last.day) "
                + "days. Write \(last) or \(pointed(last)).")
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]

    private static func pointed(_ day: Day) -> String {
        let iso = "\(day)"
        return "\(iso.suffix(2)).\(iso.dropFirst(5).prefix(2)).\(iso.prefix(4))"
    }
}
