import Foundation
import Support

/// Runs the scripts of Tests/Oracle.
enum Python {
    static let checkout = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// A script that could not do its work.
    struct Failure: Error, CustomStringConvertible {
        let script: String
        let status: Int32
        let output: String

        var description: String {
            """
            \(script) ended with status \(status): \(output)
            It needs python3, which `ops/packages test` installs.
            """
        }
    }

    /// What a script prints; input and output are files of the folder, so that no pipe fills up.
    static func run(
        _ script: String, _ arguments: [String], input: String = "", in folder: URL
    ) throws -> Data {
        let files = ["input", "output", "errors"].map {
            folder.appendingPathComponent("\(script).\($0)")
        }
        try Data(input.utf8).write(to: files[0])
        try Data().write(to: files[1])
        try Data().write(to: files[2])
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            ["python3", "-B", checkout.appendingPathComponent("Tests/Oracle/\(script)").path]
            + arguments
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.start()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(
                script: script, status: process.terminationStatus,
                output: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
        }
        return try Data(contentsOf: files[1])
    }
}
