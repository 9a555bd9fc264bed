import Agreements

/// What the demonstration is laid on top of: the reference data and the agreements that ship.
package struct DemonstrationReference: Sendable {
    package var counties: [County]
    package var municipalities: [Municipality]
    package var parties: [Party]
    package var agreements: [Agreement]
    package var plans: [Plan]

    package init(
        counties: [County], municipalities: [Municipality], parties: [Party],
        agreements: [Agreement], plans: [Plan]
    ) {
        self.counties = counties
        self.municipalities = municipalities
        self.parties = parties
        self.agreements = agreements
        self.plans = plans
    }
}

extension DemonstrationReference {
    /// The municipalities of a region in the years of the demonstration, in order of number.
    func municipalities(of region: OwningUnit) -> [Municipality] {
        municipalities
            .filter { isInUse($0) && self.region(of: $0) == region }
            .sorted { $0.number < $1.number }
    }

    /// Sector authorities, county authorities and governors that the region has a cell for in
    /// the coverage matrix (domain.md, I14), in order of id.
    func authorities(of region: OwningUnit) -> [Party] {
        parties.filter { party in
            switch party.kind {
            case .sectorAuthority, .countyAuthority, .countyGovernor:
                party.regions.contains(region)
                    || counties.contains { $0.number == party.countyNumber && $0.region == region }
            default: false
            }
        }.sorted { $0.id < $1.id }
    }

    private func isInUse(_ municipality: Municipality) -> Bool {
        (municipality.validFrom ?? .first(of: 2013)) <= .first(of: 2013)
            && (municipality.validTo ?? .last(of: 2013)) >= .last(of: 2013)
    }

    private func region(of municipality: Municipality) -> OwningUnit? {
        municipality.ownRegion
            ?? counties.first { $0.number == municipality.countyNumber }?.region
    }
}

extension Agreement {
    /// Domain.md, 9.
    func isInForce(on day: Day) -> Bool {
        guard status == .active || status == .ended,
            let signedOn, let validFrom, let validTo
        else { return false }
        return signedOn <= day && validFrom <= day && day <= validTo
            && (endedOn.map { $0 > day } ?? true)
    }
}
