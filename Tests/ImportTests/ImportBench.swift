import Agreements
import Foundation
import GRDB

@testable import Register

/// A folder and an empty register of its own, which a test imports into.
final class ImportBench {
    let register: Register
    private let root: URL
    var folder: String { root.appendingPathComponent("folder").path }
    static let author = Author(actor: "administrator", request: "test")
    static let moment = Instant(milliseconds: 1_362_092_400_000)

    init() throws {
        root = FileManager.default.temporaryDirectory
            .appendingPathComponent("avtalt-import-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: root.appendingPathComponent("folder"), withIntermediateDirectories: true)
        register = try Register.open(
            at: root.appendingPathComponent("register.sqlite").path, mode: .createIfMissing)
    }

    deinit {
        do {
            try register.close()
            try FileManager.default.removeItem(at: root)
        } catch {
            print("Left behind: \(root.path) (\(error))")
        }
    }

    /// The repository's folder of this name.
    static func repository(_ path: String) -> String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent(path).path
    }

    func path(_ name: String) -> String { root.appendingPathComponent(name).path }

    func put(_ files: [String: String]) throws {
        for (name, text) in files { try put(name, Data(text.utf8)) }
    }

    func put(_ name: String, _ data: Data) throws {
        try data.write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    }

    @discardableResult
    func importFolder(_ path: String? = nil, dryRun: Bool = false) throws -> ImportSummary {
        try register.importFolder(
            path ?? folder, dryRun: dryRun, author: Self.author, at: Self.moment)
    }

    /// What is said of the folder; empty when it was imported.
    func faults() throws -> [String] {
        do {
            try importFolder()
            return []
        } catch ImportError.rejected(let faults, let more) {
            return faults.map(\.description) + (more == 0 ? [] : ["more: \(more)"])
        }
    }

    /// The first column of the first row, as text.
    func value(_ sql: String) throws -> String? {
        try register.read { try String.fetchOne($0, sql: sql) }
    }

    /// Every row of every table, for telling whether anything changed.
    func content() throws -> [String] {
        try register.read { db in
            try
                (RowContent.all.map(\.table) + [
                    "municipality_successor", "party_region", "agreement_party", "agreement_area",
                    "audit",
                ]).flatMap { table in
                    try Row.fetchAll(db, sql: "SELECT * FROM \"\(table)\" ORDER BY 1, 2")
                        .map { "\(table) \($0)" }
                }
        }
    }

    /// The files of a folder by name.
    static func files(in folder: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            files[name] = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
        }
        return files
    }
}
