import Agreements
import Mustache
import Register
import Rules

/// What the list's template is given.
struct AgreementsView: MustacheParent {
    private let words: Words
    private let request: AgreementRequest
    private let page: ListPage<AgreementLine>
    private let rows: String
    private let mayWrite: Bool
    private let tabs: [Tab]
    private let saved: [Saved]
    private let filters: String
    private let problem: String?
    private let csrf: String

    init(
        visit: Visit, reader: User, request: AgreementRequest, page: ListPage<AgreementLine>,
        views: [SavedViews.View], people: [Colleagues.Person], problem: String?
    ) {
        words = visit.words
        self.request = request
        self.page = page
        self.problem = problem
        csrf = visit.csrf
        mayWrite = !Rights.units(
            role: reader.role, unit: reader.unit, action: .write, kind: .agreement
        ).isEmpty
        rows = AgreementRows(
            words: words, columns: request.columns, today: visit.today, isSelectable: mayWrite
        ).markup(of: page.elements)
        let words = words
        tabs = Self.usualViews(reader, on: visit.today).map { key, query in
            Tab(
                name: words[key], path: query.isEmpty ? "/agreements" : "/agreements?\(query)",
                isCurrent: query == request.savedQuery)
        }
        saved = views.map { view in
            Saved(
                tab: Tab(
                    name: view.name, path: "/agreements?\(view.query)",
                    isCurrent: view.query == request.savedQuery),
                remove: "/agreements/views/\(view.key)/remove",
                removeName: words["view_remove", view.name])
        }
        filters = AgreementFilters(words: words, request: request, people: people).markup
    }

    /// Views that everybody has.
    private static func usualViews(_ reader: User, on today: Day) -> [(String, String)] {
        var mine = AgreementRequest()
        mine.filter.person = reader.id
        var unit = AgreementRequest()
        unit.filter.owners = [reader.unit]
        unit.filter.statuses = [.active]
        var ending = AgreementRequest()
        ending.filter.inForceOn = today
        ending.filter.expiresBefore = today.adding(months: 12)
        ending.filter.isRenewed = false
        ending.order = .validTo
        return [
            ("view_all", ""), ("view_mine", mine.savedQuery), ("view_unit", unit.savedQuery),
            ("view_ending", ending.savedQuery),
        ]
    }

    func child(named key: String) -> Any? {
        switch key {
        case "rows": rows
        case "isEmpty": page.elements.isEmpty
        case "isSelectable": mayWrite
        case "mayAdd": mayWrite
        case "count": count
        case "headings": headings
        case "tabs": tabs
        case "saved": saved.isEmpty ? nil : saved
        case "filters": filters
        case "text": request.filter.text ?? ""
        case "query": request.savedQuery
        case "csv": "/agreements.csv?\(request.savedQuery)"
        case "xlsx": "/agreements.xlsx?\(request.savedQuery)"
        case "next": page.next.map { "/agreements?\(request.at($0).query)" }
        case "previous": page.previous.map { "/agreements?\(request.at($0).query)" }
        case "isFiltered": !request.filterPairs.isEmpty
        case "carried": carried
        case "problem": problem
        case "csrf": csrf
        default: nil
        }
    }

    private var count: String {
        page.total == 1 ? words["count_one"] : words["count", words.texts.number(page.total)]
    }

    /// What the search field's form carries besides the text.
    private var carried: [Hidden] {
        (request.filterPairs.filter { $0.0 != "q" } + request.orderPairs + request.columnPairs)
            .map { Hidden(name: $0.0, value: $0.1) }
    }

    private var headings: [Heading] {
        [heading(words["number"], .number, isNumber: false)]
            + request.columns.map { column in
                guard let order = column.order else {
                    return Heading(
                        name: words[column.key], path: nil, sort: nil, said: nil,
                        isNumber: column.isNumber)
                }
                return heading(words[column.key], order, isNumber: column.isNumber)
            }
    }

    private func heading(_ name: String, _ order: AgreementOrder, isNumber: Bool) -> Heading {
        let isSorted = request.order == order
        return Heading(
            name: name, path: "/agreements?\(request.sorted(by: order).query)",
            sort: isSorted ? (request.isDescending ? "descending" : "ascending") : nil,
            said: isSorted ? (request.isDescending ? "▼" : "▲") : nil, isNumber: isNumber)
    }

    struct Tab: MustacheParent {
        let name: String
        let path: String
        let isCurrent: Bool

        func child(named key: String) -> Any? {
            switch key {
            case "name": name
            case "path": path
            case "isCurrent": isCurrent
            default: nil
            }
        }
    }

    struct Saved: MustacheParent {
        let tab: Tab
        let remove: String
        let removeName: String

        func child(named key: String) -> Any? {
            switch key {
            case "tab": tab
            case "remove": remove
            case "removeName": removeName
            default: nil
            }
        }
    }

    struct Hidden: MustacheParent {
        let name: String
        let value: String

        func child(named key: String) -> Any? {
            switch key {
            case "name": name
            case "value": value
            default: nil
            }
        }
    }

    struct Heading: MustacheParent {
        let name: String
        let path: String?
        let sort: String?
        let said: String?
        let isNumber: Bool

        func child(named key: String) -> Any? {
            switch key {
            case "name": name
            case "path": path
            case "sort": sort
            case "said": said
            case "isNumber": isNumber
            default: nil
            }
        }
    }
}

extension AgreementColumn {
    /// What the list is sorted by under this heading; nil where it cannot be.
    var order: AgreementOrder? {
        switch self {
        case .title: .title
        case .parties: .party
        case .owner: .owner
        case .kind: .kind
        case .status: .status
        case .validFrom: .validFrom
        case .validTo: .validTo
        case .responsible: .responsible
        case .deputy, .nextMeeting, .late: nil
        }
    }
}
