import Foundation
import Testing

extension SystemTests {
    /// Days in rehearsal on the built programs. Tests/Year has what happens on them, in Python, and
    /// `ops/test --year` lets a whole year pass.
    @Suite struct YearTests {
        /// A rehearsal on a machine with much else to do.
        private static let limit = Duration.seconds(300)

        @Test func `the comparison of a rehearsal tells what is planted`() async throws {
            let office = try Office()
            let process = try Running(
                Office.sources.appending(path: ".build-python/test/bin/python").path,
                [
                    "-B", "-m", "pytest", "-q", "-p", "no:cacheprovider",
                    Office.sources.appending(path: "Tests/Year/test_due.py").path,
                ],
                environment: ["PATH": "/usr/bin:/bin", "TMPDIR": office.folder.url.path],
                in: office.folder.url)

            let ended = try await process.end(within: Self.limit)

            #expect(ended.status == 0, "\(ended.text)\(ended.errors)")
        }

        @Test func `a month passes as the rulebook says, notice by notice and mail by mail`()
            async throws
        {
            let office = try Office()
            let process = try Running(
                Office.sources.appending(path: ".build-python/test/bin/python").path,
                [
                    "-B", Office.sources.appending(path: "Tests/Year/year.py").path,
                    "--programs",
                    URL(filePath: try Program.avtalt.path).deletingLastPathComponent().path,
                    "--from", "2013-03-01", "--to", "2013-03-31", "--agreements", "30",
                    "--seed", "13", "--no-browser",
                ],
                environment: ["PATH": "/usr/bin:/bin", "TMPDIR": office.folder.url.path],
                in: office.folder.url)

            let ended = try await process.end(within: Self.limit)

            #expect(ended.status == 0, "\(ended.text)\(ended.errors)")
            #expect(ended.text.contains("agrees   the days: 31 days run"))
        }
    }
}
