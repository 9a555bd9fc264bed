import Synchronization

/// Every choice of a run, from one seed: Steele, Lea and Flood's SplitMix64, which gives the same
/// numbers on every machine and with every version of the standard library.
///
/// The simulation has one logical thread; the lock is there because queues and clocks are values
/// that cross tasks.
final class Fate: Sendable {
    private let state: Mutex<UInt64>

    init(seed: UInt64) {
        state = Mutex(seed)
    }

    private func next() -> UInt64 {
        let mixed = state.withLock { state in
            state &+= 0x9E37_79B9_7F4A_7C15
            return state
        }
        let once = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        let twice = (once ^ (once >> 27)) &* 0x94D0_49BB_1331_11EB
        return twice ^ (twice >> 31)
    }

    func integer(in range: ClosedRange<Int>) -> Int {
        let width = UInt64(range.upperBound - range.lowerBound + 1)
        return range.lowerBound + Int(next().multipliedFullWidth(by: width).high)
    }

    /// True in so many of a thousand cases.
    func happens(_ perMille: Int) -> Bool { perMille > 0 && integer(in: 1...1000) <= perMille }

    func milliseconds(in range: ClosedRange<Int>) -> Duration {
        .milliseconds(integer(in: range))
    }

    func pick<Element>(_ elements: [Element]) -> Element {
        precondition(!elements.isEmpty, "There is nothing to pick from.")
        return elements[integer(in: 0...(elements.count - 1))]
    }

    /// Fisher and Yates.
    func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var elements = elements
        for last in elements.indices.reversed().dropLast() {
            elements.swapAt(last, integer(in: 0...last))
        }
        return elements
    }

    /// From −1 to 1.
    func jitter() -> Double { Double(integer(in: -1000...1000)) / 1000 }
}
