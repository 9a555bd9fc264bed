import Foundation
import Testing

/// The sizes that style keeps: files to 400 lines, functions to 60, lines to 100, mains to 25.
struct SizeTests {
    @Test(arguments: SourceTree.swiftFiles)
    func `a file has 400 lines at most and no line over 100 characters`(file: SourceFile) {
        #expect(file.lines.count <= 400, "\(file.path) has \(file.lines.count) lines")
        for (number, line) in file.lines.enumerated() where line.count > 100 {
            Issue.record("\(file.path):\(number + 1) has \(line.count) characters")
        }
    }

    @Test(arguments: SourceTree.swiftFiles)
    func `a function has 60 lines at most`(file: SourceFile) {
        for function in file.functions where function.lineCount > 60 {
            Issue.record(
                "\(file.path):\(function.line) is a function of \(function.lineCount) lines")
        }
    }

    @Test(arguments: SourceTree.swiftFiles.filter(\.isMain))
    func `an executable's main has 25 lines at most`(file: SourceFile) {
        #expect(file.lines.count <= 25, "\(file.path) has \(file.lines.count) lines")
    }

    @Test func `a function of 61 lines is noticed`() {
        let body = Array(repeating: "        count += 1", count: 59)
        let file = SourceFile(
            path: "Example.swift",
            lines: ["    func long() {"] + body + ["        return", "    }"])

        #expect(file.functions.map(\.lineCount) == [62])
    }
}
