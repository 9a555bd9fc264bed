import Agreements

/// What is due, late and waiting for the reader, across agreements, with what they record of it.
enum MyDay: Section {
    static let templates = [
        Template("myday", PackageResources.myday_mustache),
        Template("daydeed", PackageResources.daydeed_mustache),
        Template("daylog", PackageResources.daylog_mustache),
    ]

    static let vocabulary = Vocabulary(MyDayWords.texts)

    static let routes: [Route] =
        [.page("/", .signedIn, show)] + DayDeedPages.routes + LogPages.routes

    private static func show(_ visit: Visit) throws -> Reply {
        let words = visit.words
        let scope = DayScope(visit.query["who"], reader: try visit.reader)
        let part = DayPart(rawValue: visit.query["show"])
        let offset = part == nil ? 0 : min(max(Int(visit.query["from"]) ?? 0, 0), DayQuery.most)
        let key = try DayFound.Key(visit, scope: scope, isAhead: part == .ahead)
        let found = try visit.site.days.value(of: key) {
            try visit.read { try DayFound(key, rulebook: visit.site.rulebook, in: $0) }
        }
        let view = try visit.read { db in
            try DayView(
                visit, DayWork(found, visit, scope: scope, part: part, offset: offset, in: db),
                part: part, offset: offset, notice: DayNotice(visit, in: db))
        }
        return visit.page(
            "myday", .init(title: words["title"], menu: "nav_day", help: "day"), view)
    }
}
