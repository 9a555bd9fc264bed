import Foundation

/// A certificate authority of the tests' own, and what it has issued, made by `openssl`.
package struct Certificates: Sendable {
    private static let program = "/usr/bin/openssl"

    private let folder: TemporaryFolder

    /// The authority.
    package var authority: String { folder.path("ca.pem") }
    /// An authority that has issued nothing here.
    package var stranger: String { folder.path("stranger.pem") }
    /// What clients show, for `CN=worker`.
    package var client: (certificate: String, key: String) {
        (folder.path("worker.pem"), folder.path("worker.key"))
    }
    /// What the server shows.
    package var server: (certificate: String, key: String) {
        (folder.path("server.pem"), folder.path("server.key"))
    }

    /// - Parameter host: The name that the server's certificate is for, `DNS:localhost`.
    package init(for host: String) async throws {
        folder = try TemporaryFolder()
        for name in ["ca", "stranger"] {
            try await openssl(
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj",
                "/CN=avtalt test \(name)", "-addext", "basicConstraints=critical,CA:TRUE",
                "-keyout", folder.path("\(name).key"), "-out", folder.path("\(name).pem"))
        }
        try await issue("server", extensions: "subjectAltName=\(host)")
        try await issue("worker", extensions: "extendedKeyUsage=clientAuth")
    }

    private func issue(_ name: String, extensions: String) async throws {
        try Data("\(extensions)\n".utf8).write(to: folder.url.appendingPathComponent("extensions"))
        try await openssl(
            "req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=\(name)", "-keyout",
            folder.path("\(name).key"), "-out", folder.path("\(name).csr"))
        try await openssl(
            "x509", "-req", "-days", "30", "-in", folder.path("\(name).csr"), "-CA", authority,
            "-CAkey", folder.path("ca.key"), "-CAcreateserial", "-extfile",
            folder.path("extensions"), "-out", folder.path("\(name).pem"))
    }

    private func openssl(_ arguments: String...) async throws {
        try await Tool.run(Self.program, arguments)
    }

    /// Lines of `rabbitmq.conf` for a listener that takes only clients of the authority.
    func listener(port: Int) -> [String] {
        [
            "listeners.ssl.default = 127.0.0.1:\(port)",
            "ssl_options.cacertfile = \(authority)",
            "ssl_options.certfile = \(server.certificate)",
            "ssl_options.keyfile = \(server.key)",
            "ssl_options.verify = verify_peer",
            "ssl_options.fail_if_no_peer_cert = true",
        ]
    }
}
