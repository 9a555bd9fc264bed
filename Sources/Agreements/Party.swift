/// A counterpart of agreements: a municipality, a state body, an organisation (domain.md, 3).
package struct Party: Hashable, Sendable, Codable {
    package var id: String
    package var name: String
    package var kind: PartyKind
    package var level: PartyLevel
    /// Of municipalities; a city district carries that of its municipality.
    package var municipalityNumber: String?
    /// Of county-level bodies.
    package var countyNumber: String?
    /// The regions that a regional body serves.
    package var regions: [OwningUnit]
    /// Which sector authority a regional or county body belongs to.
    package var authority: String?
    /// Nine digits with a valid check digit.
    package var organisationNumber: String?

    package init(
        id: String,
        name: String,
        kind: PartyKind,
        level: PartyLevel,
        municipalityNumber: String? = nil,
        countyNumber: String? = nil,
        regions: [OwningUnit] = [],
        authority: String? = nil,
        organisationNumber: String? = nil
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.level = level
        self.municipalityNumber = municipalityNumber
        self.countyNumber = countyNumber
        self.regions = regions
        self.authority = authority
        self.organisationNumber = organisationNumber
    }
}

/// What a counterpart is.
package enum PartyKind: String, CaseIterable, Hashable, Sendable, Codable {
    case municipality
    case cityDistrict = "city_district"
    case sectorAuthority = "sector_authority"
    case countyGovernor = "county_governor"
    case countyAuthority = "county_authority"
    case countyMunicipality = "county_municipality"
    case voluntaryOrganisation = "voluntary_organisation"
    case association
}

/// The level of government, or of an organisation, that a counterpart stands at.
package enum PartyLevel: String, CaseIterable, Hashable, Sendable, Codable {
    case national
    case regional
    case county
    case municipal
}
