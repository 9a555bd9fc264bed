import Hummingbird
import Logging
import ServiceLifecycle

/// Answers `GET /metrics` for Prometheus, `/live` while the process runs, and `/ready` while it
/// does what it is there for; nothing else. It asks nobody who they are, and shows numbers alone.
package struct MonitoringServer: Service {
    /// Where it listens.
    package struct Address: Hashable, Sendable {
        package var host: String
        package var port: Int

        package init(host: String, port: Int) {
            self.host = host
            self.port = port
        }
    }

    /// Why it does not answer.
    package enum Error: Swift.Error, CustomStringConvertible {
        case cannotListen(Address, reason: String)

        package var description: String {
            switch self {
            case .cannotListen(let address, let reason):
                """
                Cannot listen on \(address.host):\(address.port) (\(reason)): monitoring.listen \
                must be an address of this machine and a port that is free.
                """
            }
        }
    }

    private let address: Address
    private let logger: Logger
    private let isReady: @Sendable () async -> Bool
    private let metrics: @Sendable () async throws -> String

    /// The content type of the text format.
    private static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    package init(
        address: Address, logger: Logger,
        isReady: @escaping @Sendable () async -> Bool,
        metrics: @escaping @Sendable () async throws -> String
    ) {
        self.address = address
        self.logger = logger
        self.isReady = isReady
        self.metrics = metrics
    }

    package func run() async throws {
        let router = Router()
        router.get("/live") { _, _ in "The process runs.\n" }
        router.get("/ready") { _, _ in
            let isReady = await isReady()
            return Response(
                status: isReady ? .ok : .serviceUnavailable,
                body: ResponseBody(
                    byteBuffer: ByteBuffer(string: isReady ? "Ready.\n" : "Not ready.\n")))
        }
        router.get("/metrics") { _, _ in
            Response(
                status: .ok, headers: [.contentType: Self.contentType],
                body: ResponseBody(byteBuffer: ByteBuffer(string: try await metrics())))
        }
        var quiet = logger
        quiet.logLevel = max(logger.logLevel, .warning)
        do {
            try await Application(
                router: router,
                configuration: ApplicationConfiguration(
                    address: .hostname(address.host, port: address.port), serverName: "avtalt"),
                logger: quiet
            ).run()
        } catch let error where !(error is CancellationError) {
            throw Error.cannotListen(address, reason: "\(error)")
        }
    }
}
