/// What is due, late and waiting for the reader, across agreements.
enum MyDay: Section {
    static let templates = [Template("myday", PackageResources.myday_mustache)]

    static let vocabulary = Vocabulary(MyDayWords.texts)

    static let routes: [Route] = [.get("/", .signedIn, show)]

    private static func show(_ visit: Visit) throws -> Reply {
        let words = visit.words
        return visit.page(
            "myday", .init(title: words["title"], menu: "nav_day", help: "day"), [String: String]())
    }
}
