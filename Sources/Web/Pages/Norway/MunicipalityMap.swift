import Agreements
import Rules

/// An indicator for each municipality in use at the cut-off: what the rows that concern it add up
/// to.
struct MunicipalityMap: Sendable {
    struct Place: Sendable {
        let number: String
        let name: String
        let county: String
        let region: OwningUnit
        let isCovered: Bool
        /// Nil where no row concerns it.
        let value: IndicatorValue?
    }

    let indicator: Indicator
    /// In the order of the municipalities' numbers.
    let places: [Place]

    /// Those that can be told for a municipality: a cell of the coverage matrix is of no place.
    static let indicators = Indicator.allCases.filter { $0 != .sectorCoverage }

    init(records: CountedRecords, indicator: Indicator) {
        self.indicator = indicator
        var rows: [Int: [CountedRecord]] = [:]
        for record in records.records(of: indicator) {
            for position in records.municipalities(of: record.subject) {
                rows[position, default: []].append(record)
            }
        }
        let geography = records.geography
        places = records.facts.municipalities.enumerated().compactMap { position, municipality in
            guard geography.isValid(municipalityAt: position),
                let region = geography.region(ofMunicipalityAt: position)
            else { return nil }
            return Place(
                number: municipality.number, name: municipality.name,
                county: geography.county(municipality.countyNumber)?.name
                    ?? municipality.countyNumber,
                region: region, isCovered: records.isCovered(municipalityAt: position),
                value: rows[position].map { $0.value(of: indicator) })
        }.sorted { $0.number < $1.number }
    }
}
