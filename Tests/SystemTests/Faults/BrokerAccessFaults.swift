import Foundation
import Settings
import Support
import Testing

extension SystemTests {
    /// Brokers that do not let a process in, or that it must not trust: each ends it with the
    /// documented exit code and a sentence, and none makes it hang.
    @Suite struct BrokerAccessFaults {
        /// An address that cannot be used, and how it must end a process.
        struct Refusal: CustomTestStringConvertible, Sendable {
            let testDescription: String
            let status: Int32
            let says: String
            var change: @Sendable (inout BrokerAddress, Broker) -> Void = { _, _ in }
            /// Settings beside the address.
            var settings: @Sendable (Certificates) -> [String: String] = { _ in [:] }

            init(
                _ description: String, _ status: Int32, _ says: String,
                change: @escaping @Sendable (inout BrokerAddress, Broker) -> Void = { _, _ in },
                settings: @escaping @Sendable (Certificates) -> [String: String] = { _ in [:] }
            ) {
                testDescription = description
                self.status = status
                self.says = says
                self.change = change
                self.settings = settings
            }
        }

        @Sendable private static func tls(_ address: inout BrokerAddress, _ broker: Broker) {
            address.usesTLS = true
            address.host = "localhost"
            address.port = broker.securePort
        }

        @Sendable private static func trust(_ certificates: Certificates) -> [String: String] {
            [
                "AVTALT_QUEUE_CA_FILE": certificates.authority,
                "AVTALT_QUEUE_CERTIFICATE_FILE": certificates.client.certificate,
                "AVTALT_QUEUE_KEY_FILE": certificates.client.key,
            ]
        }

        static let refusals = [
            Refusal("a wrong password", 77, "see the user, the password") { address, _ in
                address.password = Secret("open-sesame")
            },
            Refusal("an unknown user", 77, "see the user, the password") { address, _ in
                address.user = "nobody"
            },
            Refusal("a wrong virtual host", 77, "virtual host") { address, _ in
                address.virtualHost = "nowhere"
            },
            Refusal("a certificate for another host", 69, "its certificate must be for that host") {
                address, broker in
                tls(&address, broker)
                address.host = "127.0.0.1"
            } settings: {
                trust($0)
            },
            Refusal("an unknown authority", 69, "issued by a CA of queue_ca_file") {
                tls(&$0, $1)
            } settings: {
                trust($0).merging(["AVTALT_QUEUE_CA_FILE": $0.stranger]) { $1 }
            },
            Refusal("a missing file of authorities", 78, "/nowhere/ca.pem cannot be used") {
                tls(&$0, $1)
            } settings: {
                trust($0).merging(["AVTALT_QUEUE_CA_FILE": "/nowhere/ca.pem"]) { $1 }
            },
            Refusal("a file of authorities that is none", 78, "must be a PEM file") {
                tls(&$0, $1)
            } settings: {
                trust($0).merging(["AVTALT_QUEUE_CA_FILE": $0.client.key]) { $1 }
            },
            Refusal("a key of another certificate", 78, "cannot be used") {
                tls(&$0, $1)
            } settings: {
                trust($0).merging(["AVTALT_QUEUE_KEY_FILE": $0.server.key]) { $1 }
            },
        ]

        @Test(arguments: refusals)
        func `a broker that cannot be used ends a process with its code and a sentence`(
            _ refusal: Refusal
        ) async throws {
            let broker = try await Broker.ofThisRun()
            var address = try await broker.virtualHost()
            refusal.change(&address, broker)
            let certificates = try #require(broker.certificates)
            let environment = ["AVTALT_QUEUE": Broker.url(of: address)]
                .merging(refusal.settings(certificates)) { $1 }
            let office = try await Probes(environment, at: address).office

            for program in [Program.coordinator, .faultWorker, .avtalt] {
                let ended = try await office.run(
                    program, program == .avtalt ? ["run", "--on", "2013-03-01"] : [],
                    environment: environment, within: .seconds(30))

                #expect(ended.status == refusal.status && !ended.wasKilled, "\(program)")
                #expect(ended.errors.contains(refusal.says), "\(ended.errors)")
                #expect(
                    ended.errors.contains("\(address.host):\(address.port)")
                        || refusal.status == 78, "\(ended.errors)")
                #expect(!ended.errors.contains("open-sesame"))
            }
        }

        @Test func `amqps with a client's certificate does its work with TLS 1.2 or later`()
            async throws
        {
            let broker = try await Broker.ofThisRun()
            let certificates = try #require(broker.certificates)
            var address = try await broker.virtualHost()
            Self.tls(&address, broker)
            var load = try await Load(at: address, Self.trust(certificates))
            try load.ask(200)

            try await load.start()
            let connections = try await broker.connections(6, to: address)

            for connection in connections {
                #expect(["tlsv1.2", "tlsv1.3"].contains(connection.tls), "\(connection)")
                #expect(connection.client == "CN=worker")
            }
            try await load.finish(number: "–", "amqps with a client's certificate")
        }

        /// A broker that speaks nothing newer, played by `openssl`.
        @Test func `a broker that has only TLS 1.1 is not talked to`() async throws {
            let certificates = try #require(try await Broker.ofThisRun().certificates)
            let port = try Port.free()[0]
            let office = try Office()
            let server = try Running(
                "/usr/bin/openssl",
                [
                    "s_server", "-accept", "127.0.0.1:\(port)", "-tls1_1", "-quiet", "-cipher",
                    "ALL:@SECLEVEL=0", "-cert", certificates.server.certificate, "-key",
                    certificates.server.key,
                ], environment: [:], in: office.folder.url)
            try await office.waits { Port.answers(port) }

            let ended = try await office.run(
                .faultWorker, ["--once"],
                environment: Self.trust(certificates).merging([
                    "AVTALT_QUEUE": "amqps://guest:guest@localhost:\(port)/"
                ]) { $1 }, within: .seconds(30))
            server.send(SIGKILL)
            _ = try await server.end(within: .seconds(5))

            #expect(ended.status == 69 && !ended.wasKilled, "\(ended.errors)")
            #expect(ended.errors.contains("localhost:\(port) is not trusted"), "\(ended.errors)")
        }

        /// TLS 1.3 tells a client of it only after the client has finished its part.
        @Test func `a broker that wants a certificate says so to a process without one`()
            async throws
        {
            let broker = try await Broker.ofThisRun()
            let certificates = try #require(broker.certificates)
            var address = try await broker.virtualHost()
            Self.tls(&address, broker)

            let ended = try await Office().run(
                .faultWorker, ["--once"],
                environment: [
                    "AVTALT_QUEUE": Broker.url(of: address),
                    "AVTALT_QUEUE_CA_FILE": certificates.authority,
                ], within: .seconds(30))

            #expect(ended.status == 69 && !ended.wasKilled)
            #expect(ended.errors.contains("localhost:\(broker.securePort)"), "\(ended.errors)")
        }

        @Test(arguments: [false, true])
        func `a broker that says nothing is not waited for longer than a call may take`(
            usesTLS: Bool
        ) async throws {
            let broker = try await Broker.ofThisRun()
            let certificates = try #require(broker.certificates)
            let proxy = try Proxy(to: usesTLS ? broker.securePort : broker.port)
            proxy.silence()

            let ended = try await Office().run(
                .faultWorker, ["--once"],
                environment: Self.trust(certificates).merging([
                    "AVTALT_QUEUE":
                        "amqp\(usesTLS ? "s" : "")://guest:guest@localhost:\(proxy.port)/"
                ]) { $1 }, within: .seconds(30))

            #expect(ended.status == 69 && !ended.wasKilled)
            #expect(ended.duration < .seconds(20))
            #expect(ended.errors.contains("localhost:\(proxy.port)"), "\(ended.errors)")
        }
    }
}
