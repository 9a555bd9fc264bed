import Foundation

/// A point in time: milliseconds since 1970-01-01T00:00:00Z.
package struct Instant: Hashable, Sendable, Codable {
    package let milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// Encoded as the bare number.
    package init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }

    package func adding(_ duration: Duration) -> Instant {
        Instant(milliseconds: milliseconds + duration.milliseconds)
    }

    package func duration(since other: Instant) -> Duration {
        .milliseconds(milliseconds - other.milliseconds)
    }
}

extension Instant: Comparable {
    package static func < (left: Instant, right: Instant) -> Bool {
        left.milliseconds < right.milliseconds
    }
}

extension Instant: CustomStringConvertible {
    /// Reads what `description` writes, `2013-03-01T06:00:00.000Z`, and nothing else.
    package init?(_ text: String) {
        let characters = Array(text.utf8)
        guard characters.count == 24, let day = Day(String(text.prefix(10))),
            let hour = Int64(text.dropFirst(11).prefix(2)),
            let minute = Int64(text.dropFirst(14).prefix(2)),
            let second = Int64(text.dropFirst(17).prefix(2)),
            let fraction = Int64(text.dropFirst(20).prefix(3))
        else { return nil }
        let seconds = Int64(day.number) * 86_400 + hour * 3600 + minute * 60 + second
        milliseconds = seconds * 1000 + fraction
        guard description == text else { return nil }
    }

    /// ISO 8601 in UTC with milliseconds: `2013-03-01T06:00:00.000Z`.
    package var description: String {
        let (seconds, fraction) = milliseconds.floored(by: 1000)
        let (days, time) = seconds.floored(by: 86_400)
        func padded(_ value: Int64, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        let clock = [time / 3600, time / 60 % 60, time % 60].map { padded($0, 2) }
        return "\(Day(number: Int32(days)))T\(clock.joined(separator: ":")).\(padded(fraction, 3))Z"
    }
}

extension Duration {
    /// Whole milliseconds, rounded towards zero.
    package var milliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }
}

/// Europe/Oslo, the time zone that every day of the register is a day in.
package enum Oslo {
    private static let zone: TimeZone = {
        guard let zone = TimeZone(identifier: "Europe/Oslo") else {
            preconditionFailure("The system has no time zone Europe/Oslo: install tzdata.")
        }
        return zone
    }()

    package static func day(at instant: Instant) -> Day {
        Day(number: Int32((instant.milliseconds + offset(at: instant)).floored(by: 86_400_000).0))
    }

    /// What a clock on the wall shows, to the minute.
    package static func time(at instant: Instant) -> (hour: Int, minute: Int) {
        let passed = Int((instant.milliseconds + offset(at: instant)).floored(by: 86_400_000).1)
        return (passed / 3_600_000, passed / 60_000 % 60)
    }

    /// The first instant at or after the wall-clock time; a time that summer time skips is the
    /// instant of the skip, one that comes twice is the first of the two.
    package static func instant(of day: Day, hour: Int = 0, minute: Int = 0, second: Int = 0)
        -> Instant
    {
        let wall = (Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second)) * 1000
        let offsets = Set([
            offset(at: Instant(milliseconds: wall - 7_200_000)),
            offset(at: Instant(milliseconds: wall)),
        ]).sorted(by: >)
        for candidate in offsets
        where offset(at: Instant(milliseconds: wall - candidate)) == candidate {
            return Instant(milliseconds: wall - candidate)
        }
        return skip(before: Instant(milliseconds: wall))
    }

    /// The instant at which the clocks were put forward, in the hours before `instant`.
    private static func skip(before instant: Instant) -> Instant {
        let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000 - 7200)
        let transition = zone.nextDaylightSavingTimeTransition(after: date) ?? date
        return Instant(milliseconds: Int64(transition.timeIntervalSince1970 * 1000))
    }

    private static func offset(at instant: Instant) -> Int64 {
        let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
        return Int64(zone.secondsFromGMT(for: date)) * 1000
    }
}

extension Int64 {
    fileprivate func floored(by divisor: Int64) -> (Int64, Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
