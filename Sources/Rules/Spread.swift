import Agreements

/// How far apart the regions are in a ratio (domain.md, 9).
package struct Spread: Hashable, Sendable, Codable {
    package var highest: RegionValue
    package var lowest: RegionValue

    /// Highest minus lowest, unrounded.
    package var difference: Double { highest.value - lowest.value }

    /// A region's value of the ratio.
    package struct RegionValue: Hashable, Sendable, Codable {
        package var unit: OwningUnit
        package var value: Double
    }

    /// Looks at the six regions that have a value; of equals the first in the order of
    /// `OwningUnit`. Nil where no region has one.
    package init?(of indicator: RatioIndicator, in parts: [UnitReport]) {
        let values = OwningUnit.regions.compactMap { unit in
            parts.first { $0.unit == unit }?.tally.ratio(indicator).value
                .map { RegionValue(unit: unit, value: $0) }
        }
        guard var highest = values.first else { return nil }
        var lowest = highest
        for next in values.dropFirst() {
            if next.value > highest.value { highest = next }
            if next.value < lowest.value { lowest = next }
        }
        self.highest = highest
        self.lowest = lowest
    }
}

extension ConsolidatedReport {
    /// All units together.
    package var total: Tally { parts.reduce(Tally()) { $0 + $1.tally } }

    package func spread(of indicator: RatioIndicator) -> Spread? {
        Spread(of: indicator, in: parts)
    }
}
