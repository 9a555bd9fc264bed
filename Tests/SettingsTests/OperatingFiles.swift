import Foundation

@testable import Settings

/// What operators get beside the programs, as text: units, container files, guides, scripts.
enum OperatingFiles {
    static let folder = packageFolder.appending(path: "ops")

    /// Each with its path below `ops`.
    static let all: [String] = {
        guard let walk = FileManager.default.enumerator(atPath: folder.path) else { return [] }
        return walk.compactMap { $0 as? String }.filter { path in
            var isFolder: ObjCBool = false
            let path = folder.appending(path: path).path
            return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
                && !isFolder.boolValue
        }.sorted()
    }()

    static func text(_ path: String) throws -> String {
        try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    }

    /// What a program says of itself, as it is stored: `avtalt-tasks-list`, `report-worker`.
    static func help(of program: String) throws -> String {
        try String(
            contentsOf: packageFolder.appending(path: "Tests/SystemTests/Stored/\(program).txt"),
            encoding: .utf8)
    }

    /// Every key that a program asks its settings for.
    static func keys() -> Set<String> {
        var reader = SettingsReader(file: nil)
        var settings = AvtaltSettings()
        settings.take(from: &reader)
        var keys = Set(reader.known)
        for kind in WorkerSettings.Kind.allCases {
            var reader = SettingsReader(file: nil)
            var settings = WorkerSettings(kind: kind)
            settings.take(from: &reader)
            keys.formUnion(reader.known)
        }
        return keys
    }
}
