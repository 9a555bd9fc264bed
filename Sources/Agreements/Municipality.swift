/// A municipality number with the period in which it is in use.
package struct Municipality: Hashable, Sendable, Codable {
    /// Four digits.
    package var number: String
    package var name: String
    package var countyNumber: String
    /// Where it differs from its county's region.
    package var ownRegion: OwningUnit?
    /// Nil: since before the register.
    package var validFrom: Day?
    /// Nil: still in use.
    package var validTo: Day?
    /// The numbers that took over, several where it was split.
    package var successors: [String]
    package var population: Int?
    /// The written form it has chosen; nil is neutral.
    package var language: LanguageForm?

    package init(
        number: String,
        name: String,
        countyNumber: String,
        ownRegion: OwningUnit? = nil,
        validFrom: Day? = nil,
        validTo: Day? = nil,
        successors: [String] = [],
        population: Int? = nil,
        language: LanguageForm? = nil
    ) {
        self.number = number
        self.name = name
        self.countyNumber = countyNumber
        self.ownRegion = ownRegion
        self.validFrom = validFrom
        self.validTo = validTo
        self.successors = successors
        self.population = population
        self.language = language
    }
}

/// A county number with the period in which it is in use.
package struct County: Hashable, Sendable, Codable {
    /// Two digits.
    package var number: String
    package var name: String
    package var region: OwningUnit
    package var validFrom: Day?
    package var validTo: Day?

    package init(
        number: String,
        name: String,
        region: OwningUnit,
        validFrom: Day? = nil,
        validTo: Day? = nil
    ) {
        self.number = number
        self.name = name
        self.region = region
        self.validFrom = validFrom
        self.validTo = validTo
    }
}

/// A written form of Norwegian that a municipality has chosen.
package enum LanguageForm: String, CaseIterable, Hashable, Sendable, Codable {
    case nb
    case nn
}
