import Agreements
import Documents
import GRDB
import Mustache
import Register
import Rules

/// The page as its template sees it.
struct DayView: MustacheParent {
    private let date: String
    private let mayLog: Bool
    private let logText: String
    private let scopes: [DayLink]
    private let units: [FormField.Option]?
    private let tabs: [DayLink]
    private let parts: [DayPartView]
    private let recent: [DayRecentView]
    private let notice: DayNotice?
    private let version: String
    private let back: String
    private let show: String?

    init(_ visit: Visit, _ work: DayWork, part: DayPart?, offset: Int, notice: DayNotice?) throws {
        let reader = try visit.reader
        let address = DayAddress(scope: work.scope, part: part, offset: offset, reader: reader)
        let actions = try DayActions(visit, back: address.path)
        date = visit.words.longDate(visit.today)
        mayLog =
            !Rights.units(
                role: reader.role, unit: reader.unit, action: .write, kind: .activity
            ).isEmpty
        logText = visit.query["log"]
        scopes = address.scopes(visit.words)
        units = address.units(visit.words)
        tabs = address.tabs(visit.words, counts: work.found.count)
        parts = (part.map { [$0] } ?? DayPart.allCases).compactMap { shown in
            DayPartView(
                shown, of: work, visit, actions, address, isWhole: part != nil, offset: offset)
        }
        recent = work.recent.map { DayRecentView($0, visit) }
        self.notice = notice
        version = String(work.found.version)
        back = address.path
        show = part?.rawValue
    }

    func child(named key: String) -> Any? {
        switch key {
        case "date": date
        case "mayLog": mayLog
        case "logText": logText
        case "scopes": scopes
        case "units": units
        case "tabs": tabs
        case "parts": parts
        case "isEmpty": parts.isEmpty
        case "recent": recent
        case "notice": notice
        case "version": version
        case "back": back
        case "show": show
        default: nil
        }
    }
}

/// A link with its text, and whether it is where the reader is.
struct DayLink: MustacheParent {
    let label: String
    let path: String
    var isCurrent = false

    func child(named key: String) -> Any? {
        switch key {
        case "label": label
        case "path": path
        case "isCurrent": isCurrent
        default: nil
        }
    }
}

/// One part of the page: its heading and its lines.
struct DayPartView: MustacheParent {
    private let name: String
    private let heading: String
    private let count: String
    private let lines: [HTML]
    private let more: DayLink?
    private let previous: String?
    private let next: String?

    /// Nil where there is nothing.
    init?(
        _ part: DayPart, of work: DayWork, _ visit: Visit, _ actions: DayActions,
        _ address: DayAddress, isWhole: Bool, offset: Int
    ) {
        let words = visit.words
        let entries = work.found.entries[part] ?? []
        let gaps = part == .waiting && offset == 0 ? work.found.gaps : []
        let rows = isWhole ? DayPart.pageRows : part.overviewRows
        guard rows > 0, !entries.isEmpty || !gaps.isEmpty else { return nil }
        name = part.rawValue
        heading = words[address.title(of: part)]
        count = words.texts.number(work.found.count(of: part))
        let shown = entries.dropFirst(isWhole ? offset : 0).prefix(rows)
        lines =
            gaps.map { DayLineView($0, visit).markup }
            + shown.map { DayLineView($0, work.details, visit, actions).markup }
        more =
            !isWhole && entries.count > rows
            ? DayLink(label: words["show_all", count], path: address.path(of: part)) : nil
        previous =
            isWhole && offset > 0
            ? address.path(of: part, from: max(0, offset - DayPart.pageRows)) : nil
        next =
            isWhole && entries.count > offset + rows
            ? address.path(of: part, from: offset + rows) : nil
    }

    func child(named key: String) -> Any? {
        switch key {
        case "name": name
        case "heading": heading
        case "count": count
        case "lines": ("\(lines)" as HTML).markup
        case "more": more
        case "previous": previous
        case "next": next
        case "isPaged": previous != nil || next != nil
        default: nil
        }
    }
}

/// Something the reader recorded lately.
struct DayRecentView: MustacheParent {
    private let date: String
    private let sort: String
    private let text: String
    private let place: String?
    private let path: String?
    private let correct: String?

    init(_ deed: DayDeed, _ visit: Visit) {
        let words = visit.words
        let texts = DayDeedText(words: words)
        date = words.date(deed.kind == .activity ? deed.day ?? deed.recordedOn : deed.recordedOn)
        sort = texts.sort(deed)
        text = texts.sentence(deed)
        place =
            deed.parties.isEmpty
            ? nil
            : DayName(words: words, today: visit.today)
                .parties(deed.parties, or: "")
        path = deed.agreement.map { "/agreements/\($0)" }
        correct = deed.kind == .activity ? "/log/\(deed.key)" : nil
    }

    func child(named key: String) -> Any? {
        switch key {
        case "date": date
        case "sort": sort
        case "text": text
        case "place": place
        case "path": path
        case "correct": correct
        default: nil
        }
    }
}
