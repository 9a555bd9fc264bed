import Tasks

/// Metrics in the text format that Prometheus reads, version 0.0.4.
package struct Exposition: Sendable {
    private var lines: [String] = []

    package init() {}

    package var text: String { lines.joined(separator: "\n") + "\n" }

    /// A value that goes up and down, for each combination of labels.
    package mutating func gauge(
        _ name: String, _ help: String, _ samples: [(labels: [(String, String)], value: Double)]
    ) {
        describe(name, help, "gauge")
        for sample in samples { add(name, sample.labels, sample.value) }
    }

    /// As `gauge`, without labels.
    package mutating func gauge(_ name: String, _ help: String, _ value: Double) {
        gauge(name, help, [([], value)])
    }

    /// A value that only grows, until the process begins anew.
    package mutating func counter(
        _ name: String, _ help: String, _ samples: [(labels: [(String, String)], value: Double)]
    ) {
        describe(name, help, "counter")
        for sample in samples { add(name, sample.labels, sample.value) }
    }

    /// Everything that was tallied.
    package mutating func counters(_ tally: Tally) {
        let series = Dictionary(grouping: tally.series, by: \.key.counter)
        for counter in Tally.Counter.allCases {
            guard let ofCounter = series[counter] else { continue }
            describe(counter.rawValue, counter.help, "counter")
            for (series, count) in ofCounter.sorted(by: {
                $0.key.values.lexicographicallyPrecedes($1.key.values)
            }) {
                add(counter.rawValue, Array(zip(series.labels, series.values)), Double(count))
            }
        }
    }

    package mutating func histogram(_ name: String, _ help: String, _ histogram: Histogram) {
        describe(name, help, "histogram")
        var below = 0
        for (bound, count) in zip(Histogram.bounds, histogram.buckets) {
            below += count
            add("\(name)_bucket", [("le", Self.text(bound))], Double(below))
        }
        add("\(name)_bucket", [("le", "+Inf")], Double(histogram.count))
        add("\(name)_sum", [], histogram.sum)
        add("\(name)_count", [], Double(histogram.count))
    }

    private mutating func describe(_ name: String, _ help: String, _ type: String) {
        lines.append("# HELP \(name) \(help)")
        lines.append("# TYPE \(name) \(type)")
    }

    private mutating func add(_ name: String, _ labels: [(String, String)], _ value: Double) {
        let pairs = labels.map { "\($0)=\"\(Self.escaped($1))\"" }.joined(separator: ",")
        lines.append("\(name)\(pairs.isEmpty ? "" : "{\(pairs)}") \(Self.text(value))")
    }

    /// Whole numbers without a point.
    private static func text(_ value: Double) -> String {
        guard let whole = Int64(exactly: value) else { return "\(value)" }
        return "\(whole)"
    }

    private static func escaped(_ text: String) -> String {
        text.map { character in
            switch character {
            case "\\": "\\\\"
            case "\"": "\\\""
            case "\n": "\\n"
            default: "\(character)"
            }
        }.joined()
    }
}
