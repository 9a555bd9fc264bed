import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A real OpenID provider on the loopback, `oidc-provider-mock` from PyPI, which lets everybody in
/// as whoever they say they are.
///
/// It has the code flow, nonces, RS256 and an end-session page, and leaves `kid` out of its tokens;
/// provider.py has it check PKCE as well.
package final class OpenIDProvider: Sendable {
    /// Why there is none.
    package enum Trouble: Error, CustomStringConvertible {
        case missing(program: String)
        case silent
        case noRedirect(status: Int)

        package var description: String {
            switch self {
            case .missing(let program):
                "There is no \(program): `ops/packages test` installs it."
            case .silent: "The provider has ended, or has not answered within 30 seconds."
            case .noRedirect(let status): "The provider sent nobody back: status \(status)."
            }
        }
    }

    package let issuer: String
    private let process: Process

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    private static let root = folder.deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Starts one that is ready to be asked.
    package static func start() async throws -> OpenIDProvider {
        let program = root.appending(path: ".build-python/test/bin/python").path
        guard FileManager.default.isExecutableFile(atPath: program) else {
            throw Trouble.missing(program: program)
        }
        let provider = try OpenIDProvider(program: program, port: Port.free()[0])
        try await provider.waitUntilReady()
        return provider
    }

    private init(program: String, port: Int) throws {
        issuer = "http://127.0.0.1:\(port)"
        process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = [
            "-B", Self.folder.appending(path: "provider.py").path, "--port", String(port),
            "--require-nonce", "true",
        ]
        process.environment = [
            "AUTHLIB_INSECURE_TRANSPORT": "1", "PYTHONWARNINGS": "ignore",
        ]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.start()
    }

    /// Ends the process that was started, and nothing else.
    ///
    /// Asked politely it would wait for connections that are kept open.
    package func stop() {
        guard process.isRunning else { return }
        kill(process.processIdentifier, SIGKILL)
    }

    /// Says yes at the page that a sign-in leads to, as this subject; answers where the browser is
    /// sent back to.
    package func consent(at address: String, as subject: String) async throws -> String {
        guard let url = URL(string: address) else { throw Trouble.noRedirect(status: 0) }
        var request = URLRequest(url: url)
        request.httpMethod = "POST"
        request.setValue(
            "application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
        request.httpBody = Data("sub=\(subject)".utf8)
        let session = URLSession(
            configuration: .ephemeral, delegate: Staying(), delegateQueue: nil)
        defer { session.invalidateAndCancel() }
        let (_, response) = try await session.data(for: request)
        guard let answer = response as? HTTPURLResponse,
            let location = answer.value(forHTTPHeaderField: "Location")
        else {
            throw Trouble.noRedirect(status: (response as? HTTPURLResponse)?.statusCode ?? 0)
        }
        return location
    }

    private func waitUntilReady() async throws {
        let port = Int(issuer.split(separator: ":").last ?? "") ?? 0
        let isReady = try await answer(within: .seconds(30), while: process.isRunning) {
            Port.answers(port) ? true : nil
        }
        guard isReady == nil else { return }
        stop()
        throw Trouble.silent
    }

    /// A browser that looks where it is sent before it goes there.
    private final class Staying: NSObject, URLSessionTaskDelegate {
        func urlSession(
            _ session: URLSession, task: URLSessionTask,
            willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
            completionHandler: @escaping @Sendable (URLRequest?) -> Void
        ) {
            completionHandler(nil)
        }
    }
}
