import Agreements
import Foundation

/// Tells what time it is.
package struct WallClock: Sendable {
    /// Why a start time cannot be taken.
    package enum Error: Swift.Error, Hashable, CustomStringConvertible {
        case malformed(String)

        package var description: String {
            switch self {
            case .malformed(let text):
                """
                AVTALT_NOW is «\(text)» and must be a time in Oslo such as 2013-03-01T07:00:00, \
                or one in UTC such as 2013-03-01T06:00:00Z.
                """
            }
        }
    }

    private let read: @Sendable () -> Instant

    package init(reading read: @escaping @Sendable () -> Instant) {
        self.read = read
    }

    package func now() -> Instant { read() }

    /// The same clock put forward.
    package func advanced(by span: Duration) -> WallClock {
        WallClock { now().adding(span) }
    }

    /// The system's time.
    package static let system = WallClock {
        Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }

    /// The system's time; or the time given, taken as the moment of this call and running on.
    ///
    /// - Parameter text: The value of `AVTALT_NOW`, nil when it is not set.
    package static func starting(at text: String?) throws(Error) -> WallClock {
        guard let text else { return .system }
        guard let start = instant(text) else { throw .malformed(text) }
        let shift = start.duration(since: system.now())
        return WallClock { system.now().adding(shift) }
    }

    private static func instant(_ text: String) -> Instant? {
        let isUTC = text.hasSuffix("Z")
        let halves = text.dropLast(isUTC ? 1 : 0).split(
            separator: "T", omittingEmptySubsequences: false)
        guard halves.count == 2, let day = Day(String(halves[0])),
            let time = time(String(halves[1]))
        else { return nil }
        guard isUTC else {
            return Oslo.instant(of: day, hour: time.hour, minute: time.minute, second: time.second)
        }
        let seconds =
            Int64(day.number) * 86_400
            + Int64(time.hour * 3600 + time.minute * 60 + time.second)
        return Instant(milliseconds: seconds * 1000)
    }

    private static func time(_ text: String) -> (hour: Int, minute: Int, second: Int)? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ $0.utf8.count == 2 }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), let second = Int(parts[2]),
            (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second)
        else { return nil }
        return (hour, minute, second)
    }
}
