import Simulation

/// What the command line asks for: `--seeds 1...2000`, `--seed 4711`, `--mutation no-rescue`.
struct Invocation {
    /// What is wrong with the command line.
    enum Error: Swift.Error, CustomStringConvertible {
        case usage(String)

        var description: String {
            switch self {
            case .usage(let problem):
                """
                \(problem)
                Usage: simulate [--seeds FIRST..LAST | --seed SEED] [--mutation NAME] [--verbose]
                Mutations: \(Mutation.allCases.map(\.rawValue).joined(separator: ", "))
                """
            }
        }
    }

    private var seeds: ClosedRange<UInt64> = 1...2000
    private var mutation: Mutation?
    private var isVerbose = false

    init(_ arguments: ArraySlice<String>) throws(Error) {
        var left = arguments
        while let option = left.popFirst() {
            switch option {
            case "--verbose": isVerbose = true
            case "--seed", "--seeds": seeds = try Self.seeds(left.popFirst() ?? "")
            case "--mutation":
                let name = left.popFirst() ?? ""
                guard let known = Mutation(rawValue: name) else {
                    throw .usage("There is no mutation «\(name)».")
                }
                mutation = known
            default: throw .usage("There is no option «\(option)».")
            }
        }
    }

    private static func seeds(_ text: String) throws(Error) -> ClosedRange<UInt64> {
        let ends = text.split(separator: ".").compactMap { UInt64($0) }
        guard let first = ends.first, let last = ends.last, first <= last else {
            throw .usage("«\(text)» must be a seed such as 4711, or seeds such as 1..2000.")
        }
        return first...last
    }

    /// Runs the seeds on every core and prints what was violated; answers whether nothing was.
    func run() async throws -> Bool {
        let clock = ContinuousClock()
        let begin = clock.now
        let verdict = try await Campaign(seeds: seeds, mutation: mutation).run()
        for failure in verdict.failures {
            for violation in failure.violations { print("seed \(failure.seed): \(violation)") }
            print("  \(Campaign.replay(failure.seed, mutation))")
        }
        if isVerbose, seeds.count == 1 {
            let scenario = Scenario(seed: seeds.lowerBound, mutation: mutation)
            print(try await Campaign.single(scenario).timeline.joined(separator: "\n"))
        }
        let seconds = Double((clock.now - begin) / .milliseconds(1)) / 1000
        let ends = verdict.ends.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
        print("\(seeds.count) runs in \(seconds) s: \(ends.joined(separator: ", "))")
        print("\(Int(Double(seeds.count) / seconds * 60)) runs a minute")
        return verdict.failures.isEmpty
    }
}
