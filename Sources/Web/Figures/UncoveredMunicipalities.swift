import Agreements
import Rules

/// Municipalities in use at the cut-off that no municipal agreement in force covers, with what an
/// office looks at when it chooses whom to ask.
struct UncoveredMunicipalities: Sendable {
    struct Place: Hashable, Sendable {
        let number: String
        let name: String
        let county: String
        let region: OwningUnit
        let population: Int?
        let figures: SettlementSum
        /// The last day of the newest agreement that there was; nil for none.
        let lastDay: Day?
    }

    /// What places are ordered by, largest first; of equals the other figures decide.
    enum Order: String, CaseIterable, Sendable {
        case decided, settled, requested, population
        /// By the alphabet of municipality numbers: places of a county stand together.
        case number
    }

    /// A region's municipalities and its settled, with and without agreement.
    struct Sum: Hashable, Sendable {
        var all = 0
        var uncovered = 0
        var decided = 0
        var settled = 0
        var settledInAll = 0
    }

    let places: [Place]
    /// For the six regions.
    let sums: [OwningUnit: Sum]

    init(records: CountedRecords) {
        let facts = records.facts
        let geography = records.geography
        let none = SettlementSum(requested: 0, decided: 0, settled: 0)
        var figures = [SettlementSum](repeating: none, count: facts.municipalities.count)
        for record in records.records(of: .settlement) {
            guard case .municipality(let position) = record.subject else { continue }
            figures[position] = record.settlement ?? none
        }
        let lastDays = Self.lastDays(records)
        var places: [Place] = []
        var sums: [OwningUnit: Sum] = [:]
        for (position, municipality) in facts.municipalities.enumerated() {
            guard let region = geography.region(ofMunicipalityAt: position) else { continue }
            sums[region, default: Sum()].settledInAll += figures[position].settled
            guard geography.isValid(municipalityAt: position) else { continue }
            sums[region, default: Sum()].all += 1
            guard !records.isCovered(municipalityAt: position) else { continue }
            sums[region, default: Sum()].uncovered += 1
            sums[region, default: Sum()].decided += figures[position].decided
            sums[region, default: Sum()].settled += figures[position].settled
            places.append(
                Place(
                    number: municipality.number, name: municipality.name,
                    county: geography.county(municipality.countyNumber)?.name
                        ?? municipality.countyNumber,
                    region: region, population: municipality.population,
                    figures: figures[position], lastDay: lastDays[position]))
        }
        self.places = places
        self.sums = sums
    }

    func places(of region: OwningUnit, by order: Order) -> [Place] {
        let own = places.filter { $0.region == region }
        guard order != .number else { return own.sorted { $0.number < $1.number } }
        return own.sorted { left, right in
            let (first, second) = (left.rank(order), right.rank(order))
            return first == second
                ? left.number < right.number : second.lexicographicallyPrecedes(first)
        }
    }

    /// Of municipal agreements that have been in force, by position of the municipality.
    private static func lastDays(_ records: CountedRecords) -> [Int: Day] {
        var days: [Int: Day] = [:]
        for (position, agreement) in records.facts.agreements.enumerated()
        where agreement.kind == .municipal {
            guard agreement.status == .active || agreement.status == .ended,
                let last = agreement.endedOn ?? agreement.validTo, last < records.period.to
            else { continue }
            for municipality in records.municipalities(of: .agreement(position)) {
                days[municipality] = max(days[municipality] ?? last, last)
            }
        }
        return days
    }
}

extension UncoveredMunicipalities.Place {
    fileprivate func rank(_ order: UncoveredMunicipalities.Order) -> [Int] {
        let rest = [figures.decided, figures.settled, population ?? 0]
        switch order {
        case .decided, .number: return rest
        case .settled: return [figures.settled] + rest
        case .requested: return [figures.requested] + rest
        case .population: return [population ?? 0] + rest
        }
    }
}
