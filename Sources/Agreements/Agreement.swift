/// A partnership agreement (domain.md, 3).
package struct Agreement: Hashable, Sendable, Codable {
    /// Owner, year signed or begun and serial: `NORD-2012-003`.
    package var id: String
    package var title: String
    /// What the parties call it; it has no effect on any rule.
    package var designation: String
    package var kind: AgreementKind
    package var owner: OwningUnit
    /// Ids of one or more counterparts.
    package var parties: [String]
    package var purpose: String?
    package var areas: [Area]
    package var signedOn: Day?
    package var counterpartSignatory: Signatory?
    package var validFrom: Day?
    /// The last day, counted.
    package var validTo: Day?
    package var strategicMeetingsPerYear: Int?
    package var operationalMeetingsPerYear: Int?
    /// Id of a user.
    package var responsible: String?
    /// Id of a user.
    package var deputy: String?
    package var status: AgreementStatus
    /// From this day it is no longer in force.
    package var endedOn: Day?
    package var endReason: String?
    /// Id of the agreement that this one follows.
    package var renews: String?

    package init(
        id: String,
        title: String,
        designation: String,
        kind: AgreementKind,
        owner: OwningUnit,
        parties: [String] = [],
        purpose: String? = nil,
        areas: [Area] = [],
        signedOn: Day? = nil,
        counterpartSignatory: Signatory? = nil,
        validFrom: Day? = nil,
        validTo: Day? = nil,
        strategicMeetingsPerYear: Int? = nil,
        operationalMeetingsPerYear: Int? = nil,
        responsible: String? = nil,
        deputy: String? = nil,
        status: AgreementStatus,
        endedOn: Day? = nil,
        endReason: String? = nil,
        renews: String? = nil
    ) {
        self.id = id
        self.title = title
        self.designation = designation
        self.kind = kind
        self.owner = owner
        self.parties = parties
        self.purpose = purpose
        self.areas = areas
        self.signedOn = signedOn
        self.counterpartSignatory = counterpartSignatory
        self.validFrom = validFrom
        self.validTo = validTo
        self.strategicMeetingsPerYear = strategicMeetingsPerYear
        self.operationalMeetingsPerYear = operationalMeetingsPerYear
        self.responsible = responsible
        self.deputy = deputy
        self.status = status
        self.endedOn = endedOn
        self.endReason = endReason
        self.renews = renews
    }
}

/// Whom an agreement is with.
package enum AgreementKind: String, CaseIterable, Hashable, Sendable, Codable,
    CodingKeyRepresentable
{
    case municipal
    case sector
    case voluntary
}

/// Where an agreement stands; expired is judged by date and not stored.
package enum AgreementStatus: String, CaseIterable, Hashable, Sendable, Codable {
    case draft
    case negotiating
    case active
    case ended
    case abandoned
}

/// Who signed for the counterpart.
package enum Signatory: String, CaseIterable, Hashable, Sendable, Codable {
    case mayor
    case chiefExecutive = "chief_executive"
    case director
    case other
}

/// What an agreement is about.
package enum Area: String, CaseIterable, Hashable, Sendable, Codable {
    case settlement
    case qualification
    case employment
    case equalServices = "equal_services"
    case planning
    case knowledge
    case participation
    case childrenYouth = "children_youth"
    case interpreting
    case other
}
