/// Whom a provider vouches for, by what never changes: no name, no address.
package struct Person: Hashable, Sendable {
    package let issuer: String
    /// `tid/oid` with Entra ID, else `sub`.
    package let subject: String
    /// What the provider calls its session, by which it can end ours (`sid`).
    package let providerSession: String?

    package init(issuer: String, subject: String, providerSession: String?) {
        self.issuer = issuer
        self.subject = subject
        self.providerSession = providerSession
    }
}
