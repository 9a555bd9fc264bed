import Agreements

/// When a stage of a notice falls, counted from the due date (domain.md, 7).
///
/// Its text is what rules files hold: `10 wd before`, `2 wd after`, `on the day`,
/// `12 months before`, `03-01` (in the due date's year), `12-01 of the year before`,
/// `wd 5 of the next month`.
package enum NoticeTiming: Hashable, Sendable {
    case workingDaysBefore(Int)
    case workingDaysAfter(Int)
    case onTheDay
    case monthsBefore(Int)
    case date(MonthDay)
    case dateOfYearBefore(MonthDay)
    case workingDayOfNextMonth(Int)

    /// The day on which the stage falls. What is counted in months or given as a calendar date
    /// moves to the next working day when it is closed (domain.md, 4).
    package func day(for dueOn: Day, in calendar: WorkingCalendar) -> Day {
        switch self {
        case .workingDaysBefore(let n): calendar.workingDay(n, before: dueOn)
        case .workingDaysAfter(let n): calendar.workingDay(n, after: dueOn)
        case .onTheDay: calendar.nextWorkingDay(onOrAfter: dueOn)
        case .monthsBefore(let n): calendar.nextWorkingDay(onOrAfter: dueOn.adding(months: -n))
        case .date(let date): calendar.nextWorkingDay(onOrAfter: date.day(in: dueOn.year))
        case .dateOfYearBefore(let date):
            calendar.nextWorkingDay(onOrAfter: date.day(in: dueOn.year - 1))
        case .workingDayOfNextMonth(let n):
            calendar.workingDay(n, after: dueOn.lastOfMonth)
        }
    }
}

extension NoticeTiming: LosslessStringConvertible {
    package init?(_ text: String) {
        let words = text.split(separator: " ").map(String.init)
        let number = words.lazy.compactMap { Int($0) }.first ?? 0
        switch words.map({ Int($0) == nil ? $0 : "#" }).joined(separator: " ") {
        case "# wd before": self = .workingDaysBefore(number)
        case "# wd after": self = .workingDaysAfter(number)
        case "on the day": self = .onTheDay
        case "# months before", "# month before": self = .monthsBefore(number)
        case "wd # of the next month": self = .workingDayOfNextMonth(number)
        default:
            guard let date = words.first.flatMap({ MonthDay($0) }) else { return nil }
            switch words.dropFirst().joined(separator: " ") {
            case "": self = .date(date)
            case "of the year before": self = .dateOfYearBefore(date)
            default: return nil
            }
        }
    }

    package var description: String {
        switch self {
        case .workingDaysBefore(let n): "\(n) wd before"
        case .workingDaysAfter(let n): "\(n) wd after"
        case .onTheDay: "on the day"
        case .monthsBefore(let n): n == 1 ? "1 month before" : "\(n) months before"
        case .date(let date): "\(date)"
        case .dateOfYearBefore(let date): "\(date) of the year before"
        case .workingDayOfNextMonth(let n): "wd \(n) of the next month"
        }
    }
}

extension NoticeTiming: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let timing = NoticeTiming(text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: """
                    «\(text)» is not a time such as «10 wd before», «2 wd after», «on the day», \
                    «12 months before», «03-01», «12-01 of the year before» or \
                    «wd 5 of the next month»
                    """)
        }
        self = timing
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
