import Foundation

@testable import Settings

/// A folder of its own for each test, removed with it.
struct Scratch: ~Copyable {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "settings-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        do {
            try FileManager.default.removeItem(at: folder)
        } catch {
            print("left behind: \(folder.path) (\(error))")
        }
    }

    /// The path of a new file with the text.
    func file(_ name: String, _ text: String) throws -> String {
        let url = folder.appending(path: name)
        try text.write(to: url, atomically: true, encoding: .utf8)
        return url.path
    }
}

/// The package's folder.
let packageFolder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The problems of reading avtalt's settings from the text, as `place: key: message` without the
/// folder.
func problems(in text: String, environment: [String: String] = [:]) -> [String] {
    let file = SettingsFile(path: "avtalt.yaml", text: text)
    var reader = SettingsReader(file: file, environment: environment)
    var settings = AvtaltSettings()
    settings.take(from: &reader)
    do throws(SettingsError) {
        try reader.finish()
        return []
    } catch .invalid(let problems) {
        return problems.map(\.description)
    } catch {
        return ["\(error)"]
    }
}
