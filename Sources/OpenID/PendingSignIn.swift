import Agreements
import Foundation
import Secrets

/// A sign-in that is under way at the provider, as the browser carries it meanwhile.
///
/// It lies in a cookie that scripts and other sites cannot reach, so that strangers who begin a
/// million sign-ins cost no memory here. Whoever changes it only spoils their own sign-in.
package struct PendingSignIn: Hashable, Sendable, Codable {
    let state: String
    let nonce: String
    /// The secret of PKCE, of which the provider was told the digest.
    let verifier: String
    let begunAt: Instant
    /// The page that was asked for; whoever sends the browser there checks it again.
    package let returnTo: String?
    /// The invitation that the person came with and that ties them to a user.
    package let invitation: String?

    /// A sign-in takes no longer.
    package static let lifetime = Duration.seconds(600)

    init(returnTo: String?, invitation: String?, at now: Instant) {
        state = SecretToken.make()
        nonce = SecretToken.make()
        verifier = SecretToken.make()
        begunAt = now
        self.returnTo = returnTo
        self.invitation = invitation
    }

    /// Reads what `cookie` gives; nil for any other text.
    package init?(cookie: String) {
        guard cookie.utf8.count <= 4096, let bytes = Base64URL.decode(cookie),
            let pending = JSONText.decode(PendingSignIn.self, from: Data(bytes))
        else { return nil }
        self = pending
    }

    /// The value of the cookie, in signs that need no escape.
    package func cookie() throws -> String {
        Base64URL.encode(try JSONEncoder().encode(self))
    }

    func isOver(at now: Instant) -> Bool {
        let age = now.duration(since: begunAt)
        return age >= Self.lifetime || age < .zero
    }
}
