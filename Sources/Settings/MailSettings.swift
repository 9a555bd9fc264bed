import Foundation

/// Where mail is handed over, and in whose name.
package struct MailSettings: Hashable, Sendable {
    package var delivery = MailDelivery.maildir("mail")
    package var from = "avtalt@avtalt.example"
    package var security = MailSecurity.starttls
    package var password: Secret?
    /// File of the certificate authorities that the server's certificate may come from; nil for
    /// the system's.
    package var authorities: String?
    /// Connections to the server that are open at the same time, at most.
    package var connections = 8
    /// Mails that a process sends in a minute at most; nil for as many as the server takes.
    package var perMinute: Int?

    package init() {}

    mutating func take(from reader: inout SettingsReader) {
        delivery = reader.value(
            "mail.delivery", default: delivery,
            expected: "maildir:FOLDER or smtp://user@host:port (the password goes in "
                + "mail.password_file)",
            shown: concealingLogins(in:)
        ) { MailDelivery($0) }
        from = reader.value("mail.from", default: from, expected: "an address such as a@b.no") {
            let parts = $0.split(separator: "@", omittingEmptySubsequences: false)
            let isAddress =
                parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && !$0.contains(" ")
            return isAddress ? $0 : nil
        }
        security = reader.choice("mail.security", default: security)
        password = reader.secret("mail.password")
        authorities = reader.optionalText("mail.authorities_file")
        connections = reader.integer("mail.connections", in: 1...64, default: connections)
        let perMinute = reader.integer("mail.per_minute", in: 0...100_000, default: 0)
        self.perMinute = perMinute == 0 ? nil : perMinute
        if password == nil, case .smtp(_, _, .some) = delivery {
            reader.reject(
                "mail.delivery", "names a user; mail.password or mail.password_file must be given")
        }
    }
}

/// Who takes the mail.
package enum MailDelivery: Hashable, Sendable {
    /// A folder to which each message is written as a file, for rehearsals and pick-up.
    case maildir(String)
    /// `port` is nil where the usual one of `security` is meant: 587, 465 with `tls`, 25 with
    /// `none`.
    case smtp(host: String, port: Int?, user: String?)

    /// Reads `maildir:FOLDER` or `smtp://user@host:port`; nil for any other text, and for a URL
    /// with a password.
    package init?(_ text: String) {
        if text.hasPrefix("maildir:") {
            let folder = String(text.dropFirst("maildir:".count))
            guard !folder.isEmpty else { return nil }
            self = .maildir(folder)
            return
        }
        guard let url = URLComponents(string: text), url.scheme == "smtp",
            let host = url.host, !host.isEmpty, url.password == nil,
            url.path.isEmpty || url.path == "/", url.query == nil, url.fragment == nil,
            (1...65_535).contains(url.port ?? 25)
        else { return nil }
        self = .smtp(host: host, port: url.port, user: url.user)
    }
}

/// How the way to the mail server is kept secret.
package enum MailSecurity: String, CaseIterable, Hashable, Sendable {
    case none
    /// In clear to begin with, encrypted before anything is said.
    case starttls
    /// Encrypted from the first byte.
    case tls

    /// The port that servers use for it.
    package var usualPort: Int {
        switch self {
        case .none: 25
        case .starttls: 587
        case .tls: 465
        }
    }
}
