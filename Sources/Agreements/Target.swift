/// What a unit has set out to reach in an indicator in a year.
package struct Target: Hashable, Sendable, Codable {
    /// An owning unit, or `total`.
    package var unit: String
    package var year: Int
    package var indicator: String
    package var value: Double

    package init(
        unit: String,
        year: Int,
        indicator: String,
        value: Double
    ) {
        self.unit = unit
        self.year = year
        self.indicator = indicator
        self.value = value
    }
}
