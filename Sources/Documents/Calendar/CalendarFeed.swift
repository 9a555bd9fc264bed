import Agreements

/// A calendar that programs subscribe to (RFC 5545, with the name and the interval of RFC 7986
/// and those that Outlook reads).
package struct CalendarFeed: Sendable {
    package let name: String
    package let events: [CalendarEvent]
    /// How often a program may ask again.
    package let refreshHours: Int

    package static let mediaType = "text/calendar; charset=utf-8"

    package init(name: String, events: [CalendarEvent], refreshHours: Int = 6) {
        self.name = name
        self.events = events
        self.refreshHours = refreshHours
    }

    /// The feed's text; the same events give the same bytes.
    package func write() -> String {
        var lines = ContentLines()
        lines.add("BEGIN", "VCALENDAR")
        lines.add("VERSION", "2.0")
        lines.add("PRODID", "-//Avtalt//Avtalt//NO")
        lines.add("CALSCALE", "GREGORIAN")
        lines.add("METHOD", "PUBLISH")
        lines.add("NAME", text: name)
        lines.add("X-WR-CALNAME", text: name)
        lines.add("X-WR-TIMEZONE", OsloTimeZone.name)
        lines.add("REFRESH-INTERVAL;VALUE=DURATION", "PT\(refreshHours)H")
        lines.add("X-PUBLISHED-TTL", "PT\(refreshHours)H")
        // Always: a calendar must hold one component at least (RFC 5545, 3.6).
        for line in OsloTimeZone.lines { lines.add(line.name, line.value) }
        for event in events { add(event, to: &lines) }
        lines.add("END", "VCALENDAR")
        return lines.text
    }

    private func add(_ event: CalendarEvent, to lines: inout ContentLines) {
        lines.add("BEGIN", "VEVENT")
        lines.add("UID", text: event.uid)
        lines.add("DTSTAMP", Self.utc(event.changedAt))
        lines.add("LAST-MODIFIED", Self.utc(event.changedAt))
        add(event.time, to: &lines)
        lines.add("SUMMARY", text: event.summary)
        if let details = event.details { lines.add("DESCRIPTION", text: details) }
        if let place = event.place { lines.add("LOCATION", text: place) }
        if let url = event.url { lines.add("URL", url) }
        lines.add("SEQUENCE", String(event.sequence))
        lines.add("STATUS", event.isCancelled ? "CANCELLED" : "CONFIRMED")
        lines.add("END", "VEVENT")
    }

    private func add(_ time: CalendarEvent.Time, to lines: inout ContentLines) {
        switch time {
        case .days(let from, let through):
            lines.add("DTSTART;VALUE=DATE", Self.date(from))
            // The first day that is no longer part of it (RFC 5545, 3.6.1).
            lines.add("DTEND;VALUE=DATE", Self.date(max(from, through).adding(days: 1)))
            // A deadline does not make a day busy.
            lines.add("TRANSP", "TRANSPARENT")
        case .clock(let day, let hour, let minute, let minutes):
            let start = Self.clock(day, hour: hour, minute: minute)
            lines.add("DTSTART;TZID=\(OsloTimeZone.name)", start)
            lines.add("DURATION", "PT\(max(1, minutes))M")
            lines.add("TRANSP", "OPAQUE")
        }
    }

    /// `20130531`.
    private static func date(_ day: Day) -> String {
        day.description.replacing("-", with: "")
    }

    private static func clock(_ day: Day, hour: Int, minute: Int) -> String {
        "\(date(day))T\(padded(hour))\(padded(minute))00"
    }

    private static func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

    /// `20130531T060000Z`: `2013-05-31T06:00:00.000Z` without its signs and milliseconds.
    private static func utc(_ instant: Instant) -> String {
        String(instant.description.prefix(19).filter { $0 != "-" && $0 != ":" }) + "Z"
    }
}
