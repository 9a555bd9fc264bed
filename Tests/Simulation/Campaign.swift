import Foundation

/// Many runs, on every core.
package struct Campaign: Sendable {
    /// What came of them.
    package struct Verdict: Sendable {
        /// The runs that broke a promise, by their seeds.
        package var failures: [Simulation.Result] = []
        /// How many tasks came to which end in all runs.
        package var ends: [String: Int] = [:]
    }

    private let seeds: ClosedRange<UInt64>
    private let mutation: Mutation?
    private let lanes: Int
    private let promise: String?

    /// - Parameters:
    ///   - lanes: How many runs go on at once.
    ///   - promise: Ends with the first run that breaks this one.
    package init(
        seeds: ClosedRange<UInt64>, mutation: Mutation? = nil,
        lanes: Int = ProcessInfo.processInfo.activeProcessorCount, until promise: String? = nil
    ) {
        self.seeds = seeds
        self.mutation = mutation
        self.lanes = max(1, lanes)
        self.promise = promise
    }

    /// The command that does a run again and tells its story.
    package static func replay(_ seed: UInt64, _ mutation: Mutation? = nil) -> String {
        let suffix = mutation.map { " --mutation \($0.rawValue)" } ?? ""
        return ".build/debug/simulate --seed \(seed)\(suffix) --verbose"
    }

    /// Does one run.
    package static func single(_ scenario: Scenario) async throws -> Simulation.Result {
        let template = try RegisterTemplate()
        let result = try await Simulation.run(scenario, on: template)
        try template.discard()
        return result
    }

    package func run() async throws -> Verdict {
        let template = try RegisterTemplate()
        var verdict = Verdict()
        try await withThrowingTaskGroup(of: Simulation.Result.self) { group in
            var seeds = seeds.makeIterator()
            func startNext() {
                guard let seed = seeds.next() else { return }
                let scenario = Scenario(seed: seed, mutation: mutation)
                group.addTask { try await Simulation.run(scenario, on: template) }
            }
            for _ in 1...lanes { startNext() }
            for try await result in group {
                verdict.ends.merge(result.ends, uniquingKeysWith: +)
                if !result.violations.isEmpty { verdict.failures.append(result) }
                if result.violations.contains(where: { $0.promise == promise }) { break }
                startNext()
            }
            for try await result in group where !result.violations.isEmpty {
                verdict.failures.append(result)
            }
        }
        try template.discard()
        verdict.failures.sort { $0.seed < $1.seed }
        return verdict
    }
}
