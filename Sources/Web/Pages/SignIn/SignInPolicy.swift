import OpenID
import Register
import Secrets

/// How people sign in to the pages.
package struct SignInPolicy: Hashable, Sendable {
    /// Of passwords that are set from now on.
    package var passwordCost = PasswordHash.Cost.standard
    /// Whether people may sign in with a password of this system's own.
    package var takesPasswords = true
    /// Who vouches for people besides; nil for nobody.
    package var provider: ClientSettings?
    /// What people call the provider.
    package var providerName = "OpenID"
    package var sessions = SessionStore.Limits()
    /// Whether the peer is a server before this one, which names the browser's address last in
    /// `X-Forwarded-For`.
    package var isBehindProxy = false

    package init() {}
}
