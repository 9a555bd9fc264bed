import Testing

extension SiteTests {
    /// The pages in a real browser. Tests/Browser has what is tried, in Python; a case here is one
    /// of its functions.
    @Suite struct BrowserTests {
        @Test(arguments: try BrowserRun.cases())
        func `the pages hold in a real browser`(_ function: BrowserRun.Case) async throws {
            let report = try await BrowserRun.ofThisRun()

            let outcomes = report.outcomes(of: function)

            #expect(!outcomes.isEmpty, "\(function) did not run:\n\(report.output)")
            for outcome in outcomes where outcome.failure != nil {
                Issue.record("\(outcome.name): \(outcome.failure ?? "")")
            }
        }
    }
}
