import HTTPTypes
import Testing

@testable import Web

/// Every page as it was looked at last, on 1 March 2013 in Bokmål.
///
/// The pages are those of the routes: one that is added is stored with
/// `AVTALT_STORE=1 ops/test --filter StoredPagesTests`, after somebody has looked at it, and what
/// changed is read in the difference before it is committed.
struct StoredPagesTests {
    /// The pages' addresses; an asset's name says its content.
    private static let routes = Site.routes.filter {
        $0.method == .get && !$0.path.hasPrefix("/assets/")
    }

    /// Addresses that a site without a provider of sign-ins does not have.
    private static let needingProvider: Set = [
        "/sign-in/provider", "/sign-in/provider/answer", "/sign-in/provider/ended",
    ]

    @Test(arguments: routes.map(\.path))
    func `a page is the stored one, and of moderate size`(path: String) async throws {
        let route = try #require(Self.routes.first { $0.path == path })

        let reply = try await PageExamples.ofThisRun.value.reply(to: route)

        #expect(reply.status < 400 || Self.needingProvider.contains(path), "\(path)")
        #expect(reply.body.count <= 60 * 1024, "\(path)")
        if let difference = try StoredPage(of: route).difference(from: reply) {
            Issue.record("\(path): \(difference)")
        }
    }

    @Test func `nothing is stored of pages that are gone, and no two share a file`() throws {
        let names = Self.routes.map { StoredPage(of: $0).name }

        #expect(Set(names).count == names.count)
        #expect(try StoredPage.names().subtracting(names) == [])
    }
}
