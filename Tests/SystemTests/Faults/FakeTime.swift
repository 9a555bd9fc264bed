import Foundation
import Support
import Testing

/// A clock on the wall that a test sets while processes run (Debian's faketime); what has passed
/// since the machine started goes on as it does.
struct FakeTime: Sendable {
    private static let library = "/usr/lib/\(architecture)-linux-gnu/faketime/libfaketimeMT.so.1"

    #if arch(arm64)
        private static let architecture = "aarch64"
    #else
        private static let architecture = "x86_64"
    #endif

    /// The environment of processes that go by it.
    let environment: [String: String]
    private let file: String

    /// Right, to begin with.
    init(in folder: TemporaryFolder) throws {
        try #require(
            FileManager.default.fileExists(atPath: Self.library),
            "\(Self.library) is not there: run ops/packages test, which installs faketime.")
        file = folder.path("clock")
        environment = [
            "LD_PRELOAD": Self.library, "FAKETIME_TIMESTAMP_FILE": file, "FAKETIME_NO_CACHE": "1",
            "DONT_FAKE_MONOTONIC": "1",
        ]
        try set(ahead: .zero)
    }

    /// Sets the clock ahead of the right time, or behind it when negative.
    func set(ahead span: Duration) throws {
        let seconds = span.components.seconds
        try Data("\(seconds < 0 ? "" : "+")\(seconds)\n".utf8).write(
            to: URL(filePath: file), options: .atomic)
    }

    /// Sets the clock to a moment such as `2013-10-27T00:59:50Z`.
    func set(to moment: String) throws {
        let date = try Date(moment, strategy: .iso8601)
        try set(ahead: .seconds(Int64(date.timeIntervalSinceNow.rounded())))
    }
}
