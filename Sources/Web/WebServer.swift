import Hummingbird
import Logging
import ServiceLifecycle

/// Serves the pages until the process ends.
package struct WebServer: Service {
    /// Why it does not answer.
    package enum Error: Swift.Error, CustomStringConvertible {
        case cannotListen(host: String, port: Int, reason: String)

        package var description: String {
            switch self {
            case .cannotListen(let host, let port, let reason):
                """
                Cannot listen on \(host):\(port) (\(reason)): web.listen must be an address of \
                this machine and a port that is free.
                """
            }
        }
    }

    private let site: Site
    private let host: String
    private let port: Int

    package init(site: Site, host: String, port: Int) {
        self.site = site
        self.host = host
        self.port = port
    }

    package func run() async throws {
        let logger = site.surroundings.logger
        var quiet = logger
        quiet.logLevel = max(logger.logLevel, .warning)
        do {
            try await Application(
                router: site.router(),
                configuration: ApplicationConfiguration(
                    address: .hostname(host, port: port), serverName: "avtalt"),
                onServerRunning: { channel in
                    let address = channel.localAddress
                    logger.info(
                        "The pages are served.",
                        metadata: [
                            "web.host": "\(address?.ipAddress ?? host)",
                            "web.port": "\(address?.port ?? port)",
                        ])
                },
                logger: quiet
            ).run()
        } catch let error where !(error is CancellationError) {
            throw Error.cannotListen(host: host, port: port, reason: "\(error)")
        }
    }
}
