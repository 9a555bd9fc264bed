import Agreements
import Register
import Synchronization

/// Keeps finished pages for as long as nothing is committed to the register.
///
/// Only pages that depend on nothing but the register, the reader, the address, the day and the
/// rules are kept (`Route.isKept`); whoever opens one again, or follows a link back to it, has it
/// without a question to the register. A commit of any kind, a new session's too, empties the
/// shelf, so that nothing old is ever shown.
final class PageShelf: Sendable {
    struct Key: Hashable, Sendable {
        /// The reader's session: a page holds its forms' token.
        let session: Int64
        /// Path and query.
        let address: String
        let day: Day
        /// Number of the adopted edition of the rules.
        let rules: Int?
    }

    private struct Held {
        var state: Int64?
        var pages: [Key: KeptPage] = [:]
        var bytes = 0
    }

    /// Some four hundred pages; beyond that the shelf begins anew.
    static let mostBytes = 16 * 1024 * 1024

    private let watch: RegisterWatch
    private let held = Mutex(Held())

    init(_ watch: RegisterWatch) {
        self.watch = watch
    }

    /// The page, made with `make` unless it is there; nil where `make` answers something else
    /// than a page.
    ///
    /// The register's state is asked for before the page is made: a page that is made while
    /// somebody commits counts as of the older state, and is not shown again.
    func page(_ key: Key, make: () async throws -> Reply) async throws -> Reply {
        let state = try watch.state()
        if let page = held.withLock({ $0.state == state ? $0.pages[key] : nil }) {
            return Reply(status: .ok, body: .kept(page))
        }
        var reply = try await make()
        guard reply.status == .ok, reply.cookies.isEmpty, reply.headers.isEmpty,
            case .html(let text) = reply.body
        else { return reply }
        let page = KeptPage(text)
        keep(page, as: key, of: state)
        reply.body = .kept(page)
        return reply
    }

    private func keep(_ page: KeptPage, as key: Key, of state: Int64) {
        held.withLock { held in
            if held.state != state || held.bytes + page.html.count > Self.mostBytes {
                held = Held(state: state)
            }
            if held.pages.updateValue(page, forKey: key) == nil { held.bytes += page.html.count }
        }
    }
}
