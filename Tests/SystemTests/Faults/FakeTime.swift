import Foundation
import Support

/// A clock on the wall that a test sets while processes run, by the library of `clock.c`.
///
/// Debian's faketime does not serve: it changes the environment before the process begins, and a
/// Swift program, which looks for its arguments in front of it, then finds none.
struct FakeTime: Sendable {
    /// The environment of processes that go by it.
    let environment: [String: String]
    private let file: String

    /// Right, to begin with.
    init(in folder: TemporaryFolder) async throws {
        file = folder.path("clock")
        environment = [
            "LD_PRELOAD": try await Preload.compile("clock.c", in: folder.url.path),
            "FAKE_CLOCK": file,
        ]
        try Data(count: MemoryLayout<Int64>.size).write(to: URL(filePath: file))
    }

    /// Sets the clock ahead of the right time, or behind it when negative.
    func set(ahead span: Duration) throws {
        let handle = try FileHandle(forWritingTo: URL(filePath: file))
        try handle.write(contentsOf: withUnsafeBytes(of: span.components.seconds) { Data($0) })
        try handle.close()
    }

    /// Sets the clock to a moment such as `2013-10-27T00:59:50Z`.
    func set(to moment: String) throws {
        let date = try Date(moment, strategy: .iso8601)
        try set(ahead: .seconds(Int64(date.timeIntervalSinceNow.rounded())))
    }
}

/// Compiles what is put in front of the C library.
enum Preload {
    /// Answers the library's path.
    static func compile(_ name: String, in folder: String) async throws -> String {
        let source = Office.sources.appendingPathComponent("Tests/SystemTests/Faults/\(name)")
        let library = "\(folder)/\(name).so"
        let compiled = try await Running(
            "/usr/bin/env",
            ["clang", "-Wall", "-Werror", "-shared", "-fPIC", "-o", library, source.path, "-ldl"],
            environment: ProcessInfo.processInfo.environment, in: URL(filePath: folder)
        ).end(within: .seconds(60))
        guard compiled.status == 0 else { throw Office.Failed(description: compiled.errors) }
        return library
    }
}
