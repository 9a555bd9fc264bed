import Foundation
import Support

/// Readers from PyPI, which `ops/packages test` installs into `.build-python/test`.
enum PythonReader {
    /// What a script that lies beside a test prints of a file.
    static func run(_ script: String, beside test: String, on file: String) async throws -> String {
        let folder = URL(filePath: test).deletingLastPathComponent()
        let checkout = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return try await Tool.run(
            checkout.appending(path: ".build-python/test/bin/python").path,
            ["-B", folder.appending(path: script).path, file])
    }
}
