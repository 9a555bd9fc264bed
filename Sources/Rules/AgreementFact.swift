import Agreements

/// What the rules look at of an agreement.
package struct AgreementFact: Hashable, Sendable, Codable {
    package var id: String
    package var title: String
    package var kind: AgreementKind
    package var owner: OwningUnit
    /// Positions in `Facts.parties`.
    package var parties: [Int]
    package var hasPurpose: Bool
    package var areas: [Area]
    package var signedOn: Day?
    package var counterpartSignatory: Signatory?
    package var validFrom: Day?
    package var validTo: Day?
    package var strategicMeetingsPerYear: Int?
    package var responsible: String?
    package var deputy: String?
    package var status: AgreementStatus
    package var endedOn: Day?
    /// Whether another that is not abandoned names it in `renews`.
    package var isRenewed: Bool
    /// Whether a measurable commitment binds IMDi.
    package var bindsIMDi: Bool
    /// Whether a measurable commitment binds the counterpart.
    package var bindsCounterpart: Bool

    package init(
        id: String,
        title: String,
        kind: AgreementKind,
        owner: OwningUnit,
        parties: [Int] = [],
        hasPurpose: Bool,
        areas: [Area] = [],
        signedOn: Day? = nil,
        counterpartSignatory: Signatory? = nil,
        validFrom: Day? = nil,
        validTo: Day? = nil,
        strategicMeetingsPerYear: Int? = nil,
        responsible: String? = nil,
        deputy: String? = nil,
        status: AgreementStatus,
        endedOn: Day? = nil,
        isRenewed: Bool,
        bindsIMDi: Bool,
        bindsCounterpart: Bool
    ) {
        self.id = id
        self.title = title
        self.kind = kind
        self.owner = owner
        self.parties = parties
        self.hasPurpose = hasPurpose
        self.areas = areas
        self.signedOn = signedOn
        self.counterpartSignatory = counterpartSignatory
        self.validFrom = validFrom
        self.validTo = validTo
        self.strategicMeetingsPerYear = strategicMeetingsPerYear
        self.responsible = responsible
        self.deputy = deputy
        self.status = status
        self.endedOn = endedOn
        self.isRenewed = isRenewed
        self.bindsIMDi = bindsIMDi
        self.bindsCounterpart = bindsCounterpart
    }
}

/// What the rules look at of a counterpart.
package struct PartyFact: Hashable, Sendable, Codable {
    package var id: String
    package var name: String
    package var kind: PartyKind
    package var level: PartyLevel
    package var municipalityNumber: String?
    package var countyNumber: String?
    package var regions: [OwningUnit]
    package var authority: String?

    package init(
        id: String,
        name: String,
        kind: PartyKind,
        level: PartyLevel,
        municipalityNumber: String? = nil,
        countyNumber: String? = nil,
        regions: [OwningUnit] = [],
        authority: String? = nil
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.level = level
        self.municipalityNumber = municipalityNumber
        self.countyNumber = countyNumber
        self.regions = regions
        self.authority = authority
    }
}
