import Agreements
import Register

/// Keeps finished pages for as long as nothing is committed to the register.
///
/// Only pages that depend on nothing but the register, the reader, the address, the day and the
/// rules are kept (`Route.isKept`); whoever opens one again, or follows a link back to it, has it
/// without a question to the register.
struct PageShelf: Sendable {
    struct Key: Hashable, Sendable {
        /// The reader's session: a page holds its forms' token.
        let session: Int64
        /// Path and query.
        let address: String
        let day: Day
        /// Number of the adopted edition of the rules.
        let rules: Int?
    }

    /// Some four hundred pages.
    static let mostBytes = 16 * 1024 * 1024

    private let shelf: CommitShelf<Key, KeptPage>

    init(_ watch: RegisterWatch) {
        shelf = CommitShelf(watch, most: Self.mostBytes) { $0.html.count }
    }

    /// The page, made with `make` unless it is there; what `make` answers otherwise than with a
    /// page goes out and is not kept.
    func page(_ key: Key, make: () async throws -> Reply) async throws -> Reply {
        let state = try shelf.state()
        if let page = shelf.value(of: key, at: state) {
            return Reply(status: .ok, body: .kept(page))
        }
        var reply = try await make()
        guard reply.status == .ok, reply.cookies.isEmpty, reply.headers.isEmpty,
            case .html(let text) = reply.body
        else { return reply }
        let page = KeptPage(text)
        shelf.keep(page, as: key, of: state)
        reply.body = .kept(page)
        return reply
    }
}
