import Foundation

/// Random moments within a span; the same seed gives the same share of the span.
struct Moments: Sendable {
    let all: [Duration]

    init(count: Int, over span: Duration, seed: UInt64) {
        var state = seed
        all = (0..<count).map { _ in
            // xorshift64*, Marsaglia 2003, Vigna 2014; the upper 53 bits make a Double.
            state ^= state >> 12
            state ^= state << 25
            state ^= state >> 27
            let share = Double((state &* 0x2545_F491_4F6C_DD1D) >> 11) / Double(1 << 53)
            return span * share
        }
    }

    /// Two by two: a third crash of one task sets it apart by contract.
    var pairs: [[Duration]] {
        stride(from: 0, to: all.count, by: 2).map { Array(all[$0..<min($0 + 2, all.count)]) }
    }
}
