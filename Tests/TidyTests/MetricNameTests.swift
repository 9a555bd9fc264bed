import Foundation
import Testing

/// Alert rules and the runbook speak of metrics that there are.
struct MetricNameTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func names(in text: String) -> Set<String> {
        let words = text.split { !($0.isLetter || $0.isNumber || $0 == "_") }
        return Set(words.filter { $0.hasPrefix("avtalt_") && $0.count > 7 }.map(String.init))
    }

    /// What the programs write, each with its name as a literal.
    private static let written: Set<String> = {
        let literals = SourceTree.swiftFiles.filter { $0.path.hasPrefix("Sources/") }
            .flatMap { names(in: $0.lines.joined(separator: "\n")) }
        return Set(literals)
    }()

    @Test(arguments: ["ops/prometheus/alerts.yaml", "ops/guide/runbook.md"])
    func `every metric that operators are told of is written by a program`(
        path: String
    ) throws {
        let text = try String(
            contentsOf: Self.root.appendingPathComponent(path), encoding: .utf8)

        let told = Self.names(in: text)
        let missing = told.filter { name in
            let stem = ["_bucket", "_sum", "_count"].first(where: name.hasSuffix)
                .map { String(name.dropLast($0.count)) }
            return !Self.written.contains(name) && !Self.written.contains(stem ?? name)
        }

        #expect(!told.isEmpty)
        #expect(missing.isEmpty, "\(path) names \(missing.sorted().joined(separator: ", "))")
    }
}
