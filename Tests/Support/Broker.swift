import Foundation
import Settings

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A RabbitMQ of the test run's own: own data folder, ports, node name and cookie, loopback only.
///
/// A shell script stands between: it runs the port mapper and the broker, and ends both by their
/// process ids and removes the folder when its standard input closes, which is when this process
/// ends, however it ends.
package actor Broker {
    /// Why there is no broker.
    package enum Trouble: Error, CustomStringConvertible {
        case missing(program: String)
        case noPort
        case notReady(log: String)
        case refused(path: String, status: Int)

        package var description: String {
            switch self {
            case .missing(let program):
                "\(program) is not there: run ops/packages test, which installs rabbitmq-server."
            case .noPort: "There is no free port on 127.0.0.1."
            case .notReady(let log): "The broker has not become ready in time. Its log ends: \(log)"
            case .refused(let path, let status): "The broker answers \(path) with \(status)."
            }
        }
    }

    /// The one of this test run, started when it is first asked for.
    private static let running = Task { try await Broker() }

    /// The broker of this test run; throws if it cannot be started, so that a test fails.
    package static func ofThisRun() async throws -> Broker { try await running.value }

    private static let programs = "/usr/lib/rabbitmq/bin"
    private static let patience = Duration.seconds(120)

    private let folder: URL
    private let lifeline = Pipe()
    private let supervisor = Process()
    private let port: Int
    private let managementPort: Int
    private var lastHost = 0

    private init() async throws {
        let server = "\(Self.programs)/rabbitmq-server"
        guard FileManager.default.isExecutableFile(atPath: server) else {
            throw Trouble.missing(program: server)
        }
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("avtalt-broker-\(UUID().uuidString)")
        let ports = try Self.freePorts(4)
        port = ports[0]
        managementPort = ports[1]
        try Self.prepare(folder, managementPort: managementPort)
        supervisor.executableURL = URL(fileURLWithPath: "/bin/bash")
        supervisor.arguments = ["-c", Self.script, "avtalt-test-broker", server]
        supervisor.environment = Self.environment(
            folder, port: port, distributionPort: ports[2], mapperPort: ports[3])
        supervisor.standardInput = lifeline
        supervisor.standardOutput = FileHandle.nullDevice
        supervisor.standardError = FileHandle.nullDevice
        try supervisor.run()
        try await becomeReady()
    }

    /// Ends what it started by process id; `cat` returns when the last writer is gone.
    private static let script = """
        trap '' INT TERM HUP
        epmd -port "$ERL_EPMD_PORT" -address 127.0.0.1 &
        mapper=$!
        "$1" </dev/null >"$HOME/output" 2>&1 &
        server=$!
        cat >/dev/null
        kill -KILL "$(cat "$RABBITMQ_PID_FILE" || echo "$server")" 2>/dev/null
        wait "$server"
        kill -KILL "$mapper"
        wait "$mapper"
        rm -rf "$HOME"
        """

    private static func environment(
        _ folder: URL, port: Int, distributionPort: Int, mapperPort: Int
    ) -> [String: String] {
        let home = folder.path
        return [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
            "HOME": home,
            "LANG": "C.UTF-8",
            "RABBITMQ_NODENAME": "avtalt-test-\(port)@localhost",
            "RABBITMQ_NODE_IP_ADDRESS": "127.0.0.1",
            "RABBITMQ_NODE_PORT": "\(port)",
            "RABBITMQ_DIST_PORT": "\(distributionPort)",
            "RABBITMQ_MNESIA_BASE": "\(home)/mnesia",
            "RABBITMQ_LOG_BASE": "\(home)/log",
            "RABBITMQ_PID_FILE": "\(home)/pid",
            "RABBITMQ_ENABLED_PLUGINS_FILE": "\(home)/plugins",
            "RABBITMQ_CONFIG_FILE": "\(home)/rabbitmq.conf",
            "RABBITMQ_CONF_ENV_FILE": "/dev/null",
            "RABBITMQ_GENERATED_CONFIG_DIR": "\(home)/generated",
            "RABBITMQ_SCHEMA_DIR": "\(home)/schema",
            "ERL_EPMD_PORT": "\(mapperPort)",
            "ERL_EPMD_ADDRESS": "127.0.0.1",
            // Idle schedulers do not spin: the tests beside need the processor.
            "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS":
                "-kernel inet_dist_use_interface {127,0,0,1} +S 2:2 +sbwt none +sbwtdcpu none "
                + "+sbwtdio none",
        ]
    }

    private static func prepare(_ folder: URL, managementPort: Int) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        func write(_ text: String, to name: String) throws {
            try text.write(
                to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
        }
        try write("[rabbitmq_management].\n", to: "plugins")
        try write(
            """
            management.tcp.ip = 127.0.0.1
            management.tcp.port = \(managementPort)
            disk_free_limit.absolute = 50MB

            """, to: "rabbitmq.conf")
        try write(UUID().uuidString, to: ".erlang.cookie")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o400],
            ofItemAtPath: folder.appendingPathComponent(".erlang.cookie").path)
    }

    private static func freePorts(_ count: Int) throws -> [Int] {
        let sockets = (0..<count).map { _ in socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) }
        defer { for socket in sockets { close(socket) } }
        return try sockets.map { socket in
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            var length = socklen_t(MemoryLayout<sockaddr_in>.size)
            let isBound = withUnsafeMutablePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    bind(socket, $0, length) == 0 && getsockname(socket, $0, &length) == 0
                }
            }
            guard isBound else { throw Trouble.noPort }
            return Int(UInt16(bigEndian: address.sin_port))
        }
    }

    private func becomeReady() async throws {
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
        let log = FileManager.default.contents(atPath: folder.appendingPathComponent("output").path)
        throw Trouble.notReady(log: String(decoding: (log ?? Data()).suffix(2000), as: UTF8.self))
    }

    // MARK: Virtual hosts

    /// Makes an empty virtual host, and answers its address.
    package func virtualHost() async throws -> BrokerAddress {
        lastHost += 1
        let name = "test-\(lastHost)"
        try await call("PUT", "vhosts/\(name)", expecting: 201)
        return try address(of: name)
    }

    /// Deletes everything in a virtual host, and every connection to it.
    package func empty(_ address: BrokerAddress) async throws {
        try await call("DELETE", "vhosts/\(address.virtualHost)", expecting: 204)
        try await call("PUT", "vhosts/\(address.virtualHost)", expecting: 201)
    }

    /// Deletes a queue with what is in it.
    package func delete(queue: String, at address: BrokerAddress) async throws {
        try await call("DELETE", "queues/\(address.virtualHost)/\(queue)", expecting: 204)
    }

    /// Breaks every connection to a virtual host off, once the broker has listed so many, which
    /// it does every five seconds.
    package func breakConnections(_ count: Int, to address: BrokerAddress) async throws {
        struct Connection: Decodable { let name: String }
        var names: [String] = []
        let end = ContinuousClock.now + Self.patience
        while names.count < count {
            guard ContinuousClock.now < end else { throw Trouble.notReady(log: "\(names)") }
            try await Task.sleep(for: .milliseconds(100))
            let path = "vhosts/\(address.virtualHost)/connections"
            let data = try await answer(to: "GET", path).data
            names = try JSONDecoder().decode([Connection].self, from: data).map(\.name)
        }
        for name in names {
            let name = name.addingPercentEncoding(withAllowedCharacters: .alphanumerics)
            _ = try await status(of: "DELETE", "connections/\(name ?? "")")
        }
    }

    /// The address as `AVTALT_QUEUE` takes it.
    package nonisolated static func url(of address: BrokerAddress) -> String {
        "amqp://\(address.user):\(address.password.reveal())@\(address.host):\(address.port)/"
            + address.virtualHost
    }

    private func address(of virtualHost: String) throws -> BrokerAddress {
        guard let address = BrokerAddress("amqp://guest:guest@127.0.0.1:\(port)/\(virtualHost)")
        else { preconditionFailure("The address of a virtual host of the tests is well formed.") }
        return address
    }

    private func call(_ method: String, _ path: String, expecting expected: Int) async throws {
        let status = try await status(of: method, path)
        guard status == expected else { throw Trouble.refused(path: path, status: status) }
    }

    private func status(of method: String, _ path: String) async throws -> Int {
        try await answer(to: method, path).status
    }

    private func answer(to method: String, _ path: String) async throws -> (
        status: Int, data: Data
    ) {
        guard let url = URL(string: "http://127.0.0.1:\(managementPort)/api/\(path)") else {
            throw Trouble.refused(path: path, status: 0)
        }
        var request = URLRequest(url: url, timeoutInterval: 30)
        request.httpMethod = method
        let login = Data("guest:guest".utf8).base64EncodedString()
        request.setValue("Basic \(login)", forHTTPHeaderField: "Authorization")
        let (data, response) = try await URLSession.shared.data(for: request)
        return ((response as? HTTPURLResponse)?.statusCode ?? 0, data)
    }
}
