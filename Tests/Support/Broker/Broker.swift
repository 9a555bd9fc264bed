import Foundation
import Settings

/// A RabbitMQ of the tests' own: own data folder, ports, node name and cookie, loopback only.
///
/// One is shared by the whole test run. A test that breaks its broker starts one for itself, which
/// ends when the test lets go of it, and at the latest when this process ends, however it ends.
package actor Broker {
    /// Why there is no broker.
    package enum Trouble: Error, CustomStringConvertible {
        case missing(program: String)
        case noPort
        case notReady(log: String)
        case stillThere
        case refused(path: String, status: Int)
        case failed(command: String, output: String)

        package var description: String {
            switch self {
            case .missing(let program):
                "\(program) is not there: run ops/packages test, which installs it."
            case .noPort: "There is no free port on 127.0.0.1."
            case .notReady(let log): "The broker has not become ready in time. Its log ends: \(log)"
            case .stillThere: "The broker still answers though it was killed."
            case .refused(let path, let status): "The broker answers \(path) with \(status)."
            case .failed(let command, let output): "«\(command)» did not succeed: \(output)"
            }
        }
    }

    /// The one of this test run, started when it is first asked for.
    private static let running = Task {
        try await Broker(certificates: try await Certificates(for: "DNS:localhost"))
    }

    /// The broker of this test run; throws if it cannot be started, so that a test fails.
    package static func ofThisRun() async throws -> Broker { try await running.value }

    static let patience = Duration.seconds(120)

    /// What its second listener shows and takes; its certificate is for `localhost`.
    package nonisolated let certificates: Certificates?
    let folder: BrokerFolder
    let supervisor: BrokerSupervisor
    var lastHost = 0

    /// Starts a broker and waits until it is ready, for about 7 seconds.
    ///
    /// - Parameters:
    ///   - settings: Further lines of `rabbitmq.conf`.
    ///   - certificates: Gives it a second listener, with TLS.
    package init(settings: [String] = [], certificates: Certificates? = nil) async throws {
        self.certificates = certificates
        folder = try BrokerFolder(settings: settings, certificates: certificates)
        supervisor = try BrokerSupervisor(folder)
        try await becomeReady()
    }

    /// Its port for `amqp`.
    package nonisolated var port: Int { folder.port }
    /// Its port for `amqps`, where it has certificates.
    package nonisolated var securePort: Int { folder.securePort }

    /// Waits until it takes connections.
    func becomeReady() async throws {
        let end = ContinuousClock.now + Self.patience
        while ContinuousClock.now < end, supervisor.isRunning {
            do {
                if try await status(of: "GET", "health/checks/port-listener/\(port)") == 200 {
                    return
                }
            } catch is URLError {
                // Nobody listens yet.
            }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw Trouble.notReady(log: folder.endOfOutput)
    }

    /// The address as `AVTALT_QUEUE` takes it.
    package nonisolated static func url(of address: BrokerAddress) -> String {
        "\(address.usesTLS ? "amqps" : "amqp")://\(address.user):\(address.password.reveal())"
            + "@\(address.host):\(address.port)/"
            + (address.virtualHost == "/" ? "" : address.virtualHost)
    }

    /// The address of a virtual host; of the one that a new broker has if left out.
    package nonisolated func address(of virtualHost: String = "") -> BrokerAddress {
        guard let address = BrokerAddress("amqp://guest:guest@127.0.0.1:\(port)/\(virtualHost)")
        else { preconditionFailure("The address of a virtual host of the tests is well formed.") }
        return address
    }
}
