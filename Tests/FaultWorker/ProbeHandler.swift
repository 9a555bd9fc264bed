import Foundation
import Tasks

/// Does what a probe asks for, and notes each probe that it begins in the file that
/// `PROBE_LEDGER` names: `<task id> <attempt> <process id>`, one write a line.
///
/// `PROBE_VERSIONS` (`1...2`) says which versions of the payload's form it reads.
struct ProbeHandler: TaskHandler {
    /// How a probe wants to end.
    private struct Probe: Decodable {
        enum Wish: String, Decodable {
            case nothing, sleep, reject
            case fail = "throw"
            case crash, eat
        }

        var wish: Wish
        var seconds: Double?

        enum CodingKeys: String, CodingKey {
            case seconds
            case wish = "do"
        }
    }

    /// What the environment says that cannot be.
    private struct Unusable: Error, CustomStringConvertible {
        let description: String
    }

    /// What a probe throws that wants to fail.
    private struct Wished: Error, CustomStringConvertible {
        let description = "The probe wants to fail."
    }

    let kind = TaskKind(rawValue: "reminder.probe")
    let schemaVersions: ClosedRange<Int>
    let timeLimit: Duration
    private let ledger: Int32?

    init(timeLimit: Duration) throws {
        let environment = ProcessInfo.processInfo.environment
        self.timeLimit = timeLimit
        schemaVersions = try Self.versions(environment["PROBE_VERSIONS"] ?? "1...1")
        ledger = try environment["PROBE_LEDGER"].map { path in
            let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else {
                throw Unusable(description: "PROBE_LEDGER: \(path) cannot be written.")
            }
            return descriptor
        }
    }

    private static func versions(_ text: String) throws -> ClosedRange<Int> {
        let ends = text.split(separator: ".").compactMap { Int($0) }
        guard ends.count == 2, ends[0] <= ends[1] else {
            throw Unusable(description: "PROBE_VERSIONS is «\(text)» and must be like 1...2.")
        }
        return ends[0]...ends[1]
    }

    func handle(_ task: Envelope) async throws -> Outcome {
        let probe = try task.payload(as: Probe.self)
        try note(task)
        switch probe.wish {
        case .nothing: break
        case .sleep: try await Task.sleep(for: .seconds(probe.seconds ?? 1))
        case .reject: return .rejected(reason: "The probe wants to be rejected.")
        case .fail: throw Wished()
        case .crash: kill(getpid(), SIGKILL)
        case .eat: eat()
        }
        return .done()
    }

    private func note(_ task: Envelope) throws {
        guard let ledger else { return }
        let line = Array("\(task.id) \(task.attempt) \(getpid())\n".utf8)
        guard write(ledger, line, line.count) == line.count else {
            throw Unusable(description: "PROBE_LEDGER cannot be written: \(errno).")
        }
    }

    /// Takes memory until there is no more to be had.
    private func eat() -> Never {
        var eaten: [[UInt8]] = []
        while true { eaten.append([UInt8](repeating: 1, count: 16 * 1024 * 1024)) }
    }
}
