/// The site's cookies: none is read by scripts, and none goes to another site.
struct CookieJar: Hashable, Sendable {
    /// Whether browsers are told to send them encrypted only; then their names say so as well,
    /// and no other host of the same domain can set them (RFC 6265bis, 4.1.3.2).
    let isEncrypted: Bool

    /// The session's token.
    var session: String { name("avtalt") }
    /// What the forms of somebody who is not signed in bring along.
    var visitor: String { name("avtalt-visitor") }
    /// A device on which its user signed in before.
    var device: String { name("avtalt-device") }
    /// A sign-in that is under way at the OpenID provider.
    var pending: String { name("avtalt-pending") }
    /// The language of somebody who is not signed in.
    var language: String { name("avtalt-language") }

    /// A whole `Set-Cookie` value; without `maxAge` it lasts as long as the browser is open.
    func set(_ name: String, to value: String, maxAge: Int? = nil) -> String {
        let age = maxAge.map { "; Max-Age=\($0)" } ?? ""
        return "\(name)=\(value)\(age); Path=/; HttpOnly; SameSite=Lax"
            + (isEncrypted ? "; Secure" : "")
    }

    func remove(_ name: String) -> String { set(name, to: "", maxAge: 0) }

    private func name(_ name: String) -> String { isEncrypted ? "__Host-\(name)" : name }
}
