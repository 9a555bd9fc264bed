import Foundation
import Support

/// A server of pages that the benchmark has started, ours or a peer's; `end` it.
struct PageServer {
    let process: pid_t
    let port: Int
    private let log: String

    private static let patience = 60.0

    /// Waits until it answers.
    init(_ program: Program, port: Int, path: String, log: String) throws {
        var program = program
        program.output = "\(log).out"
        program.errors = log
        self.port = port
        self.log = log
        process = try program.start()
        let start = ContinuousClock.now
        while (ContinuousClock.now - start).seconds < Self.patience {
            if try ask(path).status > 0 { return }
            usleep(50_000)
        }
        end()
        throw Program.Failure(
            name: program.name,
            reason: "did not answer: \(try String(contentsOfFile: log, encoding: .utf8))")
    }

    /// The coordinator with its pages.
    static func ours(register: String, now: String, in folder: String) throws -> PageServer {
        let port = try Port.free()[0]
        var program = Program.own("avtalt-coordinator", ["--embedded", "--register", register])
        program.environment = environment(now: now, in: folder)
        program.environment["AVTALT_WEB_LISTEN"] = "127.0.0.1:\(port)"
        return try PageServer(program, port: port, path: "/sign-in", log: "\(folder)/ours.log")
    }

    /// Of a coordinator that is at work at the time.
    static func environment(now: String, in folder: String) -> [String: String] {
        [
            "AVTALT_NOW": now, "AVTALT_MAIL_DELIVERY": "maildir:\(folder)/mail",
            "AVTALT_DOCUMENTS": "\(folder)/documents", "AVTALT_REFERENCE_DATA": "Config/norway",
        ]
    }

    /// A peer of Tests/Benchmarks/Pages/peers, under gunicorn with two workers.
    static func peer(
        _ name: String, register: String, day: String, lines: Int, in folder: String
    ) throws -> PageServer {
        let port = try Port.free()[0]
        let program = Program(
            name: ".build-python/bench/bin/gunicorn",
            arguments: [
                "--workers", "2", "--bind", "127.0.0.1:\(port)", "--chdir",
                "Tests/Benchmarks/Pages/peers", "--log-level", "error", "\(name)_peer:app",
            ],
            environment: [
                "AVTALT_REGISTER": register, "AVTALT_DAY": day, "AVTALT_LINES": "\(lines)",
                "PYTHONDONTWRITEBYTECODE": "1",
            ])
        return try PageServer(
            program, port: port, path: "/agreements", log: "\(folder)/\(name).log")
    }

    func address(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

    /// One request; status 0 as long as nobody answers.
    func ask(_ path: String, headers: [String: String] = [:]) throws -> (
        status: Int, body: Data
    ) {
        let body = "\(log).body"
        let status = "\(log).status"
        let asked = headers.flatMap { ["-H", "\($0.key): \($0.value)"] }
        do {
            _ = try Program(
                name: "curl",
                arguments: [
                    "--silent", "--max-time", "20", "--output", body, "--write-out",
                    "%{http_code}",
                ] + asked + [address(path)], output: status
            ).run()
        } catch is Program.Failure {
            return (0, Data())
        }
        let code = Int(try String(contentsOfFile: status, encoding: .utf8)) ?? 0
        return (code, try Data(contentsOf: URL(fileURLWithPath: body)))
    }

    func end() {
        kill(process, SIGTERM)
        waitpid(process, nil, 0)
    }
}
