import Foundation

/// A measured number beside its goal, as one line of the benchmark.
struct Figure {
    let name: String
    let value: Double
    let unit: String
    let goal: Double
    var detail = ""

    func show() {
        let verdict = value <= goal ? "held" : "MISSED"
        let line = "\(name): \(value.short) \(unit), goal \(goal.short), \(verdict)"
        print(detail.isEmpty ? line : "\(line) (\(detail))")
        fflush(nil)
    }
}

extension Double {
    /// Three digits or so.
    var short: String {
        String(format: self < 10 ? "%.2f" : self < 100 ? "%.1f" : "%.0f", self)
    }
}

extension Int {
    var megabytes: Double { Double(self) / 1e6 }
}
