import Agreements
import Foundation

/// Every number of domain.md, sections 4 to 7 and 9, that an administrator may change.
package struct Rulebook: Hashable, Sendable, Codable {
    /// Closed besides the public holidays (4).
    package var closedDays: [MonthDay]
    /// How far back, in working days, a missed stage is still sent (7).
    package var catchUpWorkingDays: Int
    /// The stages of each rule, numbered from 1 (7).
    package var notices: [NoticeRule: [NoticeStage]]
    /// A plan's due date in its own year (7).
    package var planDue: MonthDay
    /// When a year's evaluations are opened, for the agreements in force that day (6).
    package var evaluationOpens: MonthDay
    /// When they are due, in the year after (6).
    package var evaluationDue: MonthDay
    package var ratings: RatingThresholds
    /// A difference between the parties' scores from which it is flagged (6).
    package var scoreGap: Double
    package var light: LightThresholds
    /// How long an agreement lasts at least to be multi-year (R2).
    package var multiYearMonths: Int
    /// How many strategic meetings a year give an agreement a cadence (R7).
    package var cadenceMeetings: Int
    /// The share of a target from which the light is yellow and not red (9).
    package var yellowTargetShare: Double
    package var overdueBands: OverdueBands
    /// A report lists agreements in force that expire within so many months of the cut-off.
    package var expiryHorizonMonths: Int
    /// A report lists agreements in force that meet fewer of the nine requirements than this.
    package var standardRequirements: Int
    package var reportCalendar: ReportCalendar

    /// The lowest scores that earn a rating (6).
    package struct RatingThresholds: Hashable, Sendable, Codable {
        package var veryHigh: Double
        package var good: Double
        package var satisfactory: Double
    }

    /// Where the evidence light changes (6).
    package struct LightThresholds: Hashable, Sendable, Codable {
        /// Green when every ratio is at least this.
        package var green: Double
        /// Red when any ratio is below this.
        package var red: Double
    }

    /// The last day overdue of the first two bands (I13).
    package struct OverdueBands: Hashable, Sendable, Codable {
        package var first: Int
        package var second: Int
    }

    package var calendar: WorkingCalendar { WorkingCalendar(closedDays: closedDays) }

    /// Twelve hexadecimal digits that stand for the content: equal rules have equal versions.
    package var version: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            var hash = FowlerNollVo()
            for byte in try encoder.encode(self) { hash.combine(byte) }
            return hash.hexadecimal
        } catch {
            // problems() refuses numbers that JSON cannot hold before any rule is applied.
            preconditionFailure("The rules cannot be written as JSON: \(error)")
        }
    }
}

/// The 64-bit FNV-1a hash: unlike Swift's own it is the same in every process.
private struct FowlerNollVo {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func combine(_ byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }

    /// The first twelve of its sixteen digits.
    var hexadecimal: String {
        let digits = String(state, radix: 16)
        return String((String(repeating: "0", count: 16 - digits.count) + digits).prefix(12))
    }
}
