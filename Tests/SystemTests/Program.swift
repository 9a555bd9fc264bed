import Foundation
import Support

/// One of the built executables, which lie beside the test bundle.
enum Program: String, Sendable {
    case avtalt
    case coordinator = "avtalt-coordinator"
    case reminderWorker = "reminder-worker"
    case evaluationWorker = "evaluation-worker"
    case reportWorker = "report-worker"
    /// Does probes, of which tests say how they end.
    case faultWorker = "fault-worker"

    static let workers = [Program.reminderWorker, .evaluationWorker, .reportWorker]

    var path: String {
        get throws {
            let bundle = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
            return URL(fileURLWithPath: bundle).deletingLastPathComponent()
                .appendingPathComponent(rawValue).path
        }
    }
}

/// What a process left when it ended.
struct Ended: Sendable {
    /// The exit code, or the number of the signal that ended it.
    let status: Int32
    let wasKilled: Bool
    let output: Data
    let errors: String
    let duration: Duration

    var text: String { String(decoding: output, as: UTF8.self) }

    func json() throws -> Any { try JSONSerialization.jsonObject(with: output) }
}

/// A process that a test has started.
///
/// Its output goes to files, so that it never waits for whoever reads it.
struct Running: Sendable {
    /// A process that did not end within its time and was killed for it.
    struct TookTooLong: Error, CustomStringConvertible {
        let description: String
    }

    /// Kills the process when nobody holds it any more: a test that fails leaves nothing running.
    private final class Leash: Sendable {
        let process = Process()

        deinit {
            if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        }
    }

    private let leash = Leash()
    private let exit: AsyncStream<Void>
    private let startedAt = ContinuousClock.now
    private let files: (output: URL, errors: URL)

    /// - Parameter output: Where its output is kept; `folder` if left out.
    init(
        _ program: String, _ arguments: [String], environment: [String: String], in folder: URL,
        output: URL? = nil
    ) throws {
        let name = UUID().uuidString
        let kept = output ?? folder
        files = (
            kept.appendingPathComponent("\(name).out"),
            kept.appendingPathComponent("\(name).err")
        )
        let (exit, continuation) = AsyncStream<Void>.makeStream()
        self.exit = exit
        let process = leash.process
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.environment = environment
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try Self.create(files.output)
        process.standardError = try Self.create(files.errors)
        process.terminationHandler = { _ in continuation.finish() }
        try process.start()
    }

    private var process: Process { leash.process }

    private static func create(_ file: URL) throws -> FileHandle {
        try Data().write(to: file)
        return try FileHandle(forWritingTo: file)
    }

    var processID: Int32 { process.processIdentifier }

    var isRunning: Bool { process.isRunning }

    /// What it has said on standard error until now.
    func errorsSoFar() throws -> String {
        String(decoding: try Data(contentsOf: files.errors), as: UTF8.self)
    }

    func send(_ signal: Int32) {
        guard process.isRunning else { return }
        kill(process.processIdentifier, signal)
    }

    /// Waits until it has ended, and kills it at the given moment or when its time is over.
    func end(killedAfter moment: Duration? = nil, within limit: Duration) async throws -> Ended {
        let alarm = Task {
            try await Task.sleep(for: moment ?? limit, tolerance: .zero)
            send(SIGKILL)
        }
        for await _ in exit {}
        alarm.cancel()
        let duration = startedAt.duration(to: .now)
        let wasKilled = process.terminationReason == .uncaughtSignal
        let errors = try String(contentsOf: files.errors, encoding: .utf8)
        guard moment != nil || !wasKilled || duration < limit else {
            let call = (process.arguments ?? []).joined(separator: " ")
            throw TookTooLong(description: "«\(call)» took longer than \(limit): \(errors)")
        }
        let output = try Data(contentsOf: files.output)
        for file in [files.output, files.errors] {
            try FileManager.default.removeItem(at: file)
        }
        return Ended(
            status: process.terminationStatus, wasKilled: wasKilled, output: output,
            errors: errors, duration: duration)
    }
}
