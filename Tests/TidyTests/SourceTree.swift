import Foundation
import Testing

/// The Swift files of the checkout, as text.
enum SourceTree {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let swiftFiles: [SourceFile] = ["Sources", "Workers", "Tests"].flatMap(files)

    private static func files(in folder: String) -> [SourceFile] {
        let start = root.appendingPathComponent(folder)
        guard let walk = FileManager.default.enumerator(at: start, includingPropertiesForKeys: nil)
        else { return [] }
        return walk.compactMap { $0 as? URL }
            .filter { $0.pathExtension == "swift" }
            .sorted { $0.path < $1.path }
            .map { url in
                let relative = String(url.path.dropFirst(root.path.count + 1))
                guard let text = FileManager.default.contents(atPath: url.path) else {
                    return SourceFile(path: relative, lines: [])
                }
                var lines = String(decoding: text, as: UTF8.self)
                    .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
                if lines.last == "" { lines.removeLast() }
                return SourceFile(path: relative, lines: lines)
            }
    }
}

/// One Swift file, and what can be told of it without a parser.
struct SourceFile: Sendable, CustomTestStringConvertible {
    let path: String
    let lines: [String]

    var testDescription: String { path }

    /// Whether it starts an executable.
    var isMain: Bool { path.hasSuffix("/main.swift") || lines.contains("@main") }

    /// The module that the file belongs to, by its folder.
    var module: String {
        let parts = path.split(separator: "/").map(String.init)
        switch parts[0] {
        case "Workers":
            return parts[2] == "Handler" ? "\(parts[1])Worker" : "\(parts[1].lowercased())-worker"
        default: return parts[1]
        }
    }

    var imports: [String] {
        lines.compactMap { line in
            var words = line.split(separator: " ").map(String.init)
            if words.first == "@testable" || words.first == "public" || words.first == "package" {
                words.removeFirst()
            }
            return words.count == 2 && words[0] == "import" ? words[1] : nil
        }
    }

    /// Functions and initialisers, found by their indentation: formatted code closes a body with
    /// a brace in the column where its declaration starts.
    var functions: [(line: Int, lineCount: Int)] {
        var found: [(line: Int, lineCount: Int)] = []
        for (start, line) in lines.enumerated() where SourceFile.declaresFunction(line) {
            let indentation = line.prefix { $0 == " " }
            let close = lines[start...].firstIndex { $0 == indentation + "}" }
            if let close { found.append((start + 1, close - start + 1)) }
        }
        return found
    }

    private static func declaresFunction(_ line: String) -> Bool {
        let words = line.split(separator: " ")
        guard let word = words.first(where: { !modifiers.contains(String($0)) }) else {
            return false
        }
        let opens = line.hasSuffix("{") || line.hasSuffix("(")
        return opens && (word == "func" || word.hasPrefix("init(") || word.hasPrefix("init?("))
    }

    private static let modifiers: Set<String> = [
        "package", "public", "private", "fileprivate", "static", "mutating", "@Test", "override",
        "nonisolated", "@discardableResult", "@Sendable", "final", "consuming", "borrowing",
    ]
}
