import Agreements
import Documents
import Rules

/// One line of the page: when, what, with whom, and what can be recorded of it.
///
/// Written directly: a template spends more time on the cells of fifty lines than on all the rest
/// of the page.
struct DayLineView {
    private let date: String
    private let timing: String
    private let isLate: Bool
    private let kind: String
    private let title: String
    private let path: String
    private let place: String?
    private let placePath: String?
    private let number: String?
    private let tag: String?
    private let person: String?
    private let actions: [DayAction]

    init(_ entry: DayEntry, _ details: DayDetails, _ visit: Visit, _ actions: DayActions) {
        let (words, today) = (visit.words, visit.today)
        let place = entry.agreement.flatMap { details.places[$0] }
        let record = details.record(of: entry)
        let name = DayName(words: words, today: today)
        date = words.date(entry.dueOn)
        timing = name.timing(of: entry)
        isLate = entry.dueOn < today && (entry.kind != .handover || entry.isEscalated)
        kind = name.kind(of: entry, sort: record?.sort)
        title = name.title(of: entry, record: record, offer: details.offers[entry.key])
        path = DayName.path(of: entry, agreement: place?.id)
        self.place = place.map { name.parties($0.parties, or: $0.title) }
        placePath = place.map { "/agreements/\($0.id)" }
        number = place?.id
        switch entry.stand {
        case .standsIn, .leaderStandsIn: tag = words["tag_stands_in"]
        case .deputy: tag = words["tag_deputy"]
        case .responsible, .leader, .looksOn: tag = nil
        }
        let isOwn = entry.stand == .responsible
        person = isOwn ? nil : record?.responsible ?? place?.responsible
        self.actions = place.map { actions.actions(for: entry, owner: $0.owner) } ?? []
    }

    init(_ gap: DaySettlement.Gap, _ visit: Visit) {
        let words = visit.words
        date = words.date(gap.month)
        timing = ""
        isLate = true
        kind = words["kind_settlement"]
        title =
            gap.municipalities == 1
            ? words["settlement_one", words.month(of: gap.month)]
            : words[
                "settlement_many", words.month(of: gap.month),
                words.texts.number(gap.municipalities)]
        path = "/regions/\(gap.unit.rawValue)"
        place = words["region", words.texts[gap.unit.text]]
        placePath = path
        number = nil
        tag = nil
        person = nil
        actions = []
    }

    /// The row of the table.
    var markup: HTML {
        """
        <tr data-row><td class="day-when">\(date)<span class="\(isLate ? "late" : "subtle")">\
        \(timing)</span></td><td><a href="\(path)">\(title)</a><span class="subtle">\(kind)\
        \(personMarkup)</span>\(tagMarkup)</td><td>\(placeMarkup)\(numberMarkup)</td>\
        <td><div class="row-actions">\(actions.map(\.markup))</div></td></tr>

        """
    }

    private var personMarkup: HTML { person.map { " · \($0)" } ?? "" }

    private var tagMarkup: HTML { tag.map { " <span class=\"tag\">\($0)</span>" } ?? "" }

    private var placeMarkup: HTML {
        guard let place else { return "" }
        return "<a href=\"\(placePath ?? "")\">\(place)</a>"
    }

    private var numberMarkup: HTML {
        number.map { "<span class=\"subtle\">\($0)</span>" } ?? ""
    }
}

/// What entries are called in a reader's language.
struct DayName {
    let words: Words
    let today: Day

    /// `3 dager over fristen`, `i dag`, `om 5 dager`.
    func timing(of entry: DayEntry) -> String {
        let days = entry.dueOn.days(since: today)
        let number = words.texts.number(abs(days))
        if entry.kind == .handover {
            return days == 0 ? words["today"] : words["days_ago", number]
        }
        switch days {
        case 0: return words["today"]
        case 1: return words["tomorrow"]
        case 2...: return words["in_days", number]
        default: break
        }
        if entry.kind == .meeting || entry.kind == .expired {
            return days == -1 ? words["yesterday"] : words["days_ago", number]
        }
        return days == -1 ? words["day_late"] : words["days_late", number]
    }

    func kind(of entry: DayEntry, sort: String?) -> String {
        switch entry.kind {
        case .meeting: words["meeting_\(sort ?? "strategic")"]
        case .followUp, .measure:
            sort == "counterpart"
                ? words["kind_\(entry.kind.name)_counterpart"]
                : words["kind_\(entry.kind.name)"]
        default: words["kind_\(entry.kind.name)"]
        }
    }

    func title(of entry: DayEntry, record: DayDetails.Record?, offer: DayDetails.Offer?)
        -> String
    {
        let year = String(entry.dueOn.year)
        switch entry.kind {
        case .meeting:
            return record?.title
                ?? words[entry.dueOn < today ? "meeting_no_outcome" : "meeting_planned"]
        case .followUp, .measure: return record?.title ?? ""
        case .planMissing, .planDraft: return words["title_\(entry.kind.name)", year]
        case .evaluationDue, .evaluationSubmitted:
            return words["title_\(entry.kind.name)", String(entry.dueOn.year - 1)]
        case .meetingsMissing: return words["title_meetings_missing", year]
        case .expiring, .expired: return words["title_\(entry.kind.name)"]
        case .handover:
            guard let offer else { return "" }
            return offer.agreements == 1
                ? words["title_handover_one", offer.giver]
                : words["title_handover", offer.giver, words.texts.number(offer.agreements)]
        case .settlement: return ""
        }
    }

    /// The first two, and how many more there are.
    func parties(_ names: [String], or title: String) -> String {
        switch names.count {
        case 0: title
        case 1, 2: names.joined(separator: ", ")
        default: words["and_more", names[0], words.texts.number(names.count - 1)]
        }
    }

    /// Where an entry is worked on.
    static func path(of entry: DayEntry, agreement: String?) -> String {
        let page = agreement.map { "/agreements/\($0)" } ?? "/"
        switch entry.kind {
        case .meeting: return "/meetings/\(entry.key)"
        case .followUp, .measure: return "\(page)/promises"
        case .planMissing, .planDraft: return "\(page)/plan"
        case .meetingsMissing: return "\(page)/meetings"
        case .evaluationDue, .evaluationSubmitted, .expiring, .expired: return page
        case .handover: return "/handovers/\(entry.key)"
        case .settlement: return "/"
        }
    }
}
