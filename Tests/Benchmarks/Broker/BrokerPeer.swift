import Foundation
import Settings

/// A program of others that does what we do, built or installed for the benchmark.
struct BrokerPeer {
    let program: String
    let folder: String

    /// Builds the plain C program.
    static func plainC(in folder: String, source: String) throws -> BrokerPeer {
        let program = "\(folder)/peer"
        _ = try Program(
            name: "clang", arguments: ["-O2", "-o", program, source, "-lrabbitmq"]
        ).run()
        return BrokerPeer(program: program, folder: folder)
    }

    /// Runs it, and answers the number that it prints.
    func rate(_ arguments: [String], environment: [String: String] = [:]) throws -> Double {
        let output = "\(folder)/rate"
        _ = try Program(
            name: program, arguments: arguments, environment: environment, output: output
        ).run()
        let text = try String(contentsOfFile: output, encoding: .utf8)
        guard let rate = Double(text.trimmingCharacters(in: .whitespacesAndNewlines)) else {
            throw Program.Failure(name: program, reason: "has printed «\(text)»")
        }
        return rate
    }
}

/// Celery with the same broker, installed from PyPI into a folder of the benchmark's own.
struct CeleryPeer {
    let folder: String
    let source: String
    let address: BrokerAddress

    private static let version = "celery>=5.5,<6"

    /// No-op tasks a second, from the first that is published to the last that is done.
    func rate(tasks: Int) throws -> Double {
        let done = "\(folder)/celery"
        let environment = [
            "CELERY_PEER_BROKER": "pyamqp://guest:guest@\(address.host):\(address.port)/"
                + address.virtualHost,
            "CELERY_PEER_DONE": done,
            "PYTHONPATH": URL(fileURLWithPath: source).deletingLastPathComponent().path,
            "C_FORCE_ROOT": "1",
        ]
        if FileManager.default.fileExists(atPath: done) {
            try FileManager.default.removeItem(atPath: done)
        }
        try FileManager.default.createDirectory(
            atPath: done, withIntermediateDirectories: false)
        let python = "\(folder)/venv/bin/python"
        var worker = Program(
            name: python,
            arguments: [
                "-m", "celery", "-A", "celery_peer", "worker", "--pool", "solo", "--loglevel",
                "error", "--without-gossip", "--without-mingle", "--without-heartbeat",
            ])
        worker.environment = environment
        worker.errors = "\(folder)/celery.log"
        let process = try worker.start()
        defer {
            // Told to end kindly, it waits for a broker that has nothing more for it.
            kill(process, SIGKILL)
            waitpid(process, nil, 0)
        }
        return try BrokerPeer(program: python, folder: folder)
            .rate([source, "\(tasks)"], environment: environment)
    }

    /// Makes the environment with Celery in it.
    func install() throws {
        _ = try Program(name: "python3", arguments: ["-m", "venv", "\(folder)/venv"]).run()
        _ = try Program(
            name: "\(folder)/venv/bin/pip", arguments: ["install", "--quiet", Self.version]
        ).run()
    }
}
