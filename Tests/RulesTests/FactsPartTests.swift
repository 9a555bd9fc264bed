import Agreements
import Rules
import Testing

/// A unit's part of the facts gives the unit the same report as the whole.
struct FactsPartTests {
    static let periods: [Period] = [
        .of("2013-01-01", "2013-12-31"), .of("2013-05-01", "2013-05-31"),
        .of("2020-01-01", "2020-06-30"), .of("2024-01-01", "2024-01-31"),
    ]

    @Test(arguments: 0..<12)
    func `random registers`(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let period = Self.periods[seed % Self.periods.count]
        let facts = try Facts.random(around: period.to.year, using: &generator)
        let whole = Indicators(facts: facts, period: period, rulebook: .domain)

        for unit in OwningUnit.allCases {
            let part = facts.part(of: unit, period: period)
            let report = Indicators(facts: part, period: period, rulebook: .domain)
                .report(of: unit)

            #expect(report == whole.report(of: unit))
            #expect(part.agreements.count < facts.agreements.count)
            #expect(part.part(of: unit, period: period) == part)
        }
        #expect(whole.total.agreementCount > 0)
        #expect(whole.total.municipalitiesCovered.numerator > 0)
    }

    @Test(arguments: OwningUnit.allCases)
    func `the worked example`(unit: OwningUnit) throws {
        let facts = try Facts.example()
        let period = Period(year: 2013)

        let part = facts.part(of: unit, period: period)

        #expect(
            Indicators(facts: part, period: period, rulebook: .domain).report(of: unit)
                == Indicators(facts: facts, period: period, rulebook: .domain).report(of: unit))
        #expect(part.settlement.count < facts.settlement.count)
    }

    @Test func `another owner's agreement that covers a municipality of the unit comes along`()
        throws
    {
        var facts = try Facts.norway()
        facts.parties = [
            PartyFact(
                id: "K0101", name: "Halden", kind: .municipality, level: .municipal,
                municipalityNumber: "0101"),
            PartyFact(
                id: "K1811", name: "Bindal", kind: .municipality, level: .municipal,
                municipalityNumber: "1811"),
        ]
        facts.agreements = Register().facts.agreements
        facts.agreements[0].owner = .central
        facts.agreements[0].parties = [1]

        let period = Period(year: 2013)

        #expect(facts.part(of: .nord, period: period).agreements.map(\.parties) == [[0]])
        #expect(facts.part(of: .ost, period: period).agreements == [])
    }
}

/// SplitMix64: the same numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
