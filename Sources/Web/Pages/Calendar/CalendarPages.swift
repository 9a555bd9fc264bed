import Agreements
import Documents
import Register
import Rules

/// What has a day, for a person or a unit, on pages and as feeds.
enum CalendarPages: Section {
    static let templates = [Template("feeds", PackageResources.feeds_mustache)]

    static let vocabulary = Vocabulary(CalendarWords.texts)

    static let routes: [Route] = [
        .page("/calendar", .right(.read, .agreement, .some), show),
        .get("/calendar/feeds", .right(.read, .feed, .oneself), showFeeds),
        .post("/calendar/feeds", .right(.write, .feed, .oneself), makeFeed),
        .post("/calendar/feeds/:key/revoke", .right(.write, .feed, .oneself), revokeFeed),
        // Its address is the key: whoever has it is let in, and sees one calendar only.
        .get("/feeds/:token", .open, sendFeed),
    ]

    private static func show(_ visit: Visit) async throws -> Reply {
        let choice = CalendarChoice(visit.query, today: visit.today)
        let reader = try visit.reader
        let (words, register, rulebook) = (visit.words, visit.site.register, visit.site.rulebook)
        let scope = choice.unit.map(CalendarQuery.Scope.unit) ?? .person(reader.id)
        return try await visit.figurePage(
            .init(title: words["title"], menu: "nav_calendar", help: "calendar"),
            question: "\(choice.path) \(choice.unit == nil ? reader.id : "")"
        ) {
            CalendarView(
                words: words, choice: choice,
                items: try register.read {
                    try CalendarQuery(scope: scope, days: choice.days).read(in: $0)
                }, calendar: WorkingCalendar(closedDays: rulebook.closedDays)
            ).html
        }
    }

    // MARK: Feeds

    private static func showFeeds(_ visit: Visit) throws -> Reply {
        try feedPage(visit, address: nil, problem: nil)
    }

    private static func makeFeed(_ visit: Visit) throws -> Reply {
        let reader = try visit.reader
        var form = visit.formReader
        let unit: OwningUnit? = form.choice("unit", visit.words["feed_unit"])
        guard form.isValid else { throw PageError.malformed }
        let token = try visit.write { db in
            try FeedDeeds(db, author: visit.author, at: visit.now).make(for: reader.id, unit: unit)
        }
        guard let token else {
            return try feedPage(
                visit, address: nil,
                problem: visit.words["feed_many", String(FeedDeeds.limit)])
        }
        return try feedPage(
            visit, address: "\(visit.site.settings.baseURL)/feeds/\(token).ics", problem: nil)
    }

    private static func revokeFeed(_ visit: Visit) throws -> Reply {
        let (key, reader) = (try visit.key(), try visit.reader)
        let isRevoked = try visit.write { db in
            try FeedDeeds(db, author: visit.author, at: visit.now).revoke(key, of: reader.id)
        }
        guard isRevoked else { throw PageError.notFound }
        return .redirect(to: "/calendar/feeds?said=revoked")
    }

    private static func feedPage(_ visit: Visit, address: String?, problem: String?) throws
        -> Reply
    {
        let reader = try visit.reader
        let feeds = try visit.read { try FeedDeeds.list(of: reader.id, in: $0) }
        let view = FeedsView(visit, feeds: feeds, address: address, problem: problem)
        let frame = Visit.Frame(
            title: visit.words["feeds_title"], menu: "nav_calendar",
            trail: [(visit.words["title"], "/calendar")], help: "calendar")
        return problem == nil
            ? visit.page("feeds", frame, view) : visit.incomplete("feeds", frame, view)
    }

    private static func sendFeed(_ visit: Visit) throws -> Reply {
        var token = try visit.parameter("token")
        if token.hasSuffix(".ics") { token.removeLast(4) }
        let text = try visit.read { db -> String? in
            guard let feed = try FeedDeeds.find(token, in: db) else { return nil }
            let words = vocabulary[feed.language]
            let scope = feed.unit.map(CalendarQuery.Scope.unit) ?? .person(feed.user)
            let items = try CalendarQuery(
                scope: scope, days: FeedText.days(around: visit.today)
            ).read(in: db)
            let name = words[
                "feed_name_mine", feed.unit.map { words.texts[$0.text] } ?? words["mine"]]
            return try FeedText(words: words, baseURL: visit.site.settings.baseURL)
                .feed(named: name, items, in: db).write()
        }
        guard let text else { throw PageError.notFound }
        return .bytes(Array(text.utf8), type: CalendarFeed.mediaType)
    }
}
