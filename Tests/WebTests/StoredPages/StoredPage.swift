import Foundation
import HTTPTypes

@testable import Web

/// What a GET address answers, kept in a file of `Tests/WebTests/Stored`; `AVTALT_STORE=1` writes
/// it anew.
///
/// Of a page its title and all between the page's head and its foot are kept; the start page is
/// kept whole, with the menu and the foot that all have. Of what is no page, where it leads or of
/// which type it is.
struct StoredPage {
    /// The pages' addresses; an asset's name says its content.
    static let routes = Site.routes.filter {
        $0.method == .get && !$0.path.hasPrefix("/assets/")
    }

    private let route: Route

    init(of route: Route) {
        self.route = route
    }

    /// The file's name: the address with what is no word left out.
    var name: String {
        let words = route.path.split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
        return (words.isEmpty ? "start" : words) + ".html"
    }

    /// The first line that is not the stored one, with both; nil when all is the same.
    func difference(from reply: TestReply) throws -> String? {
        let text = text(of: reply)
        if ProcessInfo.processInfo.environment["AVTALT_STORE"] == "1" {
            try Data(text.utf8).write(to: file)
        }
        guard FileManager.default.fileExists(atPath: file.path) else {
            return "is not stored: run AVTALT_STORE=1 ops/test --filter StoredPagesTests."
        }
        let stored = try String(contentsOf: file, encoding: .utf8)
        guard stored != text else { return nil }
        let (before, now) = (Self.lines(of: stored), Self.lines(of: text))
        let place =
            zip(before, now).enumerated().first { $0.1.0 != $0.1.1 }?.0
            ?? min(before.count, now.count)
        return """
            line \(place + 1) was «\(place < before.count ? before[place] : "")», \
            and is «\(place < now.count ? now[place] : "")».
            """
    }

    /// The files that are stored.
    static func names() throws -> Set<String> {
        Set(try FileManager.default.contentsOfDirectory(atPath: folder.path))
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Stored")

    private var file: URL { Self.folder.appending(path: name) }

    private static func lines(of text: String) -> [Substring] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    private func text(of reply: TestReply) -> String {
        let type = reply.headers[.contentType] ?? ""
        var lines = ["<!-- \(reply.status) \(reply.location ?? type) -->"]
        if type.hasPrefix("text/html") {
            lines.append(route.path == "/" ? reply.text : part(of: reply.text))
        }
        return steady(lines.joined(separator: "\n") + "\n")
    }

    /// The title, and everything from the page's path to its foot.
    private func part(of text: String) -> String {
        let title = text.firstMatch(of: /<title>.*?<\/title>/.dotMatchesNewlines())?.0 ?? ""
        let main = text.firstMatch(of: /<main.*<\/main>/.dotMatchesNewlines())?.0 ?? ""
        return "\(title)\n\(main)"
    }

    /// Without what is new each time: tokens, identifiers made at random, the names of assets.
    private func steady(_ text: String) -> String {
        text.replacing(/[A-Za-z0-9_\-]{43,}/, with: "TOKEN")
            .replacing(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, with: "RANDOM")
            .replacing(/-[0-9a-f]{12}\.(css|js|svg|woff2)/) { "-HASH.\($0.1)" }
    }
}
