import Agreements
import GRDB
import Register

/// The reports: their editions with what changed between them, ordering one, and the targets.
enum ReportsPage: Section {
    static let templates = [Template("edition", PackageResources.edition_mustache)]

    static let vocabulary = Vocabulary(
        AgreementWords.texts.merging(EditionWords.texts) { _, own in own }
            .merging(ReportsWords.texts) { _, own in own })

    static let routes: [Route] =
        [
            .get(path, read, show), .get("\(path)/files/:key", read, file),
        ] + EditionPage.routes + OrderPage.routes + TargetsPage.routes

    static let path = "/reports"
    static let read = Access.right(.read, .report, .some)

    /// Editions on the page, at most: ten years of monthly reports.
    private static let most = 150

    /// The frame of a page below the list.
    static func frame(_ visit: Visit, _ title: String) -> Visit.Frame {
        .init(
            title: title, menu: "nav_reports", trail: [(visit.words["title"], path)],
            help: "reports")
    }

    private static func show(_ visit: Visit) throws -> Reply {
        let words = visit.words
        let kind = ReportKind(rawValue: visit.query["kind"])
        let editions = try visit.read { db in
            try ReportShelf(db).editions().filter { kind == nil || ReportKind($0) == kind }
        }
        let columns = ["edition", "unit", "period", "state", "asked_by"].map { words[$0] }
        let rows = editions.suffix(most).reversed().map { edition in
            TableView.row(
                columns,
                [
                    EditionName(words: words).text(edition),
                    edition.terms?.unit.map { words.name($0) } ?? words["unit_all"],
                    words.texts.period(edition.period), words[edition.stateKey],
                    edition.terms?.askedBy ?? "–",
                ], path: EditionPage.path(of: edition))
        }
        var choice = FormField(
            "kind", words["kind"],
            .select(
                [.init(value: "", label: words["kind_all"])]
                    + ReportKind.allCases.map {
                        .init(value: $0.rawValue, label: words["kind_\($0.rawValue)"])
                    }))
        choice.value = kind?.rawValue ?? ""
        let mayOrder = visit.may(.write, .report, of: .everybody)
        return visit.page(
            "adminlist",
            .init(title: words["title"], menu: "nav_reports", help: "reports"),
            AdminListView(
                intro: words["about"],
                add: mayOrder ? .init(path: OrderPage.path, name: words["order"]) : nil,
                filters: .init(action: path, fields: [choice]),
                table: rows.isEmpty
                    ? nil : TableView(words["title"], columns: columns, rows: rows),
                nothing: words["none"],
                next: .init(path: TargetsPage.path, name: words["targets"])))
    }

    /// Only reports: evaluations and whatever else is kept have addresses of their own.
    private static func file(_ visit: Visit) throws -> Reply {
        let key = try visit.key()
        let row = try visit.read { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT path, media_type, body FROM document
                    WHERE key = ? AND path >= 'reports/' AND path < 'reports0'
                    """, arguments: [key])
        }
        guard let row else { throw PageError.notFound }
        let (path, body): (String, [UInt8]) = (row[0], try row.bytes(at: 2))
        return .attachment(
            body, type: row[1], name: String(path.split(separator: "/").last ?? "report"))
    }
}

/// What sort of period a report is about.
enum ReportKind: String, CaseIterable, Hashable, Sendable {
    case monthly
    case halfYear = "half_year"
    case annual
    case period

    init(_ edition: ReportShelf.Edition) {
        self =
            switch edition.id {
            case let id where id.hasPrefix("monthly-"): .monthly
            case let id where id.hasPrefix("half-year-"): .halfYear
            case let id where id.hasPrefix("annual-"): .annual
            default: .period
            }
    }
}

extension ReportShelf.Edition {
    /// Key of the text that says how it stands.
    var stateKey: String { isIssued ? "issued" : "begun" }
}

extension Row {
    /// Empty for NULL.
    fileprivate func bytes(at index: Int) throws -> [UInt8] {
        try withUnsafeData(atIndex: index) { $0.map(Array.init) ?? [] }
    }
}
