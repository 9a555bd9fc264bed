/// Where and how mail is handed to a server.
package struct SMTPSettings: Hashable, Sendable {
    /// Whether the connection is encrypted.
    package enum Encryption: String, CaseIterable, Hashable, Sendable {
        /// From the first octet: `smtps://`, usually port 465.
        case implicit
        /// By STARTTLS; a server that does not offer it gets no mail.
        case required
        /// By STARTTLS where the server offers it.
        case optional
        /// Never; for a server on the same machine.
        case never
    }

    package var host: String
    package var port: Int
    package var encryption: Encryption
    package var user: String?
    /// Never written out: not in `description`, not in a dump, not in an outcome.
    package var password: String?
    /// What the client calls itself in EHLO.
    package var clientName: String
    package var connectTimeout: Duration
    /// For the whole of one delivery.
    package var timeout: Duration
    /// File of certificate authorities in PEM; nil for the system's.
    package var authorities: String?
    /// Connections that are open at the same time, at most.
    package var connections: Int
    /// How long a connection is kept without a mail. Servers end one after five minutes at the
    /// earliest (RFC 5321, 4.5.3.2.7).
    package var idle: Duration
    /// The most that leave in a minute, evenly; nil for as many as the server takes.
    package var mailsPerMinute: Int?

    package init(
        host: String,
        port: Int,
        encryption: Encryption,
        user: String? = nil,
        password: String? = nil,
        clientName: String = "localhost",
        connectTimeout: Duration = .seconds(10),
        timeout: Duration = .seconds(60),
        authorities: String? = nil,
        connections: Int = 8,
        idle: Duration = .seconds(15),
        mailsPerMinute: Int? = nil
    ) {
        self.host = host
        self.port = port
        self.encryption = encryption
        self.user = user
        self.password = password
        self.clientName = clientName
        self.connectTimeout = connectTimeout
        self.timeout = timeout
        self.authorities = authorities
        self.connections = connections
        self.idle = idle
        self.mailsPerMinute = mailsPerMinute
    }

    var url: String {
        let scheme = encryption == .implicit ? "smtps" : "smtp"
        let host = host.contains(":") ? "[\(host)]" : host
        return "\(scheme)://\(host):\(port)/\(clientName)"
    }
}

extension SMTPSettings: CustomStringConvertible, CustomReflectable {
    package var description: String {
        "\(host):\(port), encryption \(encryption.rawValue), "
            + (user.map { "as \($0)" } ?? "without login")
    }

    package var customMirror: Mirror { Mirror(self, children: ["server": description]) }
}
