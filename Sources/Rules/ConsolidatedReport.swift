import Agreements

/// A report's content before it is written out: one part for each unit, in the order of
/// `OwningUnit.allCases`, and what is worked out over all of them.
package struct ConsolidatedReport: Hashable, Sendable, Codable {
    package var period: Period
    package var rulesVersion: String
    package var parts: [UnitReport]
    package var targets: [Target]
    /// The day whose division into regions the figures are shown in; nil for the cut-off's.
    package var divisionOn: Day?
    /// The unit that the report is about alone; nil for all seven.
    package var unit: OwningUnit?
    /// The parts that were to be in it and could not be worked out. Totals are without them.
    package var missing: [MissingPart]

    package init(
        period: Period,
        rulesVersion: String,
        parts: [UnitReport] = [],
        targets: [Target] = [],
        divisionOn: Day? = nil,
        unit: OwningUnit? = nil,
        missing: [MissingPart] = []
    ) {
        self.period = period
        self.rulesVersion = rulesVersion
        self.parts = parts
        self.targets = targets
        self.divisionOn = divisionOn
        self.unit = unit
        self.missing = missing
    }

    /// An order that an earlier version planned has no `missing`.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        period = try container.decode(Period.self, forKey: .period)
        rulesVersion = try container.decode(String.self, forKey: .rulesVersion)
        parts = try container.decode([UnitReport].self, forKey: .parts)
        targets = try container.decode([Target].self, forKey: .targets)
        divisionOn = try container.decodeIfPresent(Day.self, forKey: .divisionOn)
        unit = try container.decodeIfPresent(OwningUnit.self, forKey: .unit)
        missing = try container.decodeIfPresent([MissingPart].self, forKey: .missing) ?? []
    }
}

/// A unit whose part of a report could not be worked out, and why.
package struct MissingPart: Hashable, Sendable, Codable {
    package var unit: OwningUnit
    /// What the last attempt ended with.
    package var reason: String

    package init(unit: OwningUnit, reason: String) {
        self.unit = unit
        self.reason = reason
    }
}

/// One unit's part of a report.
package struct UnitReport: Hashable, Sendable, Codable {
    package var unit: OwningUnit
    package var tally: Tally
    /// The cells of the coverage matrix that belong to the unit.
    package var coverage: [CoverageCell]
    /// At most `ReportException.limit` of each kind, the gravest first.
    package var exceptions: [ReportException]
    /// All of them, by kind.
    package var exceptionCounts: [ReportException.Kind: Int]

    package init(
        unit: OwningUnit,
        tally: Tally,
        coverage: [CoverageCell] = [],
        exceptions: [ReportException] = [],
        exceptionCounts: [ReportException.Kind: Int]
    ) {
        self.unit = unit
        self.tally = tally
        self.coverage = coverage
        self.exceptions = exceptions
        self.exceptionCounts = exceptionCounts
    }
}

/// A cell of the coverage matrix: a state body, and the unit that should have an agreement with
/// it (I14).
package struct CoverageCell: Hashable, Sendable, Codable {
    package var party: String
    package var name: String
    package var kind: PartyKind
    package var authority: String?
    /// Name of the county of a county-level body.
    package var county: String?
    /// Ids of the sector agreements in force that cover the cell; empty is a hole.
    package var agreements: [String]

    package init(
        party: String,
        name: String,
        kind: PartyKind,
        authority: String? = nil,
        county: String? = nil,
        agreements: [String] = []
    ) {
        self.party = party
        self.name = name
        self.kind = kind
        self.authority = authority
        self.county = county
        self.agreements = agreements
    }
}

/// Something in a report that somebody must look at.
package struct ReportException: Hashable, Sendable, Codable {
    /// The most that a part lists of one kind.
    package static let limit = 50

    package enum Kind: String, CaseIterable, Hashable, Sendable, Codable, CodingKeyRepresentable {
        case overdue
        case postponed
        case expiring
        case belowStandard = "below_standard"
    }

    package var kind: Kind
    /// Id.
    package var agreement: String
    /// The agreement's.
    package var title: String
    /// Id of the meeting, follow-up, measure or agreement.
    package var subject: String
    /// Due date, planned date or last day.
    package var dueOn: Day
    /// Days overdue or left, days that a meeting was moved, or requirements met.
    package var number: Int

    package init(
        kind: Kind,
        agreement: String,
        title: String,
        subject: String,
        dueOn: Day,
        number: Int
    ) {
        self.kind = kind
        self.agreement = agreement
        self.title = title
        self.subject = subject
        self.dueOn = dueOn
        self.number = number
    }
}
