import Agreements
import Documents
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
    private let tabs: HTML
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
        tabs = Tabs.links(
            Self.usualViews(reader, on: visit.today).map { key, query in
                (
                    words[key], query.isEmpty ? "/agreements" : "/agreements?\(query)",
                    query == request.savedQuery
                )
            })
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
        case "headings": headings.markup
        case "tabs": tabs.markup
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

    /// Written directly, as the rows are.
    private var headings: HTML {
        ([heading(words["number"], .number, isNumber: false)]
            + request.columns.map { column in
                heading(words[column.key], column.order, isNumber: column.isNumber)
            }).joined
    }

    private func heading(_ name: String, _ order: AgreementOrder?, isNumber: Bool) -> HTML {
        let style: HTML = isNumber ? #" class="number""# : ""
        guard let order else { return #"<th scope="col"\#(style)>\#(name)</th>"# }
        let link: HTML = """
            <a href="/agreements?\(request.sorted(by: order).query)">\(name)</a>
            """
        guard request.order == order else { return #"<th scope="col"\#(style)>\#(link)</th>"# }
        let (sort, sign) = request.isDescending ? ("descending", "▼") : ("ascending", "▲")
        return """
            <th scope="col"\(style) aria-sort="\(sort)">\(link) \
            <span aria-hidden="true">\(sign)</span></th>
            """
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
