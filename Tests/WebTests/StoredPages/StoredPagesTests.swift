import HTTPTypes
import Testing

@testable import Web

/// Every page as it was looked at last, on 1 March 2013 in Bokmål.
///
/// The pages are those of the routes: one that is added is stored with
/// `AVTALT_STORE=1 ops/test --filter StoredPagesTests`, after somebody has looked at it, and what
/// changed is read in the difference before it is committed.
struct StoredPagesTests {
    /// Addresses that a site without a provider of sign-ins does not have.
    private static let needingProvider: Set = [
        "/sign-in/provider", "/sign-in/provider/answer", "/sign-in/provider/ended",
    ]

    @Test(arguments: StoredPage.routes.map(\.path))
    func `a page is the stored one, and of moderate size`(path: String) async throws {
        let route = try #require(StoredPage.routes.first { $0.path == path })

        let reply = try #require(try await PageExamples.replies.value[path]).get()

        #expect(reply.status < 400 || Self.needingProvider.contains(path), "\(path)")
        #expect(reply.body.count <= 60 * 1024, "\(path)")
        if let difference = try StoredPage(of: route).difference(from: reply) {
            Issue.record("\(path): \(difference)")
        }
    }

    @Test func `nothing is stored of pages that are gone, and no two share a file`() throws {
        let names = StoredPage.routes.map { StoredPage(of: $0).name }

        #expect(Set(names).count == names.count)
        #expect(try StoredPage.names().subtracting(names) == [])
    }
}
