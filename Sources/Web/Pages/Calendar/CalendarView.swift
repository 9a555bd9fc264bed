import Agreements
import Documents
import Rules

/// A month, a week or a list of what has a day.
struct CalendarView {
    let words: Words
    let choice: CalendarChoice
    let items: [CalendarItem]
    let calendar: WorkingCalendar

    var html: HTML {
        """
        \(views)
        \(scopes)
        <div class="inline monthbar"><a class="button small" href="\(choice.previous.path)" \
        rel="prev">\(words["earlier"])</a>
        <a class="button small" href="\(choice.at(choice.today).path)">\(words["to_today"])</a>
        <a class="button small" href="\(choice.next.path)" rel="next">\(words["later"])</a></div>
        <h2>\(heading)</h2>
        \(content)
        <p><a href="/calendar/feeds">\(words["subscribe"])</a></p>
        """
    }

    private var views: HTML {
        Tabs(
            label: words["views"],
            items: CalendarChoice.View.allCases.map {
                (words["view_\($0.rawValue)"], choice.viewed($0).path, $0 == choice.view)
            }
        ).html
    }

    private var scopes: HTML {
        let units = OwningUnit.allCases.map {
            (words.texts[$0.text], choice.of($0).path, $0 == choice.unit)
        }
        return Tabs(
            label: words["whose"],
            items: [(words["mine"], choice.of(nil).path, choice.unit == nil)] + units
        ).html
    }

    private var heading: String {
        let days = choice.days
        switch choice.view {
        case .month:
            return words["month_of", words["month\(choice.on.month)"], String(choice.on.year)]
        case .week:
            let week = days.lowerBound.isoWeek
            return words["week_of", String(week.week), String(week.year)]
        case .list:
            return words["list_from", words.date(days.lowerBound), words.date(days.upperBound)]
        }
    }

    private var byDay: [Day: [CalendarItem]] { Dictionary(grouping: items, by: \.day) }

    private var content: HTML {
        switch choice.view {
        case .month: month
        case .week: list(Array(sequence(from: choice.days)), showsEmpty: true)
        case .list: list(byDay.keys.sorted(), showsEmpty: false)
        }
    }

    private func sequence(from days: ClosedRange<Day>) -> [Day] {
        (0...days.upperBound.days(since: days.lowerBound)).map {
            days.lowerBound.adding(days: $0)
        }
    }

    private var month: HTML {
        let heads = (1...7).map { #"<th scope="col">\#(words["weekday\($0)"])</th>"# as HTML }
        let days = sequence(from: choice.days)
        let byDay = byDay
        let weeks = stride(from: 0, to: days.count, by: 7).map { start -> HTML in
            let cells = days[start..<start + 7].map { cell($0, byDay[$0] ?? []) }
            let week = days[start]
            return """
                <tr><th scope="row"><a href="\(choice.at(week).viewed(.week).path)">\
                <span class="hidden">\(words["week_number"]) </span>\(week.isoWeek.week)</a></th>\
                \(cells)</tr>
                """
        }
        return """
            <table class="month"><caption class="hidden">\(heading)</caption>
            <thead><tr><th scope="col">\(words["week_number"])</th>\(heads)</tr></thead>
            <tbody>
            \(weeks.joined)</tbody></table>
            """
    }

    private func cell(_ day: Day, _ items: [CalendarItem]) -> HTML {
        var styles = [calendar.isWorkingDay(day) ? "" : "off", items.isEmpty ? "empty" : ""]
        if day == choice.today { styles.append("now") }
        if day.month != choice.on.month { styles.append("other") }
        let style = styles.filter { !$0.isEmpty }.joined(separator: " ")
        let current: HTML = day == choice.today ? #" aria-current="date""# : ""
        return """
            <td class="\(style)"\(current)><span class="day"><span class="wide-off">\
            \(words.weekday(day)) </span>\(day.day).</span>\(list(of: items))</td>
            """
    }

    private func list(_ days: [Day], showsEmpty: Bool) -> HTML {
        let byDay = byDay
        guard showsEmpty || !days.isEmpty else { return "<p>\(words["nothing"])</p>" }
        let parts = days.map { day -> HTML in
            let closed: HTML =
                calendar.isWorkingDay(day)
                ? "" : #" <span class="subtle">\#(words["closed_day"])</span>"#
            let mark: HTML =
                day == choice.today
                ? #" <span class="tag">\#(words["to_today"].lowercased())</span>"# : ""
            let own = byDay[day] ?? []
            return """
                <h3>\(words.longDate(day))\(mark)\(closed)</h3>
                \(own.isEmpty ? "<p class=\"subtle\">–</p>" : list(of: own))
                """
        }
        return parts.joined
    }

    private func list(of items: [CalendarItem]) -> HTML {
        guard !items.isEmpty else { return "" }
        return #"<ul class="plain items">\#n\#(items.map(item).joined)</ul>"#
    }

    private func item(_ item: CalendarItem) -> HTML {
        let name = [words["item_\(item.kind.rawValue)"], item.title].filter { !$0.isEmpty }
            .joined(separator: ": ")
        let state: HTML =
            item.state == .open
            ? "" : #" <span class="subtle">(\#(words["state_\(item.state.rawValue)"]))</span>"#
        let isLate = item.state == .open && item.day < choice.today && item.kind != .agreement
        let style: HTML = isLate ? #" class="late""# : ""
        return """
            <li data-row class="item \(item.kind.rawValue) \(item.state.rawValue)">\
            <a href="\(item.path)"\(style)>\(name)</a>\(state) \
            <span class="basis">\(item.agreementTitle)</span></li>
            """
    }
}
