import Agreements
import Foundation
import Rules
import Testing

/// A folder of test data in the import format, read without any of the import's tolerance.
struct RegisterFolder {
    let folder: URL

    /// A folder of the repository: `Config/norway`, `Tests/Examples/2013`.
    static func repository(_ path: String) -> RegisterFolder {
        let root = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return RegisterFolder(folder: root.appendingPathComponent(path))
    }

    /// The rows of a file, as cells by column; an empty cell is absent.
    func rows(_ file: String) throws -> [[String: String]] {
        let text = try String(
            contentsOf: folder.appendingPathComponent("\(file).csv"), encoding: .utf8)
        var lines = text.split(whereSeparator: \.isNewline).map(Self.cells)
        let header = lines.removeFirst()
        return lines.map { cells in
            Dictionary(uniqueKeysWithValues: zip(header, cells).filter { $0.1 != "" })
        }
    }

    func json<Content: Decodable>(_ file: String) throws -> Content {
        try JSONDecoder().decode(
            Content.self, from: Data(contentsOf: folder.appendingPathComponent("\(file).json")))
    }

    private static func cells(of line: Substring) -> [String] {
        var cells = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: cells.append("")
            default: cells[cells.count - 1].append(character)
            }
        }
        return cells
    }
}

extension [String: String] {
    func text(_ column: String) throws -> String { try #require(self[column]) }

    func day(_ column: String) throws -> Day? {
        try self[column].map { try #require(Day($0)) }
    }

    func number(_ column: String) throws -> Int? {
        try self[column].map { try #require(Int($0)) }
    }

    func value<Name: RawRepresentable<String>>(_ column: String) throws -> Name {
        try #require(Name(rawValue: try text(column)))
    }

    func optional<Name: RawRepresentable<String>>(_ column: String) throws -> Name? {
        try self[column].map { try #require(Name(rawValue: $0)) }
    }

    func list(_ column: String) -> [String] {
        (self[column] ?? "").split(separator: "|").map(String.init)
    }
}
