import Agreements

/// Municipalities, counties and regions as they are at one day.
package struct Geography: Sendable {
    /// The day that municipalities are looked at.
    package let day: Day
    private let municipalities: [Municipality]
    private let positions: [String: Int]
    private let counties: [String: County]
    private var regions: [OwningUnit?]
    /// Whether a number that is no longer in use lies where its successor does.
    private let followsSuccessors: Bool

    /// - Parameter followsSuccessors: For a division into regions of another day than the figures':
    ///   a municipality that is not valid then belongs where its first successor does.
    package init(facts: Facts, at day: Day, followsSuccessors: Bool = false) {
        self.day = day
        self.followsSuccessors = followsSuccessors
        municipalities = facts.municipalities
        let counties = Dictionary(
            facts.counties.lazy.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        self.counties = counties
        positions = Dictionary(
            facts.municipalities.lazy.enumerated().map { ($0.element.number, $0.offset) },
            uniquingKeysWith: { first, _ in first })
        regions = facts.municipalities.map { $0.ownRegion ?? counties[$0.countyNumber]?.region }
        guard followsSuccessors else { return }
        let own = regions
        for position in municipalities.indices where !isValid(municipalityAt: position) {
            let heir = municipalities(succeeding: municipalities[position].number).first
            regions[position] = heir.flatMap { own[$0] } ?? own[position]
        }
    }

    /// The municipalities of a report's period: as they were at its cut-off, or in the division
    /// into regions of another day.
    package init(facts: Facts, of period: Period, divisionOn day: Day?) {
        self.init(facts: facts, at: day ?? period.to, followsSuccessors: day != nil)
    }

    /// The position in `Facts.municipalities` of a number, valid or not; nil for an unknown one.
    package func position(ofMunicipality number: String) -> Int? { positions[number] }

    /// The region of the municipality at a position.
    package func region(ofMunicipalityAt position: Int) -> OwningUnit? { regions[position] }

    /// The region of a municipality number, valid or not.
    package func region(ofMunicipality number: String) -> OwningUnit? {
        positions[number].flatMap { regions[$0] }
    }

    package func county(_ number: String) -> County? { counties[number] }

    /// Whether the number of the municipality at a position is in use that day.
    package func isValid(municipalityAt position: Int) -> Bool {
        let municipality = municipalities[position]
        return (municipality.validFrom ?? day) <= day && day <= (municipality.validTo ?? day)
    }

    /// Positions of the municipalities that a number stands for that day: itself, or else its
    /// successors and theirs, all of them where it was split (domain.md, 9).
    package func municipalities(succeeding number: String) -> [Int] {
        var found: [Int] = []
        var seen: Set<Int> = []
        var waiting = [number]
        while !waiting.isEmpty {
            let next = waiting.removeFirst()
            guard let position = positions[next], seen.insert(position).inserted else { continue }
            if isValid(municipalityAt: position) {
                found.append(position)
            } else {
                waiting += municipalities[position].successors
            }
        }
        return found
    }

    /// Positions of the municipalities that a municipality or city district stands for that day;
    /// empty for any other party.
    package func municipalities(of party: PartyFact) -> [Int] {
        guard party.isMunicipal, let number = party.municipalityNumber else { return [] }
        return municipalities(succeeding: number)
    }

    /// The unit that a party's activities belong to: the region of its municipality or county, or
    /// the one region that it serves, else the central unit (domain.md, 9). Where a municipality
    /// was split between regions it is that of the first successor.
    package func unit(of party: PartyFact) -> OwningUnit {
        if let number = party.municipalityNumber {
            let region =
                municipalities(succeeding: number).first.flatMap { regions[$0] }
                ?? region(ofMunicipality: number)
            if let region { return region }
        }
        if let region = party.countyNumber.flatMap({ counties[$0]?.region }) { return region }
        return party.regions.count == 1 ? party.regions[0] : .central
    }

    /// Positions of the municipalities that are, or have a city district that is, party to one of
    /// the given agreements, as a table by position (I2).
    func covered(by agreements: some Sequence<AgreementFact>, parties: [PartyFact]) -> [Bool] {
        var covered = [Bool](repeating: false, count: municipalities.count)
        var isResolved = [Bool](repeating: false, count: parties.count)
        for agreement in agreements {
            for party in agreement.parties where !isResolved[party] {
                isResolved[party] = true
                for position in municipalities(of: parties[party]) { covered[position] = true }
            }
        }
        guard followsSuccessors else { return covered }
        for position in municipalities.indices where !isValid(municipalityAt: position) {
            let heirs = municipalities(succeeding: municipalities[position].number)
            covered[position] = heirs.contains { covered[$0] }
        }
        return covered
    }
}

extension PartyFact {
    /// Whether the party is a municipality or a part of one.
    var isMunicipal: Bool { kind == .municipality || kind == .cityDistrict }
}
