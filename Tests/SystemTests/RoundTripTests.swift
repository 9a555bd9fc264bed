import Foundation
import Testing

extension SystemTests {
    /// The register written as a folder, and the folder taken in again.
    @Suite struct RoundTripTests {
        @Test func `an export imported and exported again is the same to the byte`() async throws {
            let office = try await Office.atWork()
            let first = try await office.avtalt("export", "first")
            let empty = try Office()

            let taken = try await empty.avtalt("import", office.path("first"))
            let second = try await empty.avtalt("export", "second")

            #expect([first.status, taken.status, second.status] == [0, 0, 0])
            let written = Account.files(in: office.path("first"))
            #expect(written.count > 10)
            #expect(written == Account.files(in: empty.path("second")))
            #expect(try await empty.avtalt("check").status == 0)
        }

        @Test func `a register made from an export gives the same reports and notices`()
            async throws
        {
            let office = try await Office.atWork()
            try await office.avtalt("export", "first")
            let empty = try Office()
            try await empty.avtalt("import", office.path("first"))
            let report = ["report", "--from", "2013-01-01", "--to", "2013-12-31"]
            let calls =
                ["json", "csv", "html", "text"].map { report + ["--format", $0] } + [
                    ["notices", "--on", "2013-03-01", "--format", "json"],
                    ["requirements", "--on", "2013-06-30", "--format", "json"],
                    ["due", "--on", "2013-06-30", "--format", "json"],
                ]

            for call in calls {
                let original = try await office.run(.avtalt, call)
                let copy = try await empty.run(.avtalt, call)

                #expect(original.status == 0)
                #expect(original.output.count > 2)
                #expect(original.output == copy.output, "\(call)")
            }
        }
    }
}
