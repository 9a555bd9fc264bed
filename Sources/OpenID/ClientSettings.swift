/// What an OpenID provider and this system know of each other.
package struct ClientSettings: Hashable, Sendable {
    /// Exactly as the provider writes it in its tokens.
    package var issuer: String
    package var clientID: String
    /// Nil for a client that has none and is proved by PKCE alone.
    package var clientSecret: String?
    /// Where the provider sends the browser back to.
    package var redirectURI: String
    /// Where the browser ends after the provider has signed it out.
    package var afterSignOut: String
    package var scopes = ["openid", "profile"]
    /// How strongly the provider must know the person, in its own words; empty for any way.
    package var assurance: [String] = []
    /// PEM file with the authorities of the provider's certificate; nil for the system's.
    package var authorities: String?

    package init(
        issuer: String, clientID: String, clientSecret: String?, redirectURI: String,
        afterSignOut: String
    ) {
        self.issuer = issuer
        self.clientID = clientID
        self.clientSecret = clientSecret
        self.redirectURI = redirectURI
        self.afterSignOut = afterSignOut
    }
}
