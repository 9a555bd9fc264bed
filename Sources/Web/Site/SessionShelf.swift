import Agreements
import Register

/// Finds the sessions of those who ask, each read once for as long as nothing is committed.
///
/// That a session has been ended, or its user made inactive, is a commit and empties the shelf;
/// that it has lasted too long is looked at each time. It is kept by its token's digest, as in the
/// register; of tokens that open nothing there is nothing to keep.
struct SessionShelf: Sendable {
    /// More than an office has people.
    private static let most = 10_000

    private let register: Register
    private let limits: SessionStore.Limits
    private let shelf: CommitShelf<[UInt8], Session>

    init(_ register: Register, _ watch: RegisterWatch, limits: SessionStore.Limits) {
        self.register = register
        self.limits = limits
        shelf = CommitShelf(watch, most: Self.most) { _ in 1 }
    }

    /// The session of the token; nil when it is over, or its user is not active any more.
    func find(token: String, at now: Instant) throws -> Session? {
        guard let digest = SessionStore.digest(of: token) else { return nil }
        let state = try shelf.state()
        if let session = shelf.value(of: digest, at: state) {
            return limits.allow(session, at: now) ? session : nil
        }
        let session = try register.read {
            try SessionStore($0, limits: limits).find(digest: digest, at: now)
        }
        if let session { shelf.keep(session, as: digest, of: state) }
        return session
    }
}
