/// Five classes of values, so that neighbours on a map can be compared.
package struct ValueClasses: Hashable, Sendable {
    /// The lowest values of the classes from the second on, rising; four at most.
    package let bounds: [Double]

    /// Shares: a fifth of the way from 0 to 1 each.
    package static let shares = ValueClasses(bounds: [0.2, 0.4, 0.6, 0.8])

    /// As many values in each class as ties allow; equal values fall into one class, so that few
    /// different values make fewer classes.
    package init(equalCountsOf values: [Double]) {
        let sorted = values.sorted()
        let candidates = (1...4).filter { _ in !sorted.isEmpty }
            .map { sorted[min(sorted.count - 1, sorted.count * $0 / 5)] }
        bounds = Set(candidates.filter { $0 > (sorted.first ?? 0) }).sorted()
    }

    private init(bounds: [Double]) {
        self.bounds = bounds
    }

    /// 1, lowest, to 5.
    package func number(of value: Double) -> Int {
        1 + bounds.count { $0 <= value }
    }
}
