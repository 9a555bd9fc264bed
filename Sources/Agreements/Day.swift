/// A calendar date in Europe/Oslo, proleptic Gregorian, from 0001-01-01 to 9999-12-31.
///
/// A day knows nothing of clocks: every rule of the register is judged at an explicit day.
package struct Day: Hashable, Sendable {
    /// Days since 1970-01-01, which is 0; earlier days are negative.
    package let number: Int32

    package init(number: Int32) {
        self.number = number
    }

    /// The day of these numbers, or nil when there is no such date, such as 31 February.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Day.length(ofMonth: month, in: year)
        else { return nil }
        number = Day.number(year: year, month: month, day: day)
    }

    package var year: Int { civil.year }
    package var month: Int { civil.month }
    package var day: Int { civil.day }

    /// Monday is 1 and Sunday 7, as in ISO 8601.
    package var weekday: Int { (Int(number) + 3).remainder(dividingBy: 7) + 1 }

    package func adding(days: Int) -> Day { Day(number: number + Int32(days)) }

    /// The same day of another month, or that month's last day when it is shorter (domain.md, 4).
    package func adding(months: Int) -> Day {
        let (year, month, day) = civil
        let index = year * 12 + month - 1 + months
        let target = (
            year: index.quotient(dividingBy: 12), month: index.remainder(dividingBy: 12) + 1
        )
        let last = Day.length(ofMonth: target.month, in: target.year)
        return Day(
            number: Day.number(year: target.year, month: target.month, day: min(day, last)))
    }

    package var lastOfMonth: Day {
        let (year, month, _) = civil
        return Day(
            number: Day.number(
                year: year, month: month, day: Day.length(ofMonth: month, in: year)))
    }

    package static func first(of year: Int) -> Day {
        Day(number: number(year: year, month: 1, day: 1))
    }
    package static func last(of year: Int) -> Day {
        Day(number: number(year: year, month: 12, day: 31))
    }

    /// Days from `other` to this one; negative when this one is earlier.
    package func days(since other: Day) -> Int { Int(number) - Int(other.number) }

    /// The numbers of the date; Howard Hinnant's `civil_from_days`.
    package var civil: (year: Int, month: Int, day: Int) {
        let shifted = Int(number) + 719_468
        let era = shifted.quotient(dividingBy: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// Howard Hinnant's `days_from_civil`.
    private static func number(year: Int, month: Int, day: Int) -> Int32 {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted.quotient(dividingBy: 400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Int32(era * 146_097 + dayOfEra - 719_468)
    }

    private static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2:
            year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
                ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension Day: Comparable {
    package static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}

extension Day: CustomStringConvertible {
    /// Reads `2013-05-31` and nothing else; nil for any other text.
    package init?(_ text: String) {
        var text = text
        let day = text.withUTF8 { Day(iso: $0) }
        guard let day else { return nil }
        self = day
    }

    /// Reads the ten bytes of `2013-05-31`; nil for anything else.
    package init?(iso bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
        func digits(_ range: Range<Int>) -> Int? {
            var value = 0
            for byte in bytes[range] {
                guard byte >= 0x30, byte <= 0x39 else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            return value
        }
        guard let year = digits(0..<4), let month = digits(5..<7), let day = digits(8..<10)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// ISO 8601: `2013-05-31`.
    package var description: String {
        let (year, month, day) = civil
        func digit(_ value: Int, _ place: Int) -> UInt8 { UInt8(0x30 + value / place % 10) }
        return String(unsafeUninitializedCapacity: 10) { buffer in
            buffer[0] = digit(year, 1000)
            buffer[1] = digit(year, 100)
            buffer[2] = digit(year, 10)
            buffer[3] = digit(year, 1)
            buffer[4] = 0x2D
            buffer[5] = digit(month, 10)
            buffer[6] = digit(month, 1)
            buffer[7] = 0x2D
            buffer[8] = digit(day, 10)
            buffer[9] = digit(day, 1)
            return 10
        }
    }
}

extension Day: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let day = Day(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "«\(text)» is not a date such as 2013-05-31")
        }
        self = day
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Int {
    /// Division that rounds towards negative infinity, as calendars need.
    fileprivate func quotient(dividingBy divisor: Int) -> Int {
        self >= 0 ? self / divisor : -((divisor - 1 - self) / divisor)
    }

    fileprivate func remainder(dividingBy divisor: Int) -> Int {
        self - quotient(dividingBy: divisor) * divisor
    }
}
