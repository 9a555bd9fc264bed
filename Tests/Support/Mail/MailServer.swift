import Foundation
import Synchronization

/// A real mail server on the loopback, `aiosmtpd` from PyPI, which tells what it takes; a
/// recipient's name says how it is treated (`mail_server.py`).
package final class MailServer: Sendable {
    /// Why there is none.
    package enum Trouble: Error, CustomStringConvertible {
        case missing(program: String)
        case silent

        package var description: String {
            switch self {
            case .missing(let program):
                "There is no \(program): `ops/packages test` installs it."
            case .silent: "The mail server has ended before it said where it listens."
            }
        }
    }

    /// A message that was taken.
    package struct Mail: Hashable, Sendable, Decodable {
        /// Number of the connection that it came over.
        package let session: Int
        package let to: String
        package let id: String
        package let subject: String
        package let text: String
        /// Whether it came encrypted.
        package let tls: Bool
        /// Who had signed in.
        package let user: String?
    }

    private struct Line: Decodable {
        let port: Int?
        let refused: String?
    }

    package let port: Int
    private let process: Process
    private let heard: Heard

    /// - Parameter options: As `mail_server.py` takes them.
    package static func start(_ options: String...) async throws -> MailServer {
        try await start(options: options)
    }

    /// - Parameter python: The folder of `.build-python` that has `aiosmtpd`.
    package static func start(options: [String], python: String = "test") async throws
        -> MailServer
    {
        let here = URL(filePath: #filePath).deletingLastPathComponent()
        let root = here.deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let program = root.appending(path: ".build-python/\(python)/bin/python").path
        guard FileManager.default.isExecutableFile(atPath: program) else {
            throw Trouble.missing(program: program)
        }
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = ["-B", here.appending(path: "mail_server.py").path] + options
        let output = Pipe.apart()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        let heard = Heard()
        try process.start()
        let (reading, told) = (output.fileHandleForReading, heard)
        Thread.detachNewThread {
            while case let data = reading.availableData, !data.isEmpty { told.hear(data) }
        }
        let port = try await answer(within: .seconds(30), while: process.isRunning) {
            try heard.lines.first.flatMap { try JSONDecoder().decode(Line.self, from: $0).port }
        }
        if let port { return MailServer(port: port, process: process, heard: heard) }
        process.terminate()
        throw Trouble.silent
    }

    private init(port: Int, process: Process, heard: Heard) {
        self.port = port
        self.process = process
        self.heard = heard
    }

    /// What it has taken, in order.
    package var mails: [Mail] {
        get throws {
            let decoder = JSONDecoder()
            return try heard.lines.dropFirst().compactMap { line in
                let isRefusal = try decoder.decode(Line.self, from: line).refused != nil
                return isRefusal ? nil : try decoder.decode(Mail.self, from: line)
            }
        }
    }

    /// How many messages and refusals it has told of.
    package var count: Int { max(0, heard.lines.count - 1) }

    /// Ends the process that was started, and nothing else.
    package func stop() {
        guard process.isRunning else { return }
        kill(process.processIdentifier, SIGKILL)
    }

    deinit { stop() }
}

/// Whole lines of what one thread hears and another asks for.
private final class Heard: Sendable {
    private let kept = Mutex<(rest: Data, lines: [Data])>((Data(), []))

    var lines: [Data] { kept.withLock { $0.lines } }

    func hear(_ data: Data) {
        kept.withLock { kept in
            kept.rest.append(data)
            while let end = kept.rest.firstIndex(of: 0x0A) {
                kept.lines.append(Data(kept.rest[..<end]))
                kept.rest = Data(kept.rest[kept.rest.index(after: end)...])
            }
        }
    }
}
