/// Places and people settled in a municipality, counted, by the end of a month.
package struct SettlementFigure: Hashable, Sendable, Codable {
    package var municipalityNumber: String
    package var year: Int
    package var month: Int
    /// Asked for, for the year.
    package var requested: Int?
    /// Places decided for the year.
    package var decided: Int?
    /// Settled so far in the year.
    package var settled: Int?

    package init(
        municipalityNumber: String,
        year: Int,
        month: Int,
        requested: Int? = nil,
        decided: Int? = nil,
        settled: Int? = nil
    ) {
        self.municipalityNumber = municipalityNumber
        self.year = year
        self.month = month
        self.requested = requested
        self.decided = decided
        self.settled = settled
    }
}
