import Agreements
import GRDB
import HTTPTypes
import Register
import Testing

@testable import Web

/// Pages that are kept as they went out.
struct PageShelfTests {
    private let site: TestSite
    private let shelf: PageShelf
    private let key = PageShelf.Key(
        session: 1, address: "/", day: Day(number: 15_765), rules: nil)

    init() throws {
        site = try TestSite()
        shelf = PageShelf(try RegisterWatch(site.register))
    }

    @Test func `a page is made once for as long as nothing is committed`() async throws {
        var made = 0
        func ask() async throws -> String {
            try await text(
                of: shelf.page(key) {
                    made += 1
                    return .html("page \(made)")
                })
        }

        let (first, second) = (try await ask(), try await ask())
        _ = try site.register.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM user") }
        let third = try await ask()
        try site.register.write { try $0.execute(sql: "UPDATE user SET name = name") }
        let fourth = try await ask()

        #expect([first, second, third, fourth] == ["page 1", "page 1", "page 1", "page 2"])
    }

    @Test func `a page that is made while somebody commits is not shown again`() async throws {
        let first = try await text(
            of: shelf.page(key) {
                try site.register.write { try $0.execute(sql: "UPDATE user SET name = name") }
                return .html("old")
            })
        let second = try await text(of: shelf.page(key) { .html("new") })

        #expect(first == "old")
        #expect(second == "new")
    }

    @Test func `each reader, address, day and edition of the rules has a page of its own`()
        async throws
    {
        var others = [key, key, key, key]
        others[0] = .init(session: 2, address: "/", day: key.day, rules: nil)
        others[1] = .init(session: 1, address: "/?show=late", day: key.day, rules: nil)
        others[2] = .init(session: 1, address: "/", day: key.day.adding(days: 1), rules: nil)
        others[3] = .init(session: 1, address: "/", day: key.day, rules: 1)
        _ = try await shelf.page(key) { .html("first") }

        for other in others {
            let text = try await text(of: shelf.page(other) { .html("other") })
            #expect(text == "other")
        }
    }

    @Test(arguments: [HTTPResponse.Status.notFound, .unprocessableContent])
    func `what is no whole page is not kept`(status: HTTPResponse.Status) async throws {
        _ = try await shelf.page(key) { .html("problem", status: status) }
        let text = try await text(of: shelf.page(key) { .html("page") })

        #expect(text == "page")
    }

    @Test func `the list of agreements is kept until somebody changes an agreement`() async throws {
        let browser = try site.browser(as: "c.an0")

        let first = try await browser.get("/agreements")
        let again = try await browser.get("/agreements")
        try site.register.write {
            try $0.execute(sql: "UPDATE agreement SET title = 'Et annet navn' WHERE key = 1")
        }
        let later = try await browser.get("/agreements?q=Et+annet+navn")

        #expect(first.headers[.eTag] == again.headers[.eTag])
        #expect(first.text == again.text)
        #expect(later.text.contains("Et annet navn"))
    }

    private func text(of reply: Reply) throws -> String {
        guard case .kept(let page) = reply.body else {
            throw PageError.unforeseen
        }
        return String(decoding: page.html, as: UTF8.self)
    }
}
