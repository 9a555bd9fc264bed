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

    @Test(arguments: [UInt64(1), 2, 3])
    func `the rows of a part add up to the part's own figure`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let facts = try Facts.random(around: 2013, using: &generator)
        let period = Period(year: 2013)
        let total = Indicators(facts: facts, period: period, rulebook: .domain).total
        let counted = CountedRecords(facts: facts, period: period, rulebook: .domain)
        func rows(_ indicator: Indicator, _ part: RecordPart) throws -> [CountedRecord] {
            let read = try #require(RecordPart(part.code, of: indicator))
            #expect(read == part)
            return counted.records(of: indicator, part: read)
        }

        for kind in AgreementKind.allCases {
            let own = try rows(.agreementsInForce, .agreementKind(kind))
            #expect(own.count == total.agreementsInForce[kind] ?? 0)
        }
        for kind in ActivityKind.allCases {
            let own = try rows(.activities, .activityKind(kind))
            #expect(own.count == total.activitiesByKind[kind] ?? 0)
        }
        for goal in SubGoal.allCases {
            let activities = try rows(.activities, .subGoal(goal))
            let measures = try rows(.measuresDone, .subGoal(goal))
            #expect(activities.count == total.activitiesBySubGoal[goal] ?? 0)
            #expect(
                measures.reduce(Ratio()) { $0 + $1.part }
                    == total.measuresBySubGoal?[goal] ?? Ratio())
        }
        for (scheme, ratio) in total.grants {
            let own = try rows(.grants, .scheme(scheme))
            #expect(own.reduce(Ratio()) { $0 + $1.part } == ratio)
        }
        let late = try RecordPart.Lateness.allCases.map {
            try rows(.overdue, .lateness($0)).count
        }
        #expect(late == [total.overdue.upTo30, total.overdue.from31To90, total.overdue.over90])
        #expect(late.reduce(0, +) > 0)
    }

    @Test(arguments: [
        ("requested", Indicator.settlement), ("by.kind.visit", .agreementsInForce),
        ("by.sub_goal.", .activities), ("up_to_30", .grants), ("", .overdue),
    ])
    func `what no figure is of is no part`(code: String, indicator: Indicator) {
        #expect(RecordPart(code, of: indicator) == nil)
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
