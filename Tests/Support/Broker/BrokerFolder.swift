import Foundation

/// Where a broker of the tests has everything that is its own, and what it is told.
struct BrokerFolder: Sendable {
    static let programs = "/usr/lib/rabbitmq/bin"

    let url: URL
    let port: Int
    let securePort: Int
    let managementPort: Int
    private let distributionPort: Int
    private let mapperPort: Int

    init(settings: [String], certificates: Certificates?) throws {
        let server = "\(Self.programs)/rabbitmq-server"
        guard FileManager.default.isExecutableFile(atPath: server) else {
            throw Broker.Trouble.missing(program: server)
        }
        url = FileManager.default.temporaryDirectory
            .appendingPathComponent("avtalt-broker-\(UUID().uuidString)")
        let ports = try Port.free(5)
        port = ports[0]
        managementPort = ports[1]
        distributionPort = ports[2]
        mapperPort = ports[3]
        securePort = ports[4]
        try prepare(settings + (certificates?.listener(port: securePort) ?? []))
    }

    private func prepare(_ settings: [String]) throws {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        func write(_ text: String, to name: String) throws {
            try text.write(
                to: url.appendingPathComponent(name), atomically: true, encoding: .utf8)
        }
        try write("[rabbitmq_management].\n", to: "plugins")
        let lines =
            [
                "management.tcp.ip = 127.0.0.1",
                "management.tcp.port = \(managementPort)",
                "disk_free_limit.absolute = 50MB",
            ] + settings
        try write(lines.map { $0 + "\n" }.joined(), to: "rabbitmq.conf")
        try write(UUID().uuidString, to: ".erlang.cookie")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o400], ofItemAtPath: path(".erlang.cookie"))
    }

    func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    /// What it keeps over a restart: queues, messages, users and virtual hosts.
    var data: String { path("mnesia") }

    /// The end of what the broker has printed.
    var endOfOutput: String {
        let output = FileManager.default.contents(atPath: path("output"))
        return String(decoding: (output ?? Data()).suffix(2000), as: UTF8.self)
    }

    var environment: [String: String] {
        [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
            "HOME": url.path,
            "LANG": "C.UTF-8",
            "RABBITMQ_NODENAME": "avtalt-test-\(port)@localhost",
            "RABBITMQ_NODE_IP_ADDRESS": "127.0.0.1",
            "RABBITMQ_NODE_PORT": "\(port)",
            "RABBITMQ_DIST_PORT": "\(distributionPort)",
            "RABBITMQ_MNESIA_BASE": data,
            "RABBITMQ_LOG_BASE": path("log"),
            "RABBITMQ_PID_FILE": path("pid"),
            "RABBITMQ_ENABLED_PLUGINS_FILE": path("plugins"),
            "RABBITMQ_CONFIG_FILE": path("rabbitmq.conf"),
            "RABBITMQ_CONF_ENV_FILE": "/dev/null",
            "RABBITMQ_GENERATED_CONFIG_DIR": path("generated"),
            "RABBITMQ_SCHEMA_DIR": path("schema"),
            "ERL_EPMD_PORT": "\(mapperPort)",
            "ERL_EPMD_ADDRESS": "127.0.0.1",
            // Idle schedulers do not spin: the tests beside need the processor.
            "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS":
                "-kernel inet_dist_use_interface {127,0,0,1} +S 2:2 +sbwt none +sbwtdcpu none "
                + "+sbwtdio none",
        ]
    }
}
