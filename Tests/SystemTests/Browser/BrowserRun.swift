import Foundation
import Testing

/// One run of the tests in Tests/Browser, with an office that is prepared once.
///
/// A browser takes seconds to start and the tests share one, so that all of them run at the first
/// case that asks, and the others read from the same report.
struct BrowserRun: Sendable {
    /// A test function of a file.
    struct Case: Hashable, Sendable, CustomTestStringConvertible {
        let file: String
        let function: String

        var testDescription: String {
            "\(file): \(function.dropFirst("test_".count).replacing("_", with: " "))"
        }
    }

    /// How one call of a function ended; a function with parameters is called several times.
    struct Outcome: Sendable {
        let name: String
        let failure: String?
    }

    /// What all of it may take, on a machine with much else to do.
    private static let limit = Duration.seconds(1500)

    /// Set by `ops/test --browser`: every page as every role takes longer than the other tests
    /// together.
    private static let isWhole =
        ProcessInfo.processInfo.environment["AVTALT_BROWSER_TESTS"] != nil

    /// What the names of the files begin with.
    private static let beginnings = isWhole ? ["test_", "whole_"] : ["test_"]

    private static let folder = Office.sources.appending(path: "Tests/Browser")
    private static let running = Task { try await BrowserRun() }

    let output: String
    private let outcomes: [Case: [Outcome]]

    /// The run that the cases of one test run share.
    static func ofThisRun() async throws -> BrowserRun { try await running.value }

    /// Every test function, in the order of the files.
    static func cases() throws -> [Case] {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return try files.filter { file in
            beginnings.contains { file.hasPrefix($0) } && file.hasSuffix(".py")
        }.sorted()
            .flatMap { file in
                try String(contentsOf: folder.appending(path: file), encoding: .utf8)
                    .matches(of: /(?m)^def (test_\w+)\(/)
                    .map { Case(file: String(file.dropLast(3)), function: String($0.1)) }
            }
    }

    private init() async throws {
        let office = try await BrowserOffice()
        let report = office.path("report.xml")
        let process = try Running(
            "/usr/bin/nice",
            [
                Office.sources.appending(path: ".build-python/test/bin/python").path,
                "-B", "-m", "pytest", "--rootdir", Self.folder.path, "--junit-xml", report,
                "-o", "python_files=\(Self.beginnings.map { $0 + "*.py" }.joined(separator: " "))",
                Self.folder.path,
            ],
            environment: try office.environment, in: office.url)
        let ended = try await process.end(within: Self.limit)
        output = ended.text + ended.errors
        guard let data = FileManager.default.contents(atPath: report) else {
            throw Office.Failed(description: "Tests/Browser wrote no report:\n\(output)")
        }
        outcomes = try BrowserReport.read(data)
    }

    func outcomes(of function: Case) -> [Outcome] { outcomes[function] ?? [] }
}
