import Agreements

/// What belongs to no page of its own: the templates around pages, assets, and the language.
enum ShellSection: Section {
    static let templates = [
        Template("shell", PackageResources.shell_mustache),
        Template("form", PackageResources.form_mustache),
        Template("field", PackageResources.field_mustache),
        Template("error", PackageResources.error_mustache),
    ]

    static let vocabulary = Vocabulary(ErrorWords.texts)

    static let routes =
        Asset.all.map { asset in
            Route.get(asset.path, .open) { _ in
                var reply = Reply.bytes(asset.content, type: asset.type)
                reply.isImmutable = true
                return reply
            }
        } + [.get("/language/:language", .open, chooseLanguage)]

    /// Keeps the language of somebody who is not signed in, and goes back.
    private static func chooseLanguage(_ visit: Visit) throws -> Reply {
        guard let language = Language(rawValue: try visit.parameter("language")) else {
            throw PageError.notFound
        }
        let jar = visit.site.cookieJar
        var reply = Reply.redirect(to: visit.query["next"])
        reply.cookies = [jar.set(jar.language, to: language.rawValue, maxAge: 31_536_000)]
        return reply
    }
}
