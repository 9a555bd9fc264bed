import Foundation

/// How people sign in to the pages.
package struct SignInSettings: Hashable, Sendable {
    /// Whether with a password of this system's own.
    package var passwords = true
    /// A session that is not used ends after this long.
    package var idle = Duration.seconds(8 * 3600)
    /// A session ends after this long, however much it is used.
    package var longest = Duration.seconds(12 * 3600)
    /// Whether a server before this one names the browser's address in `X-Forwarded-For`.
    package var behindProxy = false
    /// Nil where nobody else vouches for people.
    package var provider: Provider?

    /// An OpenID provider.
    package struct Provider: Hashable, Sendable {
        /// Exactly as the provider writes it in its tokens.
        package var issuer: String
        package var clientID: String
        package var clientSecret: Secret?
        /// What people call the provider.
        package var name: String
        /// How strongly the provider must know people, in its own words.
        package var assurance: [String]
        /// PEM file with the authorities of its certificate.
        package var authorities: String?
    }

    package init() {}

    mutating func take(from reader: inout SettingsReader) {
        passwords = reader.truth("sign_in.passwords", default: passwords)
        idle = .seconds(
            60 * reader.integer("sign_in.idle_minutes", in: 5...1440, default: 480))
        longest = .seconds(
            3600 * reader.integer("sign_in.longest_hours", in: 1...24, default: 12))
        behindProxy = reader.truth("sign_in.behind_proxy", default: behindProxy)
        takeProvider(from: &reader)
        if !passwords, provider == nil {
            reader.reject(
                "sign_in.passwords",
                "is false, and sign_in.oidc.issuer is not set: nobody could sign in")
        }
    }

    private mutating func takeProvider(from reader: inout SettingsReader) {
        let issuer =
            reader.optionalText("sign_in.oidc.issuer") == nil
            ? ""
            : reader.value(
                "sign_in.oidc.issuer", default: "",
                expected: "an address such as https://login.example/v2.0, or http on loopback"
            ) { Self.isIssuer($0) ? $0 : nil }
        let clientID = reader.optionalText("sign_in.oidc.client_id")
        let clientSecret = reader.secret("sign_in.oidc.client_secret")
        let name = reader.text("sign_in.oidc.name", default: "Entra ID")
        let assurance = reader.optionalText("sign_in.oidc.assurance") ?? ""
        let authorities = reader.optionalText("sign_in.oidc.ca_file")
        if let authorities, !FileManager.default.isReadableFile(atPath: authorities) {
            reader.reject("sign_in.oidc.ca_file", "«\(authorities)» is not there to be read")
        }
        guard !issuer.isEmpty else { return }
        guard let clientID else {
            reader.reject("sign_in.oidc.issuer", "needs sign_in.oidc.client_id")
            return
        }
        provider = Provider(
            issuer: issuer, clientID: clientID, clientSecret: clientSecret, name: name,
            assurance: assurance.split(separator: " ").map(String.init), authorities: authorities)
    }

    private static func isIssuer(_ text: String) -> Bool {
        guard let url = URLComponents(string: text), let host = url.host, !host.isEmpty,
            url.query == nil, url.fragment == nil
        else { return false }
        let isLoopback = host == "localhost" || host == "127.0.0.1"
        return url.scheme == "https" || (url.scheme == "http" && isLoopback)
    }
}
