import Agreements
import Coordination
import Foundation
import GRDB
import Register
import Settings
import Support
import Tasks

/// Tasks that do nothing on their whole way: register, broker, worker, result, register; with the
/// coordinator and one worker as processes of their own.
struct WholeWay {
    /// What one run came to.
    struct Outcome {
        var rate: Double
        /// The most memory resident, in MB.
        var coordinator: Double
        var worker: Double
    }

    let folder: String
    let address: BrokerAddress

    private static let deadline = 1800.0
    private static let planned = 1000
    /// 1 KB on the wire, in base64 and with the rest of the envelope.
    private static let padding = 480

    func run(tasks: Int, name: String) async throws -> Outcome {
        let path = "\(folder)/\(name).sqlite"
        let register = try Register.open(at: path, mode: .createIfMissing)
        try plan(tasks, in: register)
        let environment = [
            "AVTALT_QUEUE": Broker.url(of: address), "AVTALT_REGISTER": path,
            "AVTALT_DOCUMENTS": "\(folder)/documents", "AVTALT_WORKER_PREFETCH": "500",
        ]
        let worker = try start(
            "fault-worker", ["--concurrency", "64", "--ready-file", "\(folder)/ready"],
            environment)
        defer { end(worker) }
        try await wait(60) { FileManager.default.fileExists(atPath: "\(folder)/ready") }
        let coordinator = try start("avtalt-coordinator", [], environment)
        defer { end(coordinator) }
        try await wait(Self.deadline) { try isDone(register) }
        let outcome = Outcome(
            rate: Double(tasks) / (try seconds(in: register)),
            coordinator: try peak(of: coordinator), worker: try peak(of: worker))
        try register.close()
        return outcome
    }

    private func plan(_ count: Int, in register: Register) throws {
        let padding = String(repeating: "x", count: Self.padding)
        let payload = Data(#"{"do":"nothing","padding":"\#(padding)"}"#.utf8)
        let now = WallClock.system.now()
        for start in stride(from: 0, to: count, by: Self.planned) {
            let tasks = (start..<min(start + Self.planned, count)).map { number in
                NewTask(
                    once: "probe-\(number)", kind: TaskKind(rawValue: "reminder.probe"),
                    unit: .nord, subject: "probe-\(number)", dueAt: now, payload: payload)
            }
            _ = try register.write { db in try TaskStore(db).plan(tasks, at: now) }
        }
    }

    private func start(
        _ name: String, _ arguments: [String], _ environment: [String: String]
    ) throws -> pid_t {
        var program = Program.own(name, arguments)
        program.environment = environment
        program.errors = "\(folder)/\(name).log"
        return try program.start()
    }

    private func end(_ process: pid_t) {
        kill(process, SIGTERM)
        waitpid(process, nil, 0)
    }

    private func wait(_ seconds: Double, until isSo: () throws -> Bool) async throws {
        let start = ContinuousClock.now
        while try !isSo() {
            guard (ContinuousClock.now - start).seconds < seconds else {
                throw Program.Failure(name: "broker benchmark", reason: "took too long")
            }
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    /// Asked of two small indexes: counting what is done would read the whole table. The
    /// coordinator has reports to give out beside, which nobody does here.
    private func isDone(_ register: Register) throws -> Bool {
        try register.read { db in
            try !["state IN ('planned', 'retrying')", "state = 'published'"].contains { state in
                try Bool.fetchOne(
                    db,
                    sql: """
                        SELECT EXISTS (SELECT 1 FROM task
                            WHERE \(state) AND kind = 'reminder.probe')
                        """) ?? false
            }
        }
    }

    /// From the first publication to the last result.
    private func seconds(in register: Register) throws -> Double {
        let milliseconds = try register.read { db in
            try Int.fetchOne(
                db,
                sql: """
                    SELECT (SELECT max(happened_at) FROM task_event WHERE name = 'done')
                        - (SELECT min(happened_at) FROM task_event WHERE name = 'published')
                    """)
        }
        return Double(max(1, milliseconds ?? 1)) / 1000
    }

    private func peak(of process: pid_t) throws -> Double {
        let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
        let kibibytes = line.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }.first ?? 0
        return (kibibytes * 1024).megabytes
    }
}
