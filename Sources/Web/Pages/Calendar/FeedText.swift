import Agreements
import Documents
import GRDB
import Register

/// Makes the calendar that a program subscribes to.
struct FeedText {
    let words: Words
    let baseURL: String

    /// Days before and after today that a feed holds.
    static let span = (before: 90, after: 400)

    static func days(around today: Day) -> ClosedRange<Day> {
        today.adding(days: -span.before)...today.adding(days: span.after)
    }

    /// What is done is left out but for meetings, which people look back to; what is cancelled
    /// stays and says so, or programs would keep it.
    func feed(named name: String, _ items: [CalendarItem], in db: Database) throws -> CalendarFeed {
        let events = try items.filter { $0.state != .done || $0.kind == .meeting }.map { item in
            try event(item, changedAt: changed(item, in: db))
        }
        return CalendarFeed(name: name, events: events)
    }

    private func event(_ item: CalendarItem, changedAt: Instant) -> CalendarEvent {
        let kind = words["item_\(item.kind.rawValue)"]
        let title = item.title.isEmpty ? item.agreementTitle : item.title
        return CalendarEvent(
            uid: "\(item.kind.rawValue)-\(item.key)@\(host)",
            time: .days(from: item.day, through: item.day), summary: words["event", kind, title],
            details: "\(item.agreementTitle) (\(item.agreement))", url: baseURL + item.path,
            sequence: item.changes, isCancelled: item.state == .cancelled, changedAt: changedAt)
    }

    /// Of the site, so that events of two installations are never one.
    private var host: String {
        let rest = baseURL.split(separator: "//").last.map(String.init) ?? baseURL
        return String(rest.prefix { $0 != "/" && $0 != ":" })
    }

    /// When the audit trail last saw the row.
    private func changed(_ item: CalendarItem, in db: Database) throws -> Instant {
        guard let version = try RecordVersion.of(item.kind.rawValue, key: item.key, in: db),
            let text = try String.fetchOne(
                db.cachedStatement(sql: "SELECT at FROM audit WHERE seq = ?"),
                arguments: [version.seq]),
            let instant = Instant(text)
        else { return Instant(milliseconds: 0) }
        return instant
    }
}
