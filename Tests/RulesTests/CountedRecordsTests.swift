import Agreements
import Rules
import Testing

/// The rows behind a figure add up to the figure.
struct CountedRecordsTests {
    @Test(arguments: Indicator.allCases)
    func `the rows behind a figure of the worked example add up to it`(indicator: Indicator)
        throws
    {
        let facts = try Facts.example()
        let period = Period(year: 2013)
        let indicators = Indicators(facts: facts, period: period, rulebook: .domain)

        let records = CountedRecords(facts: facts, period: period, rulebook: .domain)
            .records(of: indicator)

        #expect(!records.isEmpty)
        #expect(records.value(of: indicator) == indicators.total.value(of: indicator))
        for unit in OwningUnit.allCases {
            let own = records.filter { $0.unit == unit }
            #expect(own.value(of: indicator) == indicators.tally(of: unit).value(of: indicator))
        }
    }

    @Test(arguments: Indicator.allCases, [UInt64(1), 2, 3])
    func `the rows behind a figure of a random register add up to it`(
        indicator: Indicator, seed: UInt64
    ) throws {
        var generator = SeededGenerator(seed: seed)
        let facts = try Facts.random(around: 2013, using: &generator)
        let period: Period = .of("2013-01-01", "2013-06-30")
        let indicators = Indicators(facts: facts, period: period, rulebook: .domain)

        let records = CountedRecords(facts: facts, period: period, rulebook: .domain)
            .records(of: indicator)

        for unit in OwningUnit.allCases {
            let own = records.filter { $0.unit == unit }
            #expect(own.value(of: indicator) == indicators.tally(of: unit).value(of: indicator))
        }
    }

    @Test func `a figure's rows are found again on the map`() throws {
        let facts = try Facts.example()
        let counted = CountedRecords(
            facts: facts, period: Period(year: 2013), rulebook: .domain)

        let covered = counted.records(of: .agreementsInForce).filter {
            guard case .agreement(let position) = $0.subject else { return false }
            return facts.agreements[position].kind == .municipal
        }.flatMap { counted.municipalities(of: $0.subject) }

        #expect(!covered.isEmpty)
        for position in covered { #expect(counted.isCovered(municipalityAt: position)) }
    }
}
