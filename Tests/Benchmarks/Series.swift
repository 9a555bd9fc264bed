import Foundation

/// Several runs of the same thing, of which the medians count.
struct Series {
    /// As many runs as one series has, unless it has taken `limit` seconds before.
    static let runs = 5
    private static let limit = 60.0

    private(set) var costs: [Program.Cost] = []

    var seconds: Double { median(\.seconds) }
    var processorSeconds: Double { median(\.processorSeconds) }
    /// Of all runs, in bytes.
    var peak: Int { costs.map(\.peak).max() ?? 0 }

    /// Takes turns, so that what else the machine does meets all of them.
    static func taking(turns: [() throws -> Program.Cost]) throws -> [Series] {
        let start = ContinuousClock.now
        var series = turns.map { _ in Series() }
        for _ in 0..<runs where (ContinuousClock.now - start).seconds < limit * Double(turns.count)
        {
            for (index, turn) in turns.enumerated() {
                series[index].costs.append(try turn())
            }
        }
        return series
    }

    private func median(_ value: KeyPath<Program.Cost, Double>) -> Double {
        let sorted = costs.map { $0[keyPath: value] }.sorted()
        return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    }
}
