import Foundation

/// Imports the same files into a register and into bare tables, each time anew.
struct RegisterImport {
    let files: String
    /// The register is left for whatever is measured next.
    let register: String

    /// Into a register that has Norway's counties and municipalities.
    func importOwn() throws -> Program.Cost {
        try remove(register)
        _ = try Program.own("avtalt", ["import", "Config/norway", "--register", register]).run()
        return try Program.own("avtalt", ["import", files, "--register", register]).run()
    }

    /// By the sqlite3 shell into tables with the files' columns and the register's indexes, in one
    /// transaction that is as durable.
    func importBare() throws -> Program.Cost {
        let bare = register + ".bare"
        let script = register + ".script"
        try bareScript().write(toFile: script, atomically: false, encoding: .utf8)
        let cost = try Program(name: "sqlite3", arguments: [bare, ".read \(script)"]).run()
        try remove(bare)
        try remove(script)
        return cost
    }

    private func bareScript() throws -> String {
        let names = try FileManager.default.contentsOfDirectory(atPath: files)
            .filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }.sorted()
        var lines = [
            ".bail on", "PRAGMA journal_mode = WAL;", "PRAGMA synchronous = FULL;", "BEGIN;",
        ]
        for name in names {
            let columns = try header(of: name).map { "\"\($0)\" TEXT" }
            lines.append("CREATE TABLE \(name) (\(columns.joined(separator: ", ")));")
        }
        lines += [".read Tests/Benchmarks/bare.sql", ".mode csv"]
        lines += names.map { ".import --skip 1 \(files)/\($0).csv \($0)" }
        lines.append("COMMIT;")
        return lines.joined(separator: "\n")
    }

    private func header(of name: String) throws -> [Substring] {
        let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: "\(files)/\(name).csv"))
        defer { file.closeFile() }
        let start = String(decoding: try file.read(upToCount: 1000) ?? Data(), as: UTF8.self)
        return start.prefix { $0 != "\n" }.split(separator: ",")
    }

    private func remove(_ path: String) throws {
        for file in [path, path + "-wal", path + "-shm"]
        where FileManager.default.fileExists(atPath: file) {
            try FileManager.default.removeItem(atPath: file)
        }
    }
}
