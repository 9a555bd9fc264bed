/// How long something took, each time it happened, sorted into buckets.
package struct Histogram: Hashable, Sendable {
    /// Upper ends of the buckets, in seconds; what is beyond the last is counted in `count` alone.
    package static let bounds = [
        0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30,
    ]

    /// How often it took no longer than the bound of the same index and longer than the one before.
    package private(set) var buckets = Array(repeating: 0, count: bounds.count)
    package private(set) var count = 0
    /// In seconds.
    package private(set) var sum = 0.0

    package init() {}

    package mutating func observe(_ duration: Duration) {
        let seconds =
            Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
        count += 1
        sum += seconds
        if let index = Self.bounds.firstIndex(where: { seconds <= $0 }) { buckets[index] += 1 }
    }
}
