import Foundation

/// Where tasks and results go.
package enum QueueAddress: Hashable, Sendable {
    /// The queue in the register itself; its workers run in the coordinator's process.
    case embedded
    /// One broker, or the nodes of a cluster: any of them will do. Never empty, and all with the
    /// same virtual host.
    case brokers([BrokerAddress])

    /// Reads `embedded`, or `amqp://` and `amqps://` URLs separated by commas; nil for any other
    /// text, and for URLs of several virtual hosts.
    package init?(_ text: String) {
        guard text != "embedded" else {
            self = .embedded
            return
        }
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        let brokers = parts.compactMap {
            BrokerAddress($0.trimmingCharacters(in: .whitespaces))
        }
        guard brokers.count == parts.count, Set(brokers.map(\.virtualHost)).count == 1 else {
            return nil
        }
        self = .brokers(brokers)
    }
}

extension QueueAddress: CustomStringConvertible {
    /// As it is written, less the passwords.
    package var description: String {
        switch self {
        case .embedded: "embedded"
        case .brokers(let brokers): brokers.map(\.description).joined(separator: ",")
        }
    }
}

/// One node of a message broker, and how to log in there.
package struct BrokerAddress: Hashable, Sendable {
    package var host: String
    package var port: Int
    package var user: String
    package var password: Secret
    package var virtualHost: String
    package var usesTLS: Bool
    package var tls = TLSFiles()

    /// PEM files for `amqps`.
    package struct TLSFiles: Hashable, Sendable {
        /// Debian's list of certificate authorities, for brokers whose authority is not named.
        package static let systemAuthorities = "/etc/ssl/certs/ca-certificates.crt"

        /// The authorities that a broker's certificate may come from; nil for the system's.
        package var caFile: String?
        /// What this process shows to brokers that want to know it, with its key.
        package var certificateFile: String?
        package var keyFile: String?
    }

    /// Reads `amqp://user:password@host:port/vhost` with its percent-encoding; without them the
    /// user and password are `guest`, the port 5672, or 5671 with `amqps`, the virtual host `/`.
    package init?(_ text: String) {
        guard let url = URLComponents(string: text), let host = url.host, !host.isEmpty,
            let scheme = url.scheme, scheme == "amqp" || scheme == "amqps",
            url.query == nil, url.fragment == nil
        else { return nil }
        let path = url.percentEncodedPath.dropFirst()
        guard !path.contains("/"), let name = String(path).removingPercentEncoding else {
            return nil
        }
        usesTLS = scheme == "amqps"
        self.host = host.trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
        port = url.port ?? (usesTLS ? 5671 : 5672)
        guard (1...65_535).contains(port) else { return nil }
        user = url.user ?? "guest"
        password = Secret(url.password ?? "guest")
        virtualHost = name.isEmpty ? "/" : name
    }
}

extension BrokerAddress: CustomStringConvertible {
    package var description: String {
        "\(usesTLS ? "amqps" : "amqp")://\(user):\(password)@\(host):\(port)/\(virtualHost)"
    }
}

extension SettingsReader {
    /// The keys `queue`, `queue_password`, `queue_password_file`, `queue_ca_file`,
    /// `queue_certificate_file` and `queue_key_file`.
    mutating func queue(default standard: QueueAddress) -> QueueAddress {
        let address = value(
            "queue", default: standard,
            expected: "embedded, or amqp://user:password@host:port/vhost (or amqps://…), several "
                + "separated by commas with the same vhost",
            shown: concealingLogins(in:)
        ) { QueueAddress($0) }
        let password = secret("queue_password")
        let tls = queueFiles()
        guard case .brokers(let brokers) = address else { return address }
        return .brokers(
            brokers.map { broker in
                var broker = broker
                if let password { broker.password = password }
                broker.tls = tls
                return broker
            })
    }

    private mutating func queueFiles() -> BrokerAddress.TLSFiles {
        let files = BrokerAddress.TLSFiles(
            caFile: optionalText("queue_ca_file"),
            certificateFile: optionalText("queue_certificate_file"),
            keyFile: optionalText("queue_key_file"))
        if (files.certificateFile == nil) != (files.keyFile == nil) {
            reject(
                files.keyFile == nil ? "queue_certificate_file" : "queue_key_file",
                "certificate and key go together; give both or neither")
        }
        return files
    }
}

/// The text with whatever stands before an `@` in each URL left out: a password may be there.
func concealingLogins(in text: String) -> String {
    text.split(separator: ",", omittingEmptySubsequences: false).map { part in
        guard let at = part.lastIndex(of: "@") else { return String(part) }
        let start = part.range(of: "://").map { $0.upperBound } ?? part.startIndex
        guard start <= at else { return "••••" + part[at...] }
        return part[..<start] + "••••" + part[at...]
    }.joined(separator: ",")
}
