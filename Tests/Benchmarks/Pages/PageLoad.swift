import Foundation

/// Requests to one address, by wrk from the same machine.
struct PageLoad {
    /// What one round came to.
    struct Round {
        let rate: Double
        /// Milliseconds, of all requests of the round.
        let median: Double
        let late: Double
    }

    /// Bounded, so that a server that hangs ends the benchmark.
    private static let seconds = 5
    private static let connections = 20
    private static let threads = 2

    let address: String
    var headers: [String: String] = [:]
    /// Whether each request has an address of its own, so that nothing that was kept can answer it.
    var isFresh = false
    let folder: String

    /// Fails on any answer that is not 2xx or 3xx.
    func run(seconds: Int = seconds) throws -> Round {
        let output = "\(folder)/wrk.txt"
        let asked = headers.sorted { $0.key < $1.key }.flatMap { ["-H", "\($0.key): \($0.value)"] }
        _ = try Program(
            name: "wrk",
            arguments: [
                "-c", "\(Self.connections)", "-t", "\(Self.threads)", "-d", "\(seconds)s",
                "--timeout", "10s", "-s", "Tests/Benchmarks/Pages/peers/summary.lua",
            ] + asked + [address] + (isFresh ? ["--", "fresh"] : []), output: output
        ).run()
        let text = try String(contentsOfFile: output, encoding: .utf8)
        let numbers = text.split(separator: "\n").first { $0.hasPrefix("SUMMARY ") }?
            .split(separator: " ").dropFirst().compactMap { Double($0) }
        guard let numbers, numbers.count == 6 else {
            throw Program.Failure(name: "wrk \(address)", reason: "said «\(text)»")
        }
        guard numbers[0] > 0, numbers[5] == 0 else {
            throw Program.Failure(
                name: "wrk \(address)",
                reason: "met \(numbers[5]) errors in \(numbers[0]) requests")
        }
        return Round(
            rate: numbers[0] / (numbers[1] / 1e6), median: numbers[3] / 1000,
            late: numbers[4] / 1000)
    }
}

extension [PageLoad.Round] {
    func median(_ value: KeyPath<PageLoad.Round, Double>) -> Double {
        map { $0[keyPath: value] }.sorted()[count / 2]
    }
}
