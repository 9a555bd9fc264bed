import Agreements

/// A sign-in that holds.
package struct Session: Hashable, Sendable {
    /// What a sign-in was proved with.
    package enum Method: String, CaseIterable, Hashable, Sendable, Codable {
        /// A password of this system's own.
        case password
        /// The word of an OpenID provider.
        case provider
    }

    package let key: Int64
    package let user: User
    /// What a form must bring along to be taken for this session's own.
    package let csrf: String
    package let begunAt: Instant
    /// To within `SessionStore.Limits.touch`.
    package let lastSeenAt: Instant
    package let method: Method
}
