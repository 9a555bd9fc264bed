import Agreements
import Testing

@testable import Web

/// Help, statements and error pages, in the reader's language and for whoever asks.
struct HelpTests {
    private let site: TestSite

    init() throws {
        site = try TestSite()
    }

    @Test(arguments: HelpTopic.all.map(\.key), Language.allCases)
    func `every topic has its page in every language`(key: String, language: Language) async throws
    {
        let topic = try #require(HelpTopic.named(key))

        let reply = try await site.browser(as: "nord.sb0", language: language).get("/help/\(key)")

        #expect(reply.status == 200)
        #expect(reply.text.contains("<h1>\(topic.title.text(in: language))</h1>"))
    }

    /// What stands in quotes is what a button or a field is called.
    @Test(arguments: HelpTopic.all.map(\.key), Language.allCases)
    func `the help calls things what the pages call them`(key: String, language: Language)
        async throws
    {
        let topic = try #require(HelpTopic.named(key))
        let names = Set(
            Site.sections.flatMap { section in
                section.vocabulary.texts.values.map { $0.text(in: language) }
            })

        let page = try await site.browser(as: "nord.sb0", language: language).get("/help/\(key)")
        let main = try #require(page.text.split(separator: "<main").last)
        let quoted = main.matches(of: /[«“]([^»”]+)[»”]/).map { String($0.1) }

        #expect(quoted.filter { !names.contains($0) } == [], "\(topic.key)")
    }

    @Test func `no two topics have the same address`() {
        let keys = HelpTopic.all.map(\.key)

        #expect(Set(keys).count == keys.count)
    }

    @Test(arguments: ["/help/start", "/accessibility", "/privacy"])
    func `who has not signed in may read it`(path: String) async throws {
        let reply = try await site.browser(as: nil).get(path)

        #expect(reply.status == 200)
    }

    @Test func `a topic that is not there has the error page`() async throws {
        let reply = try await site.browser(as: "nord.sb0").get("/help/nothing")

        #expect(reply.status == 404)
    }

    @Test func `the statement says what is not tested`() async throws {
        let reply = try await site.browser(as: "nord.sb0", language: .nn).get("/accessibility")

        #expect(reply.text.contains("Ikkje testa"))
        #expect(reply.text.contains("uustatus.no"))
    }
}
