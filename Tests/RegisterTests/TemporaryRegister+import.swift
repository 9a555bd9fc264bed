import Foundation

@testable import Register

extension TemporaryRegister {
    /// Imports a folder of the repository.
    func importFolder(_ path: String) throws {
        let root = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        try register.importFolder(
            root.appendingPathComponent(path).path, dryRun: false, author: Self.author,
            at: Self.at)
    }

    /// Imports one file with these lines.
    func importFile(_ name: String, _ text: String) throws {
        let path = folder.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: path.appendingPathComponent(name))
        try register.importFolder(path.path, dryRun: false, author: Self.author, at: Self.at)
    }
}

extension TemporaryRegister {
    /// A register of its own that holds the worked example, which is imported only once.
    static func example() throws -> TemporaryRegister {
        try TemporaryRegister(contents: contentsOfExample.get())
    }

    private static let contentsOfExample = Result {
        let original = try TemporaryRegister()
        try original.importFolder("Config/norway")
        try original.importFolder("Tests/Examples/2013/register")
        try original.register.close()
        return try Data(contentsOf: URL(fileURLWithPath: original.path))
    }
}
