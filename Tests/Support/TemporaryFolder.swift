import Foundation

/// A folder of a test's own, gone when the test has ended.
package final class TemporaryFolder: Sendable {
    package let url: URL

    package init() throws {
        url = FileManager.default.temporaryDirectory
            .appendingPathComponent("avtalt-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        do {
            try FileManager.default.removeItem(at: url)
        } catch {
            print("The folder \(url.path) was left behind: \(error)")
        }
    }

    package func path(_ name: String) -> String { url.appendingPathComponent(name).path }
}
