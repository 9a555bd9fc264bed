import Agreements

/// Which days of whose calendar are shown, and how, as the address has it.
struct CalendarChoice: Hashable, Sendable {
    enum View: String, CaseIterable, Sendable {
        case month, week, list
    }

    let view: View
    let on: Day
    /// Nil for the reader's own.
    let unit: OwningUnit?
    let today: Day

    /// Days that a list shows.
    private static let listLength = 60

    init(_ query: Form, today: Day) {
        view = View(rawValue: query["view"]) ?? .month
        let day = Day(query["on"]) ?? today
        // Far away there is nothing, and the calendar ends somewhere.
        on = (1990...2100).contains(day.year) ? day : today
        unit = OwningUnit(rawValue: query["unit"])
        self.today = today
    }

    private init(_ view: View, _ on: Day, _ unit: OwningUnit?, _ today: Day) {
        (self.view, self.on, self.unit, self.today) = (view, on, unit, today)
    }

    /// Whole weeks of a month, one week, or two months from a day.
    var days: ClosedRange<Day> {
        switch view {
        case .month:
            let first = firstOfMonth.mondayOfWeek
            return first...on.lastOfMonth.mondayOfWeek.adding(days: 6)
        case .week: return on.mondayOfWeek...on.mondayOfWeek.adding(days: 6)
        case .list: return on...on.adding(days: Self.listLength)
        }
    }

    var firstOfMonth: Day { on.adding(days: 1 - on.day) }

    var previous: CalendarChoice { moved(by: -1) }
    var next: CalendarChoice { moved(by: 1) }

    func viewed(_ view: View) -> CalendarChoice { CalendarChoice(view, on, unit, today) }
    func of(_ unit: OwningUnit?) -> CalendarChoice { CalendarChoice(view, on, unit, today) }
    func at(_ day: Day) -> CalendarChoice { CalendarChoice(view, day, unit, today) }

    var path: String {
        var pairs: [String] = []
        if view != .month { pairs.append("view=\(view.rawValue)") }
        if on != today { pairs.append("on=\(on)") }
        if let unit { pairs.append("unit=\(unit.rawValue)") }
        return "/calendar" + (pairs.isEmpty ? "" : "?\(pairs.joined(separator: "&"))")
    }

    private func moved(by count: Int) -> CalendarChoice {
        switch view {
        case .month: at(firstOfMonth.adding(months: count))
        case .week: at(on.mondayOfWeek.adding(days: 7 * count))
        case .list: at(on.adding(days: Self.listLength * count))
        }
    }
}
