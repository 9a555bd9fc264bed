import Foundation
import Testing

/// A file that a rendering is compared with; `AVTALT_STORE=1` writes it anew.
struct StoredFile {
    let name: String

    func matches(_ text: String) throws -> Bool {
        if ProcessInfo.processInfo.environment["AVTALT_STORE"] == "1" {
            try Data(text.utf8).write(to: url)
        }
        return try String(contentsOf: url, encoding: .utf8) == text
    }

    private var url: URL {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Stored/\(name)")
    }
}
