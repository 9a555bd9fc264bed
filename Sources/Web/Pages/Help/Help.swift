import Agreements

/// Help about every page in the reader's language, and what the office has to say about
/// accessibility and privacy. Nobody needs to sign in to read it.
enum Help: Section {
    static let templates = [
        Template("help", PackageResources.help_mustache),
        Template("statement", PackageResources.statement_mustache),
    ]

    static let vocabulary = Vocabulary(HelpWords.texts)

    static let routes: [Route] = [
        .get("/help", .open) { _ in .redirect(to: "/help/start") },
        .get("/help/:topic", .open, topic),
        .get("/accessibility", .open, accessibility),
        .get("/privacy", .open, privacy),
    ]

    private static func topic(_ visit: Visit) throws -> Reply {
        guard let topic = HelpTopic.named(try visit.parameter("topic")) else {
            throw PageError.notFound
        }
        let language = visit.language
        let view = HelpView(
            intro: topic.intro.text(in: language), isAboutKeys: topic.key == "start",
            entries: topic.entries.map {
                .init(
                    heading: $0.heading.text(in: language), text: $0.text.text(in: language))
            },
            others: HelpTopic.all.map {
                .init(
                    name: $0.title.text(in: language), path: "/help/\($0.key)",
                    isCurrent: $0.key == topic.key)
            })
        return visit.page(
            "help",
            .init(
                title: topic.title.text(in: language),
                trail: topic.key == "start" ? [] : [(visit.words["help"], "/help/start")],
                help: topic.key), view)
    }

    private static func accessibility(_ visit: Visit) -> Reply {
        statement(visit, title: visit.words["statement"], AccessibilityStatement.parts)
    }

    private static func privacy(_ visit: Visit) -> Reply {
        statement(visit, title: visit.words["privacy"], PrivacyStatement.parts)
    }

    private static func statement(_ visit: Visit, title: String, _ parts: [StatementPart]) -> Reply
    {
        let view = StatementView(parts: parts.map { $0.view(in: visit.language) })
        return visit.page("statement", .init(title: title), view)
    }
}

/// A topic of the help, and the way to the others.
struct HelpView: Sendable {
    let intro: String
    let isAboutKeys: Bool
    let entries: [Entry]
    let others: [Link]

    struct Entry: Sendable {
        let heading: String
        let text: String
    }

    struct Link: Sendable {
        let name: String
        let path: String
        let isCurrent: Bool
    }
}
