import Foundation

/// A program of the system that a test needs, run to its end.
package enum Tool {
    /// Answers what it has printed; throws if it is not there or does not succeed.
    @discardableResult
    package static func run(
        _ program: String, _ arguments: [String], environment: [String: String]? = nil
    ) async throws -> String {
        guard FileManager.default.isExecutableFile(atPath: program) else {
            throw Broker.Trouble.missing(program: program)
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.environment = environment
        let output = Pipe.apart()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = output
        let (exit, continuation) = AsyncStream<Void>.makeStream()
        process.terminationHandler = { _ in continuation.finish() }
        try process.start()
        let text = String(
            decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        for await _ in exit {}
        guard process.terminationStatus == 0 else {
            throw Broker.Trouble.failed(
                command: ([program] + arguments).joined(separator: " "), output: text)
        }
        return text
    }
}
