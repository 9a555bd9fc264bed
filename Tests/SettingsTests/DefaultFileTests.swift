import Foundation
import Testing

@testable import Settings

@Suite struct DefaultFileTests {
    @Test func `avtalt's default file gives the built-in defaults, every key of them`() throws {
        let file = try SettingsFile(path: packageFolder.appending(path: "Config/avtalt.yaml").path)
        var reader = SettingsReader(file: file)
        var settings = AvtaltSettings()

        settings.take(from: &reader)

        try reader.finish()
        #expect(settings == AvtaltSettings())
        #expect(Set(file.entries.map(\.key)) == Set(reader.known))
    }

    @Test(arguments: WorkerSettings.Kind.allCases)
    func `a worker's default file gives the built-in defaults, every key of them`(
        kind: WorkerSettings.Kind
    ) throws {
        let path = packageFolder.appending(path: "Config/\(kind.rawValue)-worker.yaml").path
        let file = try SettingsFile(path: path)
        var reader = SettingsReader(file: file)
        var settings = WorkerSettings(kind: kind)

        settings.take(from: &reader)

        try reader.finish()
        #expect(settings == WorkerSettings(kind: kind))
        #expect(Set(file.entries.map(\.key)) == Set(reader.known))
    }

    @Test(arguments: ["avtalt", "reminder-worker", "evaluation-worker", "report-worker"])
    func `every key of a default file has its default in the comment above it`(name: String) throws
    {
        let path = packageFolder.appending(path: "Config/\(name).yaml").path
        let lines = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n")
        let file = try SettingsFile(path: path)

        for entry in file.entries where !entry.key.hasSuffix("_file") {
            let comment = lines[..<(entry.line - 1)].reversed().prefix {
                $0.trimmingCharacters(in: .whitespaces).hasPrefix("#")
            }
            guard case .text(let value) = entry.value else { continue }
            let expected = "Default \(value.isEmpty ? "none" : value)"
            let text = comment.reversed().map {
                $0.trimmingCharacters(in: CharacterSet(charactersIn: " #"))
            }.joined(separator: " ")
            #expect(text.contains(expected), "\(name).yaml:\(entry.line): \(entry.key)")
        }
    }
}
